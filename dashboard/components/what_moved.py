"""What moved the headline KPI since the month before: the bridge, and the way to more of it."""

import streamlit as st

from dashboard import bridges, numbers, segments
from dashboard.components.linked_table import show_table
from dashboard.pages import page
from dashboard.plain import plain
from dashboard.tracked import why
from dashboard.visit import Visit
from dashboard.wording import overview, say
from metrics.calendar import shift_month
from metrics.model import Kpi, Quantile


def what_moved(visit: Visit, kpi: Kpi) -> None:
    """Show the bridge; where the comparison is withheld, the sentence alone."""
    name = kpi.name.to(visit.language)
    st.subheader(plain(say(overview.WHAT_MOVED, visit.language, kpi=name)), anchor=False)
    by = segments.dimension(None, segments.dimensions(kpi, visit.place, visit.source.places))
    before = shift_month(visit.month, -1)
    if not isinstance(kpi.measure, Quantile):
        _bridge(visit, kpi, (before, visit.month), by)
    asked = visit.filters.choose(kpi=kpi.key, part="why")
    st.page_link(
        page("kpi", visit.language), label=f"{overview.MORE_WHY.to(visit.language)} ›", query_params=asked.params
    )


def _bridge(visit: Visit, kpi: Kpi, between: tuple[str, str], by: str) -> None:
    found = why(visit, kpi, between, by)
    st.caption(plain(found.says.to(visit.language)))
    if found.steps.height:
        before, now = (numbers.month(month, visit.language) for month in between)
        steps = bridges.steps(kpi, found, (before, now), visit.language)
        show_table(bridges.ladder(steps, found.says.to(visit.language), visit.language), visit.language, key="bridge")
