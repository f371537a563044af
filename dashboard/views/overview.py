"""The overview: is service getting better or worse, where, by how much, why, and is it real."""

import streamlit as st

from dashboard import numbers
from dashboard.cards import MONTHS, Card, card
from dashboard.components.by_unit import by_unit
from dashboard.components.export_menu import export_menu
from dashboard.components.filter_bar import filter_bar
from dashboard.components.note_list import note_list
from dashboard.components.open_signals import open_signals
from dashboard.components.tiles import show_tiles
from dashboard.components.trend_chart import trend_chart
from dashboard.components.what_moved import what_moved
from dashboard.exports import pages as exports
from dashboard.measured import trail
from dashboard.pinned_notes import notes_at
from dashboard.places import Place
from dashboard.plain import plain
from dashboard.sentences import sentence
from dashboard.visit import Visit
from dashboard.wording import overview, say
from metrics.model import Kpi


def show(visit: Visit) -> None:
    """Show the sentence of the month, the tiles, the table of centres, what moved, the signals and one trend."""
    headline = visit.leading[0]
    units = [visit.measured(headline, unit) for unit in _units(visit)]
    message = sentence(visit.measured(headline), units, visit.source.places, visit.language)
    st.title(plain(message), anchor=False)
    if visit.source.is_partial(visit.month):
        month = numbers.month(visit.month, visit.language)
        at = numbers.moment(visit.source.load.as_of, visit.source.zone)
        st.warning(say(overview.PARTIAL, visit.language, month=month, at=at))
    filter_bar(visit, further=lambda: export_menu(visit, exports.overview(visit)))
    show_tiles([_card(visit, kpi) for kpi in visit.leading], visit.language)
    by_unit(visit)
    moved, signals = st.columns(2, gap="large")
    with moved:
        what_moved(visit, headline)
    with signals:
        open_signals(visit)
    trend_chart(visit)
    note_list(visit, notes_at(visit, visit.kpi, visit.place))


def _card(visit: Visit, kpi: Kpi) -> Card:
    months = trail(visit.source, kpi, visit.place, visit.month, MONTHS)
    return card(visit.measured(kpi), months, visit.filters, visit.language)


def _units(visit: Visit) -> tuple[Place, ...]:
    """Return the units whose moves the sentence may name: none where one unit is looked at."""
    return () if visit.place.kind == "unit" else visit.source.places.within(visit.place)
