"""Units beside each other, each judged by its own size: the funnel plot, or a table."""

import streamlit as st

from dashboard import numbers, units_compared
from dashboard.address import address
from dashboard.components.figure import show_figure
from dashboard.components.linked_table import show_table
from dashboard.components.opening import open_next
from dashboard.components.part_bar import as_table
from dashboard.figures.funnel_plot import funnel_plot
from dashboard.figures.palette import palette
from dashboard.measured import Measured
from dashboard.places import EVERYWHERE, Place
from dashboard.plain import plain
from dashboard.tracked import units_beside_each_other
from dashboard.visit import Visit
from dashboard.wording import kpi as words
from dashboard.wording import say
from metrics.model import Quantile
from metrics.signals.funnel_plot import FunnelPlot


def units_plot(visit: Visit, shown: Measured) -> None:
    """Show the units of the chosen region, or all of them."""
    plot = units_beside_each_other(visit, shown.kpi, shown.place)
    if plot is None:
        percentile = isinstance(shown.kpi.measure, Quantile)
        st.info((words.NO_UNITS_PLOT_OF_PERCENTILE if percentile else words.NO_UNITS_PLOT).to(visit.language))
        return
    tabular = as_table(visit)
    st.caption(f"{plain(_name(visit, shown))} · {words.UNITS_HINT.to(visit.language)}")
    if tabular:
        table = units_compared.table(shown, plot, visit.source.places, visit.filters, visit.language)
        show_table(table, visit.language, key="kpi_units_table")
    else:
        _figure(visit, shown, plot)


def _name(visit: Visit, shown: Measured) -> str:
    compared = shown.place if shown.place.kind == "region" else EVERYWHERE
    place = visit.source.places.name(compared, visit.language)
    month = numbers.month(shown.month, visit.language)
    return say(words.UNITS_OF, visit.language, kpi=shown.kpi.name.to(visit.language), place=place, month=month)


def _figure(visit: Visit, shown: Measured, plot: FunnelPlot) -> None:
    def opened(unit: str) -> None:
        open_next(address("kpi", visit.filters.at(Place("unit", unit))))

    dots = units_compared.dots(shown, plot, visit.source.places, visit.language)
    lines = units_compared.lines(shown, plot, visit.language)
    figure = funnel_plot(dots, lines, palette(st.context.theme.type))
    show_figure(figure, "kpi_units", units_compared.alternative(shown, plot, dots, visit.language), opened)
