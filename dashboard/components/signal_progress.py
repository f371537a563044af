"""Reading the signals under a bar that says how far it is: after a load, every chart is drawn anew."""

import time

import streamlit as st

from dashboard.early_warning.reads import read_warnings
from dashboard.visit import Visit
from dashboard.wording import say
from dashboard.wording import signals as words
from metrics.store.early_warning import Warnings
from metrics.text import Text

# What takes no longer than this, in seconds, needs no bar.
_SOON = 0.5


def warnings_with_progress(visit: Visit) -> Warnings:
    """Return every signal; while they are read, show of which KPI the charts are looked at."""
    place, started = st.empty(), time.monotonic()

    def tell(number: int, of: int, name: Text) -> None:
        if time.monotonic() - started > _SOON:
            place.progress(number / of, say(words.LOOKING, visit.language, kpi=name.to(visit.language)))

    found = read_warnings(visit.source, tell)
    place.empty()
    return found
