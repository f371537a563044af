"""Turning the pages of a list: which rows of how many are shown, and the ways to the pages beside them."""

import streamlit as st

from dashboard import numbers
from dashboard.choices import rewrite
from dashboard.data import PAGE
from dashboard.visit import Visit
from dashboard.wording import evidence, say
from metrics.text import Text


def last_page(total: int) -> int:
    """Return the number of the last page of a list; an empty list has one page too."""
    return max(-(-total // PAGE), 1)


def turn(visit: Visit, page: int, total: int) -> str:
    """Show which rows of how many follow, and the ways to the pages beside this one; return the former in words."""
    first = (page - 1) * PAGE + 1
    last = min(first + PAGE - 1, total)
    ends = {name: numbers.count(row) for name, row in {"first": first, "last": last, "rows": total}.items()}
    position = say(evidence.RANGE, visit.language, **ends)
    with st.container(horizontal=True, vertical_alignment="center"):
        st.text(position, width="content")
        if last_page(total) > 1:
            _button(visit, evidence.EARLIER, page - 1, disabled=page == 1)
            _button(visit, evidence.LATER, page + 1, disabled=page == last_page(total))
    return position


def _button(visit: Visit, words: Text, page: int, *, disabled: bool) -> None:
    turned = visit.filters.choose(page=page)
    st.button(words.to(visit.language), disabled=disabled, on_click=rewrite, args=(turned,))
