"""What a viewer must know before reading a figure: a load that failed, an address that was not understood."""

from collections.abc import Sequence

import streamlit as st

from dashboard import numbers
from dashboard.filters import Problem
from dashboard.plain import plain
from dashboard.provenance.load_messages import load_message
from dashboard.wording import frame, say
from metrics.store import Load, Store
from metrics.text import Language

# A load that found nothing new is no failure: what is shown is all there is.
_WELL = {"published", "unchanged"}


def load_notice(store: Store, attempt: Load | None, shown: Load | None, language: Language) -> None:
    """Say it when the newest load is not the one that is shown."""
    if attempt is None or attempt.state in _WELL:
        return
    words = _of_attempt(attempt, shown, store.settings.calendar.zone, language)
    if attempt.state == "running":
        st.info(words)
        return
    st.warning(f"{words}\n\n{plain(load_message(attempt.message, language))}" if attempt.message else words)


def _of_attempt(attempt: Load, shown: Load | None, zone: str, language: Language) -> str:
    at = numbers.moment(attempt.started_at, zone)
    if shown is None:
        return say(frame.FIRST_LOAD_FAILED, language, attempt=attempt.id, at=at)
    since = numbers.moment(shown.finished_at, zone)
    text = frame.LOAD_RUNNING if attempt.state == "running" else frame.LOAD_FAILED
    return say(text, language, attempt=attempt.id, at=at, load=shown.id, since=since)


def problem_notices(problems: Sequence[Problem], language: Language) -> None:
    """Say which parts of the address were not understood."""
    for problem in problems:
        text = frame.UNKNOWN_PARAMETER if problem.value is None else frame.UNKNOWN_VALUE
        st.warning(say(text, language, name=plain(problem.name), value=plain(problem.value or "")))
