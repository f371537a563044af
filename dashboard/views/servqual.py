"""The SERVQUAL page: where the service falls short of what customers expect, what to mend first, and why."""

import streamlit as st

from dashboard import numbers
from dashboard.components.address_choice import choose_from_list
from dashboard.components.export_menu import export_menu
from dashboard.components.filter_bar import place_choice
from dashboard.components.notices import problem_notices
from dashboard.components.survey_answers import show_answers
from dashboard.components.survey_parts import show_dimensions, show_five, show_priorities, show_waves
from dashboard.exports import pages as exports
from dashboard.plain import plain
from dashboard.survey.message import basis, message
from dashboard.survey.reads import Surveyed
from dashboard.visit import Visit
from dashboard.wording import say
from dashboard.wording import servqual as words

# Fewer customers than this are pointed out.
_FEW = 30


def show(visit: Visit) -> None:
    """Show what a wave says at a place: dimensions, priorities, waves, the five gaps, and the answers behind them."""
    known = Surveyed(visit.source, visit.filters)
    if not known.waves:
        st.title(words.NO_SURVEY.to(visit.language), anchor=False)
        st.text(words.NO_SURVEY_HOW.to(visit.language))
        return
    problem_notices(known.problems, visit.language)
    survey = known.survey
    title = message(survey, visit.language) if survey else say(words.NO_ANSWERS, visit.language, wave=known.wave)
    st.title(plain(title), anchor=False)
    _choices(visit, known, title)
    if survey is None or not survey.respondents:
        place = visit.source.places.name(visit.place, visit.language)
        st.info(plain(say(words.NO_PAIRS, visit.language, place=place, wave=known.wave)))
        return
    st.text(basis(survey, visit.language))
    if survey.respondents < _FEW:
        st.warning(say(words.FEW, visit.language, n=numbers.count(survey.respondents)))
    show_dimensions(visit, survey)
    show_priorities(visit, survey)
    show_five(visit, survey)
    show_waves(visit, known)
    show_answers(visit, known, survey)


def _choices(visit: Visit, known: Surveyed, title: str) -> None:
    with st.container(horizontal=True, vertical_alignment="bottom"):
        choose_from_list(visit, "wave", {wave: wave for wave in reversed(known.waves)}, words.WAVE)
        place_choice(visit)
        if len(known.instruments) > 1:
            choose_from_list(visit, "instrument", {name: name for name in known.instruments}, words.INSTRUMENT)
        if (survey := known.survey) and survey.respondents:
            paper = exports.servqual_pdf(visit, known, survey, title)
            export_menu(visit, exports.servqual(visit, known, survey), paper)
