"""The notes about a KPI at a place, and the form to pin another one."""

from collections.abc import Sequence
from datetime import UTC, datetime

import streamlit as st

from dashboard import numbers
from dashboard.access import viewer, viewer_name
from dashboard.pinned_notes import in_words
from dashboard.plain import plain
from dashboard.visit import Visit
from dashboard.wording import notes as words
from dashboard.wording import say
from metrics.errors import MetricsError
from metrics.model import Kpi
from metrics.store.notes import LONGEST, Note, pin

_TEXT, _MONTH, _PROBLEM = "note_text", "note_month", "note_problem"


def note_list(visit: Visit, notes: Sequence[Note], month: str | None = None) -> None:
    """Show notes, of one month only where it is named, numbered as on the chart; their texts are text only."""
    lines = [
        f"- {plain(in_words(number, note, visit.source.places, visit.source.zone, visit.language))}"
        for number, note in enumerate(notes, start=1)
        if month in (None, note.month)
    ]
    if lines:
        st.markdown("\n".join(lines))


def note_form(visit: Visit, kpi: Kpi) -> None:
    """Show the way to pin a note to a month of a KPI at the chosen place."""
    problem = st.session_state.pop(_PROBLEM, None)
    if problem:
        st.warning(plain(problem))
    with st.popover(words.ADD.to(visit.language)), st.form("note", border=False):
        st.caption(words.ADD_HELP.to(visit.language))
        months = visit.source.months[::-1]
        st.selectbox(
            words.MONTH.to(visit.language),
            months,
            index=months.index(visit.month),
            format_func=lambda month: numbers.month(month, visit.language),
            key=_MONTH,
            filter_mode=None,
        )
        st.text_area(words.TEXT.to(visit.language), key=_TEXT, max_chars=LONGEST, height=100)
        st.form_submit_button(words.SAVE.to(visit.language), on_click=_save, args=(visit, kpi))


def _save(visit: Visit, kpi: Kpi) -> None:
    text, place = str(st.session_state[_TEXT]).strip(), visit.place
    if not text:
        st.session_state[_PROBLEM] = words.EMPTY.to(visit.language)
        return
    month = str(st.session_state[_MONTH])
    try:
        note = Note(kpi.key, place.kind, place.code, month, viewer_name(), datetime.now(UTC), text)
        pin(visit.source.store, viewer(), note)
    except MetricsError as problem:
        st.session_state[_PROBLEM] = say(words.NOT_KEPT, visit.language, problem=problem)
        return
    st.session_state[_TEXT] = ""
