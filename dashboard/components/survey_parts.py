"""The parts of the SERVQUAL page: dimensions, priorities, waves, the five gaps, and one dimension's answers."""

from typing import TYPE_CHECKING

import streamlit as st

from dashboard.components.five_gaps import show_five_gaps
from dashboard.components.linked_table import show_table
from dashboard.figures.gap_rows import bars, dots
from dashboard.figures.palette import palette
from dashboard.figures.priorities import priorities
from dashboard.figures.wave_rows import wave_rows
from dashboard.plain import plain
from dashboard.survey import rows, tables
from dashboard.survey.picture import boxes_of
from dashboard.survey.reads import Surveyed
from dashboard.visit import Visit
from dashboard.wording import say
from dashboard.wording import servqual as words
from metrics.servqual.quadrants import middle
from metrics.store.surveys import Survey
from metrics.text import Text

if TYPE_CHECKING:
    import plotly.graph_objects as go


def show_dimensions(visit: Visit, survey: Survey) -> None:
    """Show expectation, perception and gap of each dimension, drawn and as a table with weights and reliability."""
    st.header(words.GAPS.to(visit.language), anchor=False)
    drawn, colours = rows.gap_rows(survey, visit.language), palette(st.context.theme.type)
    names = (words.EXPECTATION.to(visit.language), words.PERCEPTION.to(visit.language))
    left, right = st.columns(2)
    with left:
        figure = dots(drawn, survey.instrument.scale_max, names, colours)
        _chart(visit, figure, "servqual_dots", words.DOTS_NAME, rows.dots_in_words(drawn, visit.language))
    with right:
        _chart(visit, bars(drawn, colours), "servqual_bars", words.BARS_NAME, rows.bars_in_words(drawn, visit.language))
    show_table(tables.dimensions(survey, visit.filters, visit.language), visit.language, key="dimensions")
    st.caption(words.ALPHA_ABOUT.to(visit.language))


def show_priorities(visit: Visit, survey: Survey) -> None:
    """Show what to mend first: importance against gap."""
    st.header(words.PRIORITIES.to(visit.language), anchor=False)
    found, divided = rows.priority_rows(survey, visit.language), middle(survey.quadrants)
    if not found or divided is None:
        st.info(words.NO_WEIGHTS.to(visit.language))
        return
    corners = {key: text.to(visit.language) for key, text in words.QUADRANTS.items()}
    figure = priorities(found, divided, corners, palette(st.context.theme.type))
    alternative = rows.priorities_in_words(survey, visit.language)
    _chart(visit, figure, "servqual_priorities", words.PRIORITIES_ABOUT, alternative)


def show_waves(visit: Visit, known: Surveyed) -> None:
    """Show the gaps of every wave, and how this one moved since the one before."""
    st.header(words.WAVES.to(visit.language), anchor=False)
    before = known.before
    if before is None:
        st.info(words.ONE_WAVE.to(visit.language))
        return
    points = rows.wave_points(known.by_wave, visit.language)
    about = say(words.WAVES_ABOUT, visit.language, now=known.wave, before=before)
    st.caption(plain(about))
    alternative = rows.waves_in_words(points, visit.language)
    _chart(visit, wave_rows(points, palette(st.context.theme.type)), "servqual_waves", words.BARS_NAME, alternative)
    show_table(tables.waves_of(known, before, visit.language), visit.language, key="waves")


def show_five(visit: Visit, survey: Survey) -> None:
    """Show the five gaps side by side, and by dimension."""
    st.header(words.FIVE.to(visit.language), anchor=False)
    st.caption(words.FIVE_ABOUT.to(visit.language))
    show_five_gaps(boxes_of(visit, survey), words.FIVE.to(visit.language), visit.language)
    st.caption(words.FIVE_BY_DIMENSION.to(visit.language))
    show_table(tables.five_by_dimension(survey, visit.language), visit.language, key="five_by_dimension")


def _chart(visit: Visit, figure: "go.Figure", key: str, name: Text, alternative: str) -> None:
    st.caption(name.to(visit.language))
    st.plotly_chart(figure, key=key, config={"displayModeBar": False}, alt=alternative)
