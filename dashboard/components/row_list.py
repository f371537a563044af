"""The rows behind a figure: how they divide, a choice among them, and one page of them at a time."""

import streamlit as st

from dashboard import rows
from dashboard.choices import follow, remember
from dashboard.components.linked_table import show_table
from dashboard.components.turning import turning
from dashboard.counts import Counts
from dashboard.measured import Measured
from dashboard.paging import last_page
from dashboard.visit import Visit
from dashboard.wording import evidence, say, states
from metrics.populations import POPULATIONS
from metrics.store import Evidence, Query


def row_list(visit: Visit, shown: Measured) -> None:
    """Show the rows that the address asks for."""
    query = Query(shown.kpi.key, shown.month, shown.month, where=shown.place.where)
    status = visit.filters.status
    found = visit.source.evidence(query, status, visit.filters.page)
    counts = Counts(shown.kpi, found.counts)
    st.header(evidence.ROWS.to(visit.language), anchor=False)
    row = POPULATIONS[shown.kpi.population].row.to(visit.language)
    st.caption(f"{say(evidence.EACH_ROW, visit.language, row=row)} {counts.sum_in_words(visit.language)}")
    _choose_status(visit, counts)
    if found.total == 0:
        words = rows.status(shown.kpi, status, visit.language)
        st.info(say(states.NO_ROWS_OF_STATUS, visit.language, status=words))
        return
    page = min(visit.filters.page, last_page(found.total))
    if page < visit.filters.page:
        found = visit.source.evidence(query, status, page)
    position = turning(visit, page, found.total)
    _page(visit, shown, found, position)


def _choose_status(visit: Visit, counts: Counts) -> None:
    chosen = visit.filters.status
    options = counts.choices if chosen in counts.choices else [*counts.choices, chosen]
    follow("evidence_status", chosen or "")
    st.segmented_control(
        evidence.STATUS.to(visit.language),
        [option or "" for option in options],
        format_func=lambda option: counts.label(option or None, visit.language),
        key="evidence_status",
        required=True,
        on_change=remember("evidence_status", lambda option: visit.filters.choose(status=option or None)),
        label_visibility="collapsed",
    )


def _page(visit: Visit, shown: Measured, found: Evidence, position: str) -> None:
    name = say(evidence.LIST_NAME, visit.language, kpi=shown.kpi.name.to(visit.language), range=position)
    reader = rows.Reader(visit.language, visit.source.zone, visit.source.places, visit.filters)
    show_table(rows.table(shown.kpi, found.rows, reader, name), visit.language, key="rows")
