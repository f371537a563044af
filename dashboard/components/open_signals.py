"""The newest open signals of the leading KPIs, each with its owner and the way to it."""

import streamlit as st

from dashboard.components.linked_list import show_list
from dashboard.overview_parts import signals
from dashboard.pages import page
from dashboard.visit import Visit
from dashboard.wording import overview, say

MOST = 5


def open_signals(visit: Visit) -> None:
    """Show at most five signals, and the way to all of them."""
    st.header(overview.SIGNALS.to(visit.language), anchor=False)
    found = signals(visit)
    st.caption((overview.SIGNALS_ORDER if found else overview.NO_SIGNALS).to(visit.language))
    if found:
        show_list(overview.SIGNALS.to(visit.language), found[:MOST], visit.language, key="open_signals")
    more = say(overview.MORE_SIGNALS, visit.language, signals=max(len(found) - MOST, 0))
    st.page_link(page("signals", visit.language), label=f"{more} ›", query_params=visit.filters.params)
