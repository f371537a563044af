"""The rate of complaints over months with its exact limits: a figure, or a table."""

import streamlit as st

from dashboard.address import address, rows_of
from dashboard.complaints import rate
from dashboard.complaints.reads import RATE, Complaints
from dashboard.components.figure import show_figure
from dashboard.components.linked_table import show_table
from dashboard.components.opening import open_next
from dashboard.figures.control import control_figure
from dashboard.figures.palette import palette
from dashboard.measured import Measured, measured
from dashboard.plain import plain
from dashboard.visit import Visit
from dashboard.wording import complaints as words
from dashboard.wording import say
from metrics.registry import all_kpis


def show_rate(visit: Visit, known: Complaints) -> None:
    """Show the rate at the chosen place; a click on a month opens its rows."""
    shown, place = visit.measured(all_kpis()[RATE]), visit.source.places.name(visit.place, visit.language)
    if known.rate.is_empty():
        st.info(words.NO_RATE.to(visit.language))
        return
    name = say(words.RATE_OF, visit.language, kpi=shown.kpi.name.to(visit.language), place=place)
    with st.container(horizontal=True, vertical_alignment="center"):
        st.caption(plain(name), width="stretch")
        as_table = st.toggle(words.AS_TABLE.to(visit.language), key="complaints_rate_as_table")
    if as_table:
        table = rate.table(shown.kpi, known.rate, shown, visit.filters, visit.language)
        show_table(table, visit.language, key="complaints_rate_table")
    else:
        _figure(visit, known, shown, place)
    st.caption(rate.limits(known.rate, visit.language))


def _figure(visit: Visit, known: Complaints, shown: Measured, place: str) -> None:
    def opened(month: str) -> None:
        at_month = rows_of(shown, visit.filters).choose(month=month, status="counted", part=None)
        open_next(address("evidence", at_month))

    drawn = rate.marks(shown.kpi, known.rate, _unfinished(visit, shown), visit.language)
    labels = rate.labels(shown.kpi, known.rate, drawn, visit.language)
    figure = control_figure(drawn, known.rate["centre"][0], visit.month, labels, palette(st.context.theme.type))
    show_figure(figure, "complaints_rate", rate.alternative(shown.kpi, place, known.rate, visit.language), opened)


def _unfinished(visit: Visit, shown: Measured) -> Measured | None:
    """Return the newest month where it is not over."""
    newest = visit.source.months[-1]
    return measured(visit.source, shown.kpi, shown.place, newest) if visit.source.is_partial(newest) else None
