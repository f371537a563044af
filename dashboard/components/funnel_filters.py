"""The choices above a waterfall: which funnel, entered when, where, and by whom."""

from collections.abc import Callable, Mapping, Sequence

import streamlit as st

from dashboard.choices import follow, remember
from dashboard.components.filter_bar import filter_bar
from dashboard.filters import Filters
from dashboard.funnel_choice import SPANS, FunnelChoice
from dashboard.funnel_names import Names
from dashboard.visit import Visit
from dashboard.wording import funnel as words
from metrics.funnel import Funnel

_EVERY = ""
# The picker lists what is quickly read; who owns a case is chosen where owners are compared.
_NOT_LISTED = ("unit", "owner")


def funnel_filters(
    visit: Visit, funnels: Mapping[str, Funnel], choice: FunnelChoice, values: Mapping[str, Sequence[str]], names: Names
) -> None:
    """Show the choices; a change rewrites the address. `values` are the segments that there are, by dimension."""

    def further() -> None:
        if len(funnels) > 1:
            called = {name: funnel.text.to(visit.language) for name, funnel in funnels.items()}
            _choose("funnel", words.FUNNEL.to(visit.language), called, choice.funnel.name, _funnel(visit.filters))
        spans = {span: words.SPANS[span].to(visit.language) for span in SPANS}
        _choose("span", words.SPAN.to(visit.language), spans, visit.filters.span or SPANS[0], _span(visit.filters))
        segments = _segments(choice, values, names)
        chosen = ":".join(choice.segment) if choice.segment else _EVERY
        _choose("segment", words.SEGMENT.to(visit.language), segments, chosen, _segment(visit.filters))

    filter_bar(visit, further=further)


def _choose(
    name: str, title: str, options: Mapping[str, str], chosen: str, choose: Callable[[object], Filters]
) -> None:
    key = f"funnel_{name}"
    follow(key, chosen)
    st.selectbox(
        title,
        list(options),
        format_func=options.__getitem__,
        key=key,
        on_change=remember(key, choose),
        filter_mode=None,
        width=220,
    )


def _segments(choice: FunnelChoice, values: Mapping[str, Sequence[str]], names: Names) -> dict[str, str]:
    listed = {
        f"{dimension}:{value}": names.segment(dimension, value)
        for dimension, every in values.items()
        if dimension not in _NOT_LISTED
        for value in every
    }
    own = {":".join(choice.segment): names.segment(*choice.segment)} if choice.segment else {}
    return {_EVERY: words.EVERY_SEGMENT.to(names.language), **listed, **own}


def _funnel(filters: Filters) -> Callable[[object], Filters]:
    return lambda name: filters.choose(funnel=name, bar=None)


def _span(filters: Filters) -> Callable[[object], Filters]:
    return lambda span: filters.choose(span=None if span == SPANS[0] else span)


def _segment(filters: Filters) -> Callable[[object], Filters]:
    return lambda segment: filters.choose(segment=segment or None)
