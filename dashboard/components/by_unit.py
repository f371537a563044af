"""The table of regions and centres with a small line for each figure."""

import streamlit as st

from dashboard.board import MOST_UNITS, board, ordered, rows_at
from dashboard.components.linked_table import show_table
from dashboard.small_multiples import lines, values, with_lines
from dashboard.visit import Visit
from dashboard.wording import overview, say


def by_unit(visit: Visit) -> None:
    """Show the leading KPIs of every region and unit at the chosen place."""
    st.subheader(overview.BY_UNIT.to(visit.language), anchor=False)
    st.caption(overview.BY_UNIT_ORDER.to(visit.language))
    measures = {
        place: [visit.measured(kpi, place) for kpi in visit.leading]
        for place in rows_at(visit.place, visit.source.places)
    }
    table = board(visit.leading, measures, visit.source.places, visit.filters, visit.language)
    shown = ordered(measures, visit.source.places)[:MOST_UNITS]
    drawn = [lines(values(visit.source, kpi, shown, visit.month)) for kpi in visit.leading]
    show_table(with_lines(table, shown, drawn), visit.language, key="board")
    if len(measures) > MOST_UNITS:
        st.caption(say(overview.MORE_UNITS, visit.language, units=len(measures) - MOST_UNITS))
