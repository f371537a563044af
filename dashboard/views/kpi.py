"""One KPI: its value and what it means, its trend and signals, its parts, why it moved, and the rows behind it."""

from collections.abc import Callable, Mapping

import streamlit as st

from dashboard.components.breakdown import breakdown
from dashboard.components.control_trend import control_trend
from dashboard.components.definition import definition
from dashboard.components.export_menu import export_menu
from dashboard.components.filter_bar import filter_bar
from dashboard.components.part_bar import choose_part
from dashboard.components.row_list import row_list
from dashboard.components.units_plot import units_plot
from dashboard.components.why_moved import why_moved
from dashboard.exports import pages as exports
from dashboard.measured import Measured
from dashboard.pages import page
from dashboard.plain import plain
from dashboard.sentences import sentence
from dashboard.silent import silent
from dashboard.visit import Visit
from dashboard.wording import kpi as words

_PARTS: Mapping[str, Callable[[Visit, Measured], None]] = {
    "trend": control_trend,
    "breakdown": breakdown,
    "units": units_plot,
    "why": why_moved,
}


def show(visit: Visit) -> None:
    """Show the KPI that was chosen, or the headline KPI."""
    shown = visit.measured(visit.kpi)
    title = sentence(shown, (), visit.source.places, visit.language)
    st.title(plain(title), anchor=False)
    paper = exports.kpi_pdf(visit, shown, title)
    filter_bar(visit, with_kpi=True, further=lambda: export_menu(visit, exports.kpi(visit, shown), paper))
    definition(shown, visit.language, visit.filters.arrows)
    if told := silent(visit, shown):
        st.caption(plain(told))
    _ways(visit)
    _PARTS[choose_part(visit)](visit, shown)
    if shown.now is not None:
        row_list(visit, shown)


def _ways(visit: Visit) -> None:
    """Show the ways to the proof of the figure and to its entry in the handbook."""
    kept = visit.filters.choose(kpi=visit.kpi.key, month=visit.month)
    asked = {name: value for name, value in kept.params.items() if name in ("lang", "kpi", "month", "unit", "region")}
    with st.container(horizontal=True):
        for name, text in {"evidence": words.PROOF, "handbook": words.HANDBOOK}.items():
            st.page_link(page(name, visit.language), label=f"{text.to(visit.language)} ›", query_params=asked)
