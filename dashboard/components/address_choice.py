"""Choices among a few options that stand in the address: as buttons side by side, or in a list."""

from collections.abc import Mapping
from typing import Any

import streamlit as st

from dashboard.choices import follow, remember
from dashboard.visit import Visit
from metrics.text import Text

_WIDTH = 260


def choose_button(visit: Visit, name: str, options: Mapping[str, str], label: Text, **forget: Any) -> str:  # noqa: ANN401 values of the address
    """Show buttons and return the chosen one, the first where the address names none; a change forgets `forget`."""
    chosen = _chosen(visit, name, options)
    key = f"{visit.page}_{name}"
    follow(key, chosen)
    st.segmented_control(
        label.to(visit.language),
        list(options),
        format_func=options.__getitem__,
        key=key,
        required=True,
        on_change=remember(key, lambda value: visit.filters.choose(**{name: value or None, **forget})),
        label_visibility="collapsed",
    )
    return chosen


def choose_from_list(visit: Visit, name: str, options: Mapping[str, str], label: Text, **forget: Any) -> str:  # noqa: ANN401 values of the address
    """Show a list and return the chosen option; "" stands for every one and does not appear in the address."""
    chosen = _chosen(visit, name, options)
    key = f"{visit.page}_{name}"
    follow(key, chosen)
    st.selectbox(
        label.to(visit.language),
        list(options),
        format_func=options.__getitem__,
        key=key,
        on_change=remember(key, lambda value: visit.filters.choose(**{name: value or None, **forget})),
        filter_mode=None,
        width=_WIDTH,
    )
    return chosen


def _chosen(visit: Visit, name: str, options: Mapping[str, str]) -> str:
    asked = getattr(visit.filters, name)
    return asked if asked in options else next(iter(options))
