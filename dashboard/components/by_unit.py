"""The table of regions and centres with a small line for each figure."""

import streamlit as st

from dashboard.board import MOST_UNITS
from dashboard.components.linked_table import show_table
from dashboard.overview_parts import measures, places_table
from dashboard.visit import Visit
from dashboard.wording import overview, say


def by_unit(visit: Visit) -> None:
    """Show the leading KPIs of every region and unit at the chosen place."""
    st.subheader(overview.BY_UNIT.to(visit.language), anchor=False)
    st.caption(overview.BY_UNIT_ORDER.to(visit.language))
    found = measures(visit)
    show_table(places_table(visit, found), visit.language, key="board")
    if len(found) > MOST_UNITS:
        st.caption(say(overview.MORE_UNITS, visit.language, units=len(found) - MOST_UNITS))
