"""Where segments lose more than chance explains, by one dimension: as squares or as a table."""

import polars as pl
import streamlit as st

from dashboard import numbers
from dashboard.choices import follow, remember
from dashboard.components.figure import show_figure
from dashboard.components.linked_table import show_table
from dashboard.components.opening import open_next
from dashboard.figures.palette import palette
from dashboard.figures.segments import segments
from dashboard.funnel_choice import FunnelChoice
from dashboard.funnel_names import Names
from dashboard.plain import drawn
from dashboard.segment_grid import MOST, Grid
from dashboard.visit import Visit
from dashboard.wording import funnel_parts as words
from dashboard.wording import say
from dashboard.wording import trend as trend_words
from metrics.funnel.segments import SMALLEST
from metrics.store.funnel_summary import FunnelSummary


def segment_chart(visit: Visit, summary: FunnelSummary, choice: FunnelChoice, names: Names) -> None:
    """Show the comparison by the dimension that the address names."""
    dimension = visit.filters.by if visit.filters.by in choice.compared else choice.compared[0]
    _choose(visit, choice, names, str(dimension))
    grid = Grid(summary.segments.filter(pl.col("dimension") == dimension), str(dimension), names, visit.filters)
    if not grid.shown:
        st.info(words.NOTHING_TO_COMPARE.to(visit.language))
        return
    with st.container(horizontal=True, vertical_alignment="center"):
        st.caption(_told(visit, summary, choice, grid), width="stretch")
        as_table = st.toggle(trend_words.AS_TABLE.to(visit.language), key="segments_as_table")
    if as_table:
        show_table(grid.table(), visit.language, key="segments_table")
    else:
        _figure(visit, grid)


def _choose(visit: Visit, choice: FunnelChoice, names: Names, dimension: str) -> None:
    key = "funnel_by"
    follow(key, dimension)
    st.segmented_control(
        words.BY.to(visit.language),
        choice.compared,
        format_func=names.dimension,
        key=key,
        required=True,
        on_change=remember(key, lambda chosen: visit.filters.choose(by=chosen)),
    )


def _told(visit: Visit, summary: FunnelSummary, choice: FunnelChoice, grid: Grid) -> str:
    tests = numbers.count(summary.segments.height)
    told = [say(words.WHERE, visit.language, tests=tests, smallest=SMALLEST)]
    if choice.segment:
        told.append(words.WHERE_WHATEVER_SEGMENT.to(visit.language))
    if len(grid.segments) > MOST:
        told.append(say(words.MORE_SEGMENTS, visit.language, shown=MOST, every=len(grid.segments)))
    return " ".join(told)


def _figure(visit: Visit, grid: Grid) -> None:
    steps = [drawn(grid.names.stage(step)) for step in grid.steps]
    names = [drawn(grid.name(segment)) for segment in grid.shown]
    show_figure(
        segments(grid.squares(), steps, names, palette(st.context.theme.type)),
        key=f"segments_{grid.dimension}",
        alternative=say(
            words.WHERE_ALTERNATIVE,
            visit.language,
            dimension=grid.names.dimension(grid.dimension),
            worse=grid.worse,
            squares=numbers.count(grid.rows.height),
        ),
        clicked=open_next,
    )
