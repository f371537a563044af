"""What can be done about a signal: buttons and fields that write into its log."""

from collections.abc import Callable
from datetime import UTC, datetime

import streamlit as st

from dashboard.access import viewer, viewer_name
from dashboard.plain import plain
from dashboard.visit import Visit
from dashboard.wording import say
from dashboard.wording import signals as words
from metrics.errors import MetricsError
from metrics.signals.handling import LONGEST_NOTE, LONGEST_OWNER, Act, State, Step
from metrics.signals.inbox import Entry
from metrics.store.signal_log import record
from metrics.text import Text

_PROBLEM = "signal_problem"


def signal_acts(visit: Visit, entry: Entry) -> None:
    """Show what can be done about a signal; what was done is in the log before the page is drawn anew."""
    problem = st.session_state.pop(_PROBLEM, None)
    if problem:
        st.warning(plain(problem))
    with st.container(horizontal=True):
        for step, text in _buttons(entry):
            st.button(text.to(visit.language), key=f"signal_{step}", on_click=_does(visit, entry, step))
    if entry.handling.state is not State.CLOSED:
        _field(visit, entry, Step.ASSIGN, words.OWNER, words.ASSIGN)
        _field(visit, entry, Step.NOTE, words.NOTE, words.ADD_NOTE)


def _buttons(entry: Entry) -> list[tuple[Step, Text]]:
    match entry.handling.state:
        case State.CLOSED:
            return [(Step.REOPEN, words.REOPEN)]
        case State.NEW:
            return [(Step.ACKNOWLEDGE, words.ACKNOWLEDGE), (Step.CLOSE, words.CLOSE)]
        case _:
            return [(Step.CLOSE, words.CLOSE)]


def _field(visit: Visit, entry: Entry, step: Step, label: Text, button: Text) -> None:
    key = f"signal_{step}_text"
    with st.form(f"signal_{step}_form", border=False), st.container(horizontal=True, vertical_alignment="bottom"):
        if step is Step.NOTE:
            st.text_area(label.to(visit.language), key=key, max_chars=LONGEST_NOTE, height=80)
        else:
            st.text_input(label.to(visit.language), key=key, max_chars=LONGEST_OWNER)
        st.form_submit_button(button.to(visit.language), on_click=_does(visit, entry, step, key))


def _does(visit: Visit, entry: Entry, step: Step, field: str | None = None) -> Callable[[], None]:
    def do() -> None:
        text = "" if field is None else str(st.session_state[field]).strip()
        if field is not None and not text:
            st.session_state[_PROBLEM] = words.EMPTY.to(visit.language)
            return
        try:
            act = Act(entry.key, step, viewer_name(), datetime.now(UTC), text)
            record(visit.source.store, viewer(), act)
        except MetricsError as problem:
            st.session_state[_PROBLEM] = say(words.NOT_KEPT, visit.language, problem=problem)
            return
        if field is not None:
            st.session_state[field] = ""

    return do
