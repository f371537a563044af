"""Why a KPI moved between two periods: one sentence, and a bridge or a table that adds up to the change."""

import streamlit as st

from dashboard import bridges, kpi_choice, periods, segments
from dashboard.components.figure import show_figure
from dashboard.components.linked_table import show_table
from dashboard.components.part_bar import as_table, choose, choose_dimension
from dashboard.figures.bridge import bridge
from dashboard.figures.palette import palette
from dashboard.measured import Measured
from dashboard.plain import plain
from dashboard.tracked import why
from dashboard.visit import Visit
from dashboard.wording import kpi as words
from dashboard.wording import say
from metrics.model import Quantile
from metrics.why.record import WhyRecord


def why_moved(visit: Visit, shown: Measured) -> None:
    """Show what moved the KPI at the chosen place."""
    if isinstance(shown.kpi.measure, Quantile):
        st.info(words.NO_WHY_OF_PERCENTILE.to(visit.language))
        return
    with st.container(horizontal=True, vertical_alignment="bottom"):
        before, now = _choose_periods(visit)
        by = choose_dimension(visit)
        tabular = as_table(visit)
    if not kpi_choice.is_in_order((before, now)):
        st.warning(words.NOT_IN_ORDER.to(visit.language))
        return
    found = why(visit, shown.kpi, (before, now), by)
    st.markdown(plain(found.says.to(visit.language)))
    if found.steps.height:
        name = _name(visit, shown, (before, now), by)
        st.caption(f"{plain(name)} · {words.WHY_HINT.to(visit.language)}")
        _show(visit, shown, found, (before, now), by if tabular else None)
    if of_sample := bridges.of_sample(shown.kpi, found, visit.language):
        st.caption(plain(of_sample))


def _choose_periods(visit: Visit) -> tuple[str, str]:
    offered = periods.listed(visit.source.months)
    before, now = kpi_choice.between(visit)
    choose(visit, "before", offered, before, periods.in_words)
    choose(visit, "now", offered, now, periods.in_words)
    return before, now


def _name(visit: Visit, shown: Measured, between: tuple[str, str], by: str) -> str:
    before, now = (periods.in_words(named, visit.language) for named in between)
    return say(
        words.WHY_OF,
        visit.language,
        kpi=shown.kpi.name.to(visit.language),
        place=visit.source.places.name(shown.place, visit.language),
        before=before,
        now=now,
        by=segments.within_a_sentence(shown.kpi, by, visit.language),
    )


def _show(visit: Visit, shown: Measured, found: WhyRecord, between: tuple[str, str], by: str | None) -> None:
    """Show the table where `by` says what its groups are, else the bridge."""
    if by:
        reader = bridges.Reader(shown, by, visit.source.places, visit.filters, visit.language)
        show_table(reader.table(found, words.PARTS["why"].to(visit.language)), visit.language, key="kpi_why_table")
        return
    names = (periods.in_words(between[0], visit.language), periods.in_words(between[1], visit.language))
    steps = bridges.steps(shown.kpi, found, names, visit.language)
    figure = bridge(steps, bridges.ticks(shown.kpi, steps, visit.language), palette(st.context.theme.type))
    show_figure(figure, "kpi_why", found.says.to(visit.language))
