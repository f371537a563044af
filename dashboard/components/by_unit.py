"""The table of regions and centres with a small line for each figure."""

import streamlit as st

from dashboard.board import MOST_UNITS, rows_at
from dashboard.components.linked_table import show_table
from dashboard.overview_parts import measures, places_table
from dashboard.visit import Visit
from dashboard.wording import overview, say


def by_unit(visit: Visit) -> None:
    """Show the leading KPIs of every region and unit at the chosen place."""
    st.header(overview.BY_UNIT.to(visit.language), anchor=False)
    st.caption(overview.BY_UNIT_ORDER.to(visit.language))
    table = visit.built("places", lambda: places_table(visit, measures(visit)))
    show_table(table, visit.language, key="board")
    left = len(rows_at(visit.place, visit.source.places)) - MOST_UNITS
    if left > 0:
        st.caption(say(overview.MORE_UNITS, visit.language, units=left))
