"""What became of each month of entry: a trend in which fresh months are hollow, or the table of it."""

import streamlit as st

from dashboard import cohort_trend, funnel_data, numbers
from dashboard.choices import rewrite
from dashboard.components.figure import show_figure
from dashboard.components.linked_table import show_table
from dashboard.figures.palette import palette
from dashboard.figures.trend import trend
from dashboard.funnel_choice import FunnelChoice
from dashboard.visit import Visit
from dashboard.wording import funnel_parts as words
from dashboard.wording import say
from dashboard.wording import trend as trend_words


def cohort_chart(visit: Visit, choice: FunnelChoice) -> None:
    """Show the year of entry months that ends with the period."""
    st.header(words.COHORTS.to(visit.language), anchor=False)
    found = funnel_data.cohorts(visit.source, choice)
    if found.is_empty():
        st.info(words.NO_COHORTS.to(visit.language))
        return
    window = numbers.length(choice.funnel.window, visit.language)
    with st.container(horizontal=True, vertical_alignment="center"):
        st.caption(say(words.COHORTS_HINT, visit.language, window=window), width="stretch")
        as_table = st.toggle(trend_words.AS_TABLE.to(visit.language), key="cohorts_as_table")
    if as_table:
        name = words.COHORTS.to(visit.language)
        show_table(cohort_trend.table(found, visit.filters, name, visit.language), visit.language, key="cohorts_table")
        return
    drawn = trend(
        cohort_trend.points(found, visit.language),
        cohort_trend.labels(found, visit.language),
        palette(st.context.theme.type),
    )
    alternative = cohort_trend.alternative(found, visit.language)
    show_figure(drawn, "cohorts", alternative, lambda month: _open(visit, month))


def _open(visit: Visit, month: str) -> None:
    # The interval's edges can be clicked as well; only points carry a month that the source has.
    if month in visit.source.months:
        rewrite(visit.filters.choose(month=month, span=None, part=None))
