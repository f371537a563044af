"""Widgets that stand for one choice in the address: the address is the truth, a change rewrites it."""

from collections.abc import Callable

import streamlit as st

from dashboard.filters import Filters

_NAMES = tuple(Filters.__dataclass_fields__)


def rewrite(filters: Filters) -> None:
    """Put these filters into the address; the browser's "back" undoes it."""
    st.query_params.from_dict(filters.params)


def remember(key: str, choose: Callable[[object], Filters]) -> Callable[[], None]:
    """Return what a widget does on a change: write its new value into the address."""

    def write() -> None:
        rewrite(choose(st.session_state[key]))

    return write


def follow(key: str, value: object) -> None:
    """Let a widget show what the address says."""
    st.session_state[key] = value
