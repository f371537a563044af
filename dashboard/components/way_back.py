"""The way from a case back to the page whose rows led to it."""

import streamlit as st

from dashboard.funnel_data import funnels
from dashboard.pages import page
from dashboard.visit import Visit
from dashboard.wording import case as words


def way_back(visit: Visit) -> None:
    """Show a link to the page that the reader came from, with its filters."""
    kept = visit.filters.choose(case=None)
    name = _page_before(visit)
    back = words.BACK[name].to(visit.language)
    st.page_link(page(name, visit.language), label=f"‹ {back}", query_params=kept.params)


def _page_before(visit: Visit) -> str:
    if visit.filters.rows:
        return "rewards"
    return "evidence" if visit.filters.kpi else "funnel" if funnels(visit.source) else "overview"
