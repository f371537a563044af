"""The cache of answers, keyed by one digest of everything that an answer depends on."""

import hashlib
import json
from collections.abc import Callable
from datetime import datetime
from typing import TypeVar, cast

import streamlit as st

from metrics.store import Query, Scope

Answer = TypeVar("Answer")
_ENTRIES = 2_000
_HELD = 4
_SHARED = 400
_BUILT = 100


def digest(version: str, scope: Scope, what: str, query: Query | None = None, page: tuple[object, ...] = ()) -> str:
    """Return a name for one question by one kind of viewer to one version of the data.

    JSON writes every part apart from its neighbours, so that two different questions never have one name.
    """
    seen = None if scope.units is None else sorted(scope.units)
    asked = None if query is None else vars(query)
    parts = [version, seen, scope.personal, what, asked, page]
    return hashlib.sha256(json.dumps(parts, sort_keys=True, default=_text).encode()).hexdigest()


def _text(value: object) -> str:
    if isinstance(value, datetime):
        return value.isoformat()
    message = f"{type(value).__name__} cannot be part of a cache key."
    raise TypeError(message)


def answer(key: str, ask: Callable[[], Answer]) -> Answer:
    """Return what `ask` answers, asking only once per key."""
    return cast("Answer", _answer(key, ask))


def shared(key: str, read: Callable[[], Answer]) -> Answer:
    """Return what `read` reads, once per key and the same object for all visits: whoever gets it must not change it.

    For answers in the form in which pages look things up, which would cost each visit more to copy than to read.
    """
    return cast("Answer", _shared(key, read))


def built(key: str, build: Callable[[], Answer]) -> Answer:
    """Return what `build` builds for the screen, shared by all visits while it is among what was looked at last.

    For tables and figures, whose words take longer than their data; whoever gets one must not change it.
    """
    return cast("Answer", _built(key, build))


def held(key: str, read: Callable[[], Answer]) -> Answer:
    """Return what `read` reads, shared by all visits and kept only while few other things were read since.

    For frames of rows, which are too large to be copied for each visit; whoever gets one must not change it.
    """
    return cast("Answer", _held(key, read))


@st.cache_resource(max_entries=_SHARED, show_spinner=False)
def _shared(key: str, _read: Callable[[], object]) -> object:  # noqa: ARG001 streamlit hashes it
    return _read()


@st.cache_resource(max_entries=_BUILT, show_spinner=False)
def _built(key: str, _build: Callable[[], object]) -> object:  # noqa: ARG001 streamlit hashes it
    return _build()


@st.cache_resource(max_entries=_HELD, show_spinner=False)
def _held(key: str, _read: Callable[[], object]) -> object:  # noqa: ARG001 streamlit hashes it
    return _read()


@st.cache_data(max_entries=_ENTRIES, show_spinner=False)
def _answer(key: str, _ask: Callable[[], object]) -> object:  # noqa: ARG001 streamlit hashes it
    # Streamlit mixes neighbouring arguments up when it hashes them; one hashed argument has no neighbour.
    return _ask()
