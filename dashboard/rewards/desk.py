"""The one closing of a workspace's months that all visits share: what one of them has computed, the next one has."""

import threading
from collections.abc import Sequence

import streamlit as st

from dashboard.data import Published
from metrics.rewards.ledger.canonical import Document
from metrics.store.closing import Closing
from metrics.store.ledger_drafts import Asked, Statements
from metrics.store.ledger_statements import closing_of
from metrics.store.settings import Settings


class _OneAtATime:
    """Computes statements for one visit at a time, as what is kept of them is shared."""

    def __init__(self, statements: Statements) -> None:
        self._statements, self._lock = statements, threading.Lock()

    def __call__(self, asked: Asked) -> Sequence[Document]:
        with self._lock:
            return self._statements(asked)


def desk(source: Published) -> Closing:
    """Return the closing of a workspace's months, on a database that is only read until somebody acts."""
    settings = source.store.settings
    return _desk(f"{settings.folder}\n{settings.database}\n{settings.calendar}", settings)


@st.cache_resource(max_entries=8, show_spinner=False)
def _desk(named: str, _settings: Settings) -> Closing:  # noqa: ARG001 streamlit hashes it
    closing = closing_of(_settings, to_write=False)
    return Closing(_settings, closing.engine, _OneAtATime(closing.drafts.statements))
