"""The pages for when there is nothing to show: each says what is missing and what to do."""

from pathlib import Path

import streamlit as st

from dashboard.language import in_words
from dashboard.wording import say
from dashboard.wording import states as words
from metrics.text import Language, Text


def no_workspace(folder: Path, language: Language) -> None:
    """Say that the folder is no workspace, and how one begins."""
    _state(words.NO_WORKSPACE, language)
    st.text(say(words.NO_WORKSPACE_HOW, language, folder=folder))
    st.code(f"python -m etl init {folder}", language=None)


def no_load(folder: Path, language: Language) -> None:
    """Say that nothing was ever loaded, and how to load."""
    _state(words.NO_LOAD, language)
    st.text(words.NO_LOAD_HOW.to(language))
    st.code(f"python -m etl run {folder}", language=None)


def broken_workspace(problem: Exception, language: Language) -> None:
    """Say what is wrong with the workspace's settings."""
    _state(words.BROKEN_WORKSPACE, language)
    st.text(words.BROKEN_WORKSPACE_HOW.to(language))
    st.code(in_words(problem, language), language=None, wrap_lines=True)


def nothing_yet(language: Language) -> None:
    """Say that the load holds no row of any KPI."""
    _state(words.NOTHING_YET, language)
    st.text(words.NOTHING_YET_HOW.to(language))


def unexpected(language: Language) -> None:
    """Say that something went wrong that nobody foresaw."""
    _state(words.UNEXPECTED, language)
    st.text(words.UNEXPECTED_HOW.to(language))


def _state(title: Text, language: Language) -> None:
    st.title(title.to(language), anchor=False)
