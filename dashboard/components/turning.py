"""Turning the pages of a list: which rows are shown of how many, and the ways to the pages beside."""

import streamlit as st

from dashboard import numbers
from dashboard.choices import rewrite
from dashboard.data import PAGE
from dashboard.visit import Visit
from dashboard.wording import evidence, say
from metrics.text import Text


def turning(visit: Visit, page: int, total: int, size: int = PAGE) -> str:
    """Show which rows of `total` a page holds, and the ways to the pages beside it; return the former in words."""
    last_page = -(-total // size)
    first = (page - 1) * size + 1
    last = min(first + size - 1, total)
    ends = {name: numbers.count(row) for name, row in {"first": first, "last": last, "rows": total}.items()}
    position = say(evidence.RANGE, visit.language, **ends)
    with st.container(horizontal=True, vertical_alignment="center"):
        st.text(position, width="content")
        if last_page > 1:
            _button(visit, evidence.EARLIER, page - 1, disabled=page == 1)
            _button(visit, evidence.LATER, page + 1, disabled=page == last_page)
    return position


def _button(visit: Visit, words: Text, page: int, *, disabled: bool) -> None:
    turned = visit.filters.choose(page=page)
    st.button(words.to(visit.language), disabled=disabled, on_click=rewrite, args=(turned,))
