"""The parts of the data page, each put on the screen: which is shown stands in the address."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import streamlit as st

from dashboard.components.address_choice import choose_from_list
from dashboard.components.linked_table import show_table
from dashboard.components.turning import turning
from dashboard.data import PAGE
from dashboard.paging import last_page
from dashboard.plain import plain
from dashboard.provenance import judged, tables
from dashboard.provenance.message import about
from dashboard.provenance.reads import Provenance, chosen_by, of_source
from dashboard.provenance.words import rule_text
from dashboard.visit import Visit
from dashboard.wording import provenance as words
from dashboard.wording import say

if TYPE_CHECKING:
    import polars as pl


def show_part(part: str, visit: Visit, known: Provenance) -> None:
    """Show one part under a line that says what it is about."""
    st.caption(plain(about(part, known, visit.language)))
    _SHOWN[part](visit, known)


def _sources(visit: Visit, known: Provenance) -> None:
    table = tables.accounts(known.accounts, visit.filters, visit.source.zone, visit.language)
    show_table(table, visit.language, key="accounts")


def _loads(visit: Visit, known: Provenance) -> None:
    show_table(tables.loads(known.loads, visit.source.zone, visit.language), visit.language, key="loads")


def _exports(visit: Visit, known: Provenance) -> None:
    rows = known.exports
    if rows.is_empty():
        withheld = visit.source.scope.units is not None
        st.info((words.EXPORTS_WITHHELD if withheld else words.NO_EXPORTS).to(visit.language))
        return
    page = min(visit.filters.page, last_page(rows.height))
    turning(visit, page, rows.height)
    shown = rows.slice((page - 1) * PAGE, PAGE)
    show_table(tables.exports(shown, visit.source.zone, visit.language), visit.language, key="exports")


def _linking(visit: Visit, known: Provenance) -> None:
    show_table(tables.links(known.links, visit.language), visit.language, key="links")


def _choose_source(visit: Visit, known: Provenance) -> str:
    names = {name: name for name in known.accounts["source"].sort()}
    every = {"": words.EVERY_SOURCE.to(visit.language), **names}
    return choose_from_list(visit, "source", every, words.SOURCE, rule=None)


def _files(visit: Visit, known: Provenance) -> None:
    _choose_source(visit, known)
    rows = of_source(known.files, visit.filters)
    if rows.is_empty():
        st.info(words.NO_FILES.to(visit.language))
        return
    show_table(tables.files(rows, visit.language), visit.language, key="files")


def _checks(visit: Visit, known: Provenance) -> None:
    _choose_source(visit, known)
    rows = of_source(known.checks, visit.filters)
    if rows.is_empty():
        st.info(words.NO_CHECKS.to(visit.language))
        return
    page = min(visit.filters.page, last_page(rows.height))
    turning(visit, page, rows.height)
    shown = rows.slice((page - 1) * PAGE, PAGE)
    show_table(judged.checks(shown, visit.filters, visit.language), visit.language, key="checks")


def _restatements(visit: Visit, known: Provenance) -> None:
    found = known.restated(visit.filters.page)
    if not found.total:
        st.info(words.NO_RESTATEMENTS.to(visit.language))
        return
    page = min(visit.filters.page, last_page(found.total))
    turning(visit, page, found.total)
    rows = known.restated(page).rows
    table = judged.restated(rows, visit.source.places, visit.filters, visit.language)
    show_table(table, visit.language, key="restatements")


def _quarantine(visit: Visit, known: Provenance) -> None:
    if known.reasons.is_empty():
        st.success(words.NOTHING_HELD.to(visit.language))
        return
    with st.container(horizontal=True):
        _choose_source(visit, known)
        rows = of_source(known.reasons, visit.filters)
        reason = _choose_reason(visit, rows)
    if rows.is_empty():
        st.info(words.NOTHING_HELD_HERE.to(visit.language))
        return
    if reason:
        rows = rows.filter(rule=chosen_by(visit.filters).rule, column=chosen_by(visit.filters).column)
    show_table(judged.reasons(rows, visit.filters, visit.language), visit.language, key="reasons")
    _rows_held_back(visit, known)


def _choose_reason(visit: Visit, rows: "pl.DataFrame") -> str:
    told = {f"{row['rule']}.{row['column']}": rule_text(row, visit.language) for row in rows.to_dicts()}
    return choose_from_list(visit, "rule", {"": words.EVERY_RULE.to(visit.language), **told}, words.RULE)


def _rows_held_back(visit: Visit, known: Provenance) -> None:
    found = known.waiting(visit.filters, visit.filters.page)
    if found.withheld:
        st.info(say(words.WITHHELD, visit.language, rows=found.total))
        return
    if not found.total:
        st.info(words.NOTHING_HELD_HERE.to(visit.language))
        return
    if found.masked:
        st.info(words.MASKED.to(visit.language))
    page = min(visit.filters.page, last_page(found.total))
    position = turning(visit, page, found.total)
    name = say(words.LIST_NAME, visit.language, range=position)
    rows = known.waiting(visit.filters, page).rows
    show_table(judged.held_back(rows, known.reasons, name, visit.language), visit.language, key="held_back")


_SHOWN: dict[str, Callable[[Visit, Provenance], None]] = {
    "sources": _sources,
    "checks": _checks,
    "quarantine": _quarantine,
    "linking": _linking,
    "restatements": _restatements,
    "files": _files,
    "loads": _loads,
    "exports": _exports,
}
