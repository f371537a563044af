"""One case and its customer: what happened when, what was promised, and where each record came from."""

import streamlit as st

from dashboard.choices import remember
from dashboard.components.case_timeline import case_timeline
from dashboard.components.way_back import way_back
from dashboard.funnel_data import funnels
from dashboard.plain import plain
from dashboard.timeline_reader import RecordReader
from dashboard.timelines import Told, message, sentence
from dashboard.visit import Visit
from dashboard.wording import case as words
from dashboard.wording import say
from metrics.store.timeline import CaseTimeline
from metrics.store.timeline import case_timeline as timeline_of


def show(visit: Visit) -> None:
    """Show the case that the address names; where it names none, or none that there is, ask for one."""
    way_back(visit)
    found = _read(visit, visit.filters.case)
    if found is None:
        _ask(visit, visit.filters.case)
        return
    told = Told(found, visit.source.places, visit.source.zone, visit.language)
    st.title(plain(message(told)), anchor=False)
    st.markdown(plain(sentence(told)))
    case_timeline(visit, told, RecordReader(told, funnels(visit.source)))


def _read(visit: Visit, case: str | None) -> CaseTimeline | None:
    if case is None:
        return None
    source = visit.source
    return source.asked("timeline", lambda: timeline_of(source.store, source.scope, case), case)


def _ask(visit: Visit, case: str | None) -> None:
    title = say(words.NOT_FOUND, visit.language, case=case) if case else words.NO_CASE.to(visit.language)
    st.title(plain(title), anchor=False)
    st.text((words.NOT_FOUND_HOW if case else words.NO_CASE_HOW).to(visit.language))
    key = "case_asked"
    st.text_input(
        words.ASK.to(visit.language),
        key=key,
        on_change=remember(key, lambda asked: visit.filters.choose(case=str(asked).strip() or None)),
        width=260,
    )
