"""The row of choices above a page: month, unit, and where a page asks for it the KPI."""

from collections.abc import Callable

import streamlit as st

from dashboard import numbers
from dashboard.choices import follow, remember
from dashboard.filters import Filters
from dashboard.places import Place
from dashboard.visit import Visit
from dashboard.wording import frame
from metrics.registry import all_kpis

_WIDTHS = {"month": 190, "place": 260, "kpi": 260}


def filter_bar(visit: Visit, *, with_kpi: bool = False, further: Callable[[], None] | None = None) -> None:
    """Show the choices; a change rewrites the address. `further` shows those of one page only, beside them."""
    with st.container(horizontal=True, vertical_alignment="bottom"):
        if with_kpi:
            _kpi(visit)
        _month(visit)
        place_choice(visit)
        if further:
            further()


def _month(visit: Visit) -> None:
    def label(month: str) -> str:
        unfinished = f" · {frame.UNFINISHED.to(visit.language)}" if visit.source.is_partial(month) else ""
        return numbers.month(month, visit.language) + unfinished

    key = f"{visit.page}_month"
    follow(key, visit.month)
    st.selectbox(
        frame.MONTH.to(visit.language),
        visit.source.months[::-1],
        format_func=label,
        key=key,
        on_change=remember(key, lambda month: visit.filters.choose(month=month)),
        filter_mode=None,
        width=_WIDTHS["month"],
    )


def place_choice(visit: Visit) -> None:
    """Show the choice of a unit or region."""

    def label(place: Place) -> str:
        indent = "\u2003" if place.kind == "unit" and visit.source.places.regions else ""
        return indent + visit.source.places.name(place, visit.language)

    def choose(place: object) -> Filters:
        return visit.filters.at(place if isinstance(place, Place) else Place())

    key = f"{visit.page}_place"
    follow(key, visit.place)
    st.selectbox(
        frame.PLACE.to(visit.language),
        visit.source.places.listed,
        format_func=label,
        key=key,
        on_change=remember(key, choose),
        filter_mode=None,
        width=_WIDTHS["place"],
    )


def _kpi(visit: Visit) -> None:
    key = f"{visit.page}_kpi"
    follow(key, visit.kpi.key)
    names = {kpi.key: kpi.name.to(visit.language) for kpi in all_kpis().values()}
    st.selectbox(
        frame.KPI.to(visit.language),
        list(names),
        format_func=names.__getitem__,
        key=key,
        on_change=remember(key, lambda chosen: visit.filters.choose(kpi=chosen, status=None)),
        filter_mode=None,
        width=_WIDTHS["kpi"],
    )
