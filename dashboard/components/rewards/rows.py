"""The rows behind a statement: forms or complaints, by status, fifty at a time; cases lead to their timelines."""

import streamlit as st

from dashboard import numbers
from dashboard.components.address_choice import choose_button
from dashboard.components.linked_table import show_table
from dashboard.components.turning import turning
from dashboard.data import PAGE
from dashboard.paging import last_page
from dashboard.rewards.reads import Supervised
from dashboard.rewards.sheets import Reading, table
from dashboard.visit import Visit
from dashboard.wording import rewards as words
from dashboard.wording import say
from metrics.rewards.evidence import complaint_reasons, form_reasons
from metrics.rewards.paper.rows import complaints_sheet, forms_sheet
from metrics.rewards.statement import COMPLAINTS, SATISFACTION

_OF = {
    "forms": (SATISFACTION, forms_sheet, form_reasons),
    "complaints": (COMPLAINTS, complaints_sheet, complaint_reasons),
}


def show_rows(visit: Visit, known: Supervised, unit: str) -> None:
    """Show the rows of the kind and status that the address asks for."""
    st.header(words.EVIDENCE.to(visit.language), anchor=False)
    evidence = {name: known.evidence(unit, part) for name, (part, _, _) in _OF.items()}
    kinds = {
        name: say(words.ROWS_OF[name], visit.language, n=numbers.count(rows.height)) for name, rows in evidence.items()
    }
    kind = choose_button(visit, "rows", kinds, words.EVIDENCE_OF, status=None)
    rows, (_, sheet_of, reasons) = evidence[kind], _OF[kind]
    counts = dict(rows.group_by("status").len().sort("status").iter_rows())
    told = {status: (reasons()[status].to(visit.language), n) for status, n in counts.items()}
    labels = {"": _label(visit, words.EVERY_STATUS.to(visit.language), rows.height)}
    labels |= {status: _label(visit, text, n) for status, (text, n) in told.items()}
    status = choose_button(visit, "status", labels, words.STATUS)
    shown = rows.filter(rows["status"] == status) if status else rows
    if shown.is_empty():
        st.info(words.NO_ROWS.to(visit.language))
        return
    page = min(visit.filters.page, last_page(shown.height))
    position = turning(visit, page, shown.height)
    sheet = sheet_of(shown.slice((page - 1) * PAGE, PAGE))
    if sheet.about:
        st.caption(sheet.about.to(visit.language))
    name = say(words.LIST_NAME, visit.language, unit=unit, month=visit.month, range=position)
    reading = Reading.of(visit)
    show_table(table(sheet, reading, name=name), visit.language, key="reward_rows")


def _label(visit: Visit, status: str, n: int) -> str:
    return say(words.STATUS_COUNT, visit.language, status=status, n=numbers.count(n))
