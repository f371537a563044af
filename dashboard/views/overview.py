"""The overview: is service getting better or worse, where, by how much, why, and is it real."""

import streamlit as st

from dashboard.components.by_unit import by_unit
from dashboard.components.export_menu import export_menu
from dashboard.components.filter_bar import filter_bar
from dashboard.components.note_list import note_list
from dashboard.components.open_signals import open_signals
from dashboard.components.tiles import show_tiles
from dashboard.components.trend_chart import trend_chart
from dashboard.components.what_moved import what_moved
from dashboard.exports import pages as exports
from dashboard.overview_parts import message, tiles, unfinished
from dashboard.pinned_notes import notes_at
from dashboard.plain import plain
from dashboard.visit import Visit


def show(visit: Visit) -> None:
    """Show the sentence of the month, the tiles, the table of centres, what moved, the signals and one trend."""
    st.title(plain(message(visit)), anchor=False)
    if warning := unfinished(visit):
        st.warning(warning)
    filter_bar(visit, further=lambda: export_menu(visit, exports.overview(visit), exports.overview_pdf))
    show_tiles(visit.built("tiles", lambda: tiles(visit)), visit.language)
    by_unit(visit)
    moved, signals = st.columns(2, gap="large")
    with moved:
        what_moved(visit, visit.leading[0])
    with signals:
        open_signals(visit)
    trend_chart(visit)
    note_list(visit, notes_at(visit, visit.kpi, visit.place))
