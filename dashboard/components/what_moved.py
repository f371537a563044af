"""What moved the headline KPI since the month before: the bridge, and the way to more of it."""

import streamlit as st

from dashboard import bridges
from dashboard.components.linked_table import show_table
from dashboard.overview_parts import cause, steps
from dashboard.pages import page
from dashboard.plain import plain
from dashboard.visit import Visit
from dashboard.wording import overview, say
from metrics.model import Kpi


def what_moved(visit: Visit, kpi: Kpi) -> None:
    """Show the bridge; where the comparison is withheld, the sentence alone."""
    name = kpi.name.to(visit.language)
    st.header(plain(say(overview.WHAT_MOVED, visit.language, kpi=name)), anchor=False)
    if found := cause(visit, kpi):
        says = found.says.to(visit.language)
        st.caption(plain(says))
        if drawn := steps(visit, kpi, found):
            show_table(bridges.ladder(drawn, says, visit.language), visit.language, key="bridge")
    asked = visit.filters.choose(kpi=kpi.key, part="why")
    st.page_link(
        page("kpi", visit.language), label=f"{overview.MORE_WHY.to(visit.language)} ›", query_params=asked.params
    )
