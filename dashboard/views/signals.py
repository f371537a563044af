"""The signals page: what has changed beyond chance, whether it can be believed, and who deals with it."""

import streamlit as st

from dashboard.components.filter_bar import place_choice
from dashboard.components.signal_detail import signal_detail
from dashboard.components.signal_list import choose_kind, signal_list
from dashboard.components.signal_progress import warnings_with_progress
from dashboard.early_warning import choice
from dashboard.early_warning.message import by_chance, message
from dashboard.plain import plain
from dashboard.visit import Visit
from dashboard.wording import say
from dashboard.wording import signals as words
from metrics.store.early_warning import Warnings


def show(visit: Visit) -> None:
    """Show the message, the signal that was chosen, and the list."""
    found = warnings_with_progress(visit)
    entries = choice.at(found.entries, visit.place, visit.source.places)
    place = visit.source.places.name(visit.place, visit.language)
    st.title(plain(message(entries, place, visit.language)), anchor=False)
    st.caption(by_chance(found, visit.language) if found.charts else words.NO_CHARTS.to(visit.language))
    with st.container(horizontal=True, vertical_alignment="bottom"):
        place_choice(visit)
        choose_kind(visit, entries)
    if visit.filters.signal:
        _chosen(visit, found)
    signal_list(visit, entries)


def _chosen(visit: Visit, found: Warnings) -> None:
    entry = choice.called(found.entries, visit.filters.signal)
    if entry is None:
        st.warning(say(words.NO_SUCH_SIGNAL, visit.language, id=plain(visit.filters.signal or "")))
    else:
        signal_detail(visit, entry)
