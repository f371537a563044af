"""A KPI cut by one dimension: bars with their intervals, or a table."""

import streamlit as st

from dashboard import breakdowns, numbers, segments
from dashboard.components.figure import show_figure
from dashboard.components.linked_table import show_table
from dashboard.components.opening import open_next
from dashboard.components.part_bar import as_table, choose_dimension
from dashboard.figures.bars import Whole, bars
from dashboard.figures.palette import palette
from dashboard.measured import Measured
from dashboard.plain import plain
from dashboard.visit import Visit
from dashboard.wording import kpi as words
from dashboard.wording import say
from metrics.store import Query


def breakdown(visit: Visit, shown: Measured) -> None:
    """Show the groups of the dimension that the address asks for."""
    with st.container(horizontal=True, vertical_alignment="bottom", horizontal_alignment="distribute"):
        by = choose_dimension(visit)
        tabular = as_table(visit)
    query = Query(shown.kpi.key, shown.month, shown.month, by=(by,), where=shown.place.where)
    readings = visit.source.readings(query).to_dicts()
    found = breakdowns.groups(shown.kpi, by, readings, visit.source.places, visit.language)
    if not found:
        st.info(words.NOTHING_TO_BREAK_DOWN.to(visit.language))
        return
    st.caption(f"{plain(_name(visit, shown, by))} · {words.BREAKDOWN_HINT.to(visit.language)}")
    drawn = breakdowns.drawn(found)
    whole = breakdowns.whole(shown, drawn, visit.language) if drawn else None
    if tabular or whole is None:
        table = breakdowns.table(shown, by, found, visit.filters, visit.language)
        show_table(table, visit.language, key="kpi_breakdown_table")
    else:
        _figure(visit, by, found, whole)


def _name(visit: Visit, shown: Measured, by: str) -> str:
    return say(
        words.BREAKDOWN_OF,
        visit.language,
        kpi=shown.kpi.name.to(visit.language),
        place=visit.source.places.name(shown.place, visit.language),
        month=numbers.month(shown.month, visit.language),
        by=segments.within_a_sentence(shown.kpi, by, visit.language),
    )


def _figure(visit: Visit, by: str, found: list[breakdowns.Group], whole: Whole) -> None:
    def opened(key: str) -> None:
        if href := breakdowns.place_address(by, key, visit.filters):
            open_next(href)

    drawn = breakdowns.drawn(found)
    figure = bars(breakdowns.bars(visit.kpi, drawn, visit.language), whole, palette(st.context.theme.type))
    alternative = breakdowns.alternative(visit.kpi, by, drawn, visit.language)
    show_figure(figure, "kpi_breakdown", alternative, opened)
    if len(drawn) < len(found):
        st.caption(say(words.MORE_SEGMENTS, visit.language, segments=len(found) - len(drawn)))
