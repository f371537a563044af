"""One unit's statement on screen: the arithmetic line by line, what speaks for and against it, the rows, the paper."""

from typing import TYPE_CHECKING

import streamlit as st

from dashboard import numbers
from dashboard.choices import rewrite
from dashboard.components.linked_table import Cell, Column, Row, Table, show_table
from dashboard.components.rewards.appeals import show_appeals
from dashboard.components.rewards.month import show_adjustments
from dashboard.components.rewards.rows import show_rows
from dashboard.components.rewards.split import show_paper
from dashboard.plain import plain
from dashboard.rewards.message import basis, policy_line, state
from dashboard.rewards.reads import Supervised
from dashboard.rewards.sheets import Reading, table
from dashboard.visit import Visit
from dashboard.wording import rewards as words
from dashboard.wording import say
from metrics.rewards.dossier import written_out
from metrics.rewards.paper.statement import notes_of, result_lines
from metrics.rewards.paper.sums import calls_sheet, denominators_sheet
from metrics.rewards.paper.words import PARTS
from metrics.rewards.statement import SATISFACTION

if TYPE_CHECKING:
    from collections.abc import Sequence

    from metrics.rewards.ledger.canonical import Document
    from metrics.rewards.working.line import Line
    from metrics.text import Text

# Wide enough for the longest sum, so that the eye finds from what is worked out to how.
_WIDTH = 820


def show_statement(visit: Visit, known: Supervised, unit: str) -> None:
    """Show a unit's month; where there is no statement, say so."""
    account, row = known.viewed.account, known.row(unit)
    every = visit.filters.choose(unit=None, status=None, rows=None)
    label = f"‹ {words.EVERY_UNIT.to(visit.language)}"
    st.button(label, type="tertiary", key="reward_every_unit", on_click=rewrite, args=(every,))
    st.text(state(account, visit.source.zone, visit.language))
    st.caption(plain(basis(account, visit.source.zone, visit.language)))
    if not row.documents:
        place = visit.source.places.name(visit.place, visit.language)
        month = numbers.month(visit.month, visit.language)
        st.info(plain(say(words.NO_STATEMENT_HERE, visit.language, place=place, month=month)))
        show_adjustments(visit, known, unit)
        return
    _lines(visit, words.RESULT.to(visit.language), result_lines(row), "result", words.COLUMN_AMOUNT)
    for document in row.documents:
        _part(visit, known, document)
    show_adjustments(visit, known, unit)
    show_rows(visit, known, unit)
    show_appeals(visit, known, unit)
    show_paper(visit, known, unit)


def _part(visit: Visit, known: Supervised, document: "Document") -> None:
    part = document["part"]
    title = say(words.WORKED_OUT, visit.language, part=PARTS[part].to(visit.language))
    _lines(visit, title, written_out(document, known.evidence(document["unit"], part)), part)
    st.caption(plain(policy_line(document, visit.language)))
    for note in notes_of(document):
        st.markdown(f"- {plain(note.to(visit.language))}")
    if part == SATISFACTION:
        _sums(visit, known, document)


def _sums(visit: Visit, known: Supervised, document: "Document") -> None:
    reading, calls = Reading.of(visit), known.calls(document)
    sheet = denominators_sheet(document)
    st.subheader(sheet.title.to(visit.language), anchor=False)
    show_table(table(sheet, reading), visit.language, key="reward_denominators")
    sheet = calls_sheet(calls)
    st.subheader(sheet.title.to(visit.language), anchor=False)
    if sheet.rows:
        show_table(table(sheet, reading), visit.language, key="reward_calls")
    if sheet.about:
        st.caption(sheet.about.to(visit.language))


def _lines(visit: Visit, title: str, lines: "Sequence[Line]", key: str, how: "Text" = words.COLUMN_HOW) -> None:
    st.header(title, anchor=False)
    heads = [
        Column(words.COLUMN_WHAT.to(visit.language), is_figure=False),
        Column(how.to(visit.language), is_figure=False, wraps=True),
    ]
    rows = [Row([Cell(line.what.to(visit.language)), Cell(line.how.to(visit.language))]) for line in lines]
    with st.container(width=_WIDTH):
        show_table(Table(title, heads, rows), visit.language, key=f"reward_lines_{key}")
