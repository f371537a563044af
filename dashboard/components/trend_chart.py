"""The trend of one KPI with its controls: which KPI, and as a figure or as a table."""

from collections.abc import Sequence
from typing import Any

import plotly.graph_objects as go
import streamlit as st

from dashboard import trends
from dashboard.address import address, rows_of
from dashboard.choices import follow, remember
from dashboard.components.linked_table import show_table
from dashboard.components.opening import open_next
from dashboard.figures.palette import palette
from dashboard.figures.trend import trend
from dashboard.measured import Measured
from dashboard.plain import plain
from dashboard.visit import Visit
from dashboard.wording import say
from dashboard.wording import trend as trend_words

_CHART = "trend_chart"


def trend_chart(visit: Visit) -> None:
    """Show the trend of the chosen KPI at the chosen place."""
    st.header(trend_words.TITLE.to(visit.language), anchor=False)
    _choose_kpi(visit)
    months = trends.drawn(visit.source, visit.kpi, visit.place)
    kpi, place = visit.kpi.name.to(visit.language), visit.source.places.name(visit.place, visit.language)
    name = say(trend_words.OF, visit.language, kpi=kpi, place=place)
    with st.container(horizontal=True, vertical_alignment="center"):
        st.caption(f"{plain(name)} · {trend_words.HINT.to(visit.language)}", width="stretch")
        as_table = st.toggle(trend_words.AS_TABLE.to(visit.language), key="trend_as_table")
    if as_table:
        show_table(trends.table(months, visit.filters, name, visit.language), visit.language, key="trend_table")
    else:
        _figure(visit, months)


def _choose_kpi(visit: Visit) -> None:
    key = "trend_kpi"
    follow(key, visit.kpi.key)
    names = {kpi.key: kpi.name.to(visit.language) for kpi in (*visit.leading, visit.kpi)}
    st.segmented_control(
        trend_words.TITLE.to(visit.language),
        list(names),
        format_func=names.__getitem__,
        key=key,
        required=True,
        on_change=remember(key, lambda chosen: visit.filters.choose(kpi=chosen)),
        label_visibility="collapsed",
    )


def _figure(visit: Visit, months: Sequence[Measured]) -> None:
    def opened() -> None:
        clicked = _months_of(st.session_state[_CHART])
        shown = next((shown for shown in months if shown.month in clicked), None)
        if shown:
            open_next(address("kpi", rows_of(shown, visit.filters)))

    st.plotly_chart(
        _drawn(visit, months),
        key=_CHART,
        on_select=opened,
        selection_mode="points",
        config={"displayModeBar": False},
        alt=trends.alternative(months, visit.source.places, visit.language),
    )


def _drawn(visit: Visit, months: Sequence[Measured]) -> go.Figure:
    """Return the figure, which is the same whatever month is looked at."""
    theme = st.context.theme.type

    def draw() -> go.Figure:
        points, labels = trends.points(months, visit.language), trends.labels(months, visit.language)
        return trend(points, labels, palette(theme))

    about = (visit.kpi.key, visit.place.kind, visit.place.code, visit.language, visit.in_myriads, theme)
    return visit.source.built("trend", draw, *about)


def _months_of(event: Any) -> list[str]:  # noqa: ANN401 what streamlit sends has no type
    """Return the months of the points that were clicked."""
    return [str(point["x"]) for point in event.selection.points]
