"""The signals page: what has changed beyond chance, whether it can be believed, and who deals with it."""

import streamlit as st

from dashboard.components.export_menu import export_menu
from dashboard.components.filter_bar import place_choice
from dashboard.components.signal_detail import signal_detail
from dashboard.components.signal_list import choose_kind, signal_list
from dashboard.components.signal_progress import warnings_with_progress
from dashboard.early_warning import choice
from dashboard.early_warning.message import about, message
from dashboard.exports import pages as exports
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
    title = message(entries, place, visit.language)
    st.title(plain(title), anchor=False)
    st.caption(about(found, visit.language))
    with st.container(horizontal=True, vertical_alignment="bottom"):
        place_choice(visit)
        choose_kind(visit, entries)
        export_menu(visit, exports.signals(visit, entries), exports.signals_pdf(visit, found, entries, title))
    if visit.filters.signal:
        _chosen(visit, found)
    signal_list(visit, entries)


def _chosen(visit: Visit, found: Warnings) -> None:
    entry = choice.called(found.entries, visit.filters.signal)
    if entry is None:
        st.warning(say(words.NO_SUCH_SIGNAL, visit.language, id=plain(visit.filters.signal or "")))
    else:
        signal_detail(visit, entry)
