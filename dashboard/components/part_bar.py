"""The choices inside a KPI's page: which part of it is shown, cut by what, as a figure or as a table."""

from collections.abc import Callable, Mapping, Sequence

import streamlit as st

from dashboard import kpi_choice
from dashboard.choices import follow, remember
from dashboard.segments import dimensions, heading
from dashboard.visit import Visit
from dashboard.wording import kpi as words
from metrics.text import Language, Text

Called = Callable[[str, Language], str]


def choose_part(visit: Visit) -> str:
    """Show the parts of the page; return the one that the address asks for."""
    chosen = kpi_choice.part(visit)
    _segments(visit, "part", words.PARTS, chosen)
    return chosen


def choose_grain(visit: Visit) -> str:
    """Show whether points are months or weeks; return what the address asks for."""
    chosen = kpi_choice.grain(visit)
    _segments(visit, "grain", words.GRAINS, chosen)
    return chosen


def _segments(visit: Visit, name: str, options: Mapping[str, Text], chosen: str) -> None:
    key = f"kpi_{name}"
    follow(key, chosen)
    usual = next(iter(options))

    def named(option: str) -> str:
        return options[option].to(visit.language)

    st.segmented_control(
        {"part": words.PART, "grain": words.GRAIN}[name].to(visit.language),
        list(options),
        format_func=named,
        key=key,
        required=True,
        on_change=remember(key, lambda option: visit.filters.choose(**{name: None if option == usual else option})),
        label_visibility="collapsed",
    )


def choose_dimension(visit: Visit) -> str:
    """Show by what the figure can be cut; return what the address asks for."""
    offered = dimensions(visit.kpi, visit.place, visit.source.places)
    chosen = kpi_choice.cut(visit)
    choose(visit, "by", offered, chosen, lambda name, language: heading(visit.kpi, name, language))
    return chosen


def choose(visit: Visit, name: str, options: Sequence[str], chosen: str, called: Called) -> None:
    """Show one choice of the address as a list to pick from."""
    key = f"kpi_{name}"
    follow(key, chosen)
    st.selectbox(
        {"by": words.BY, "before": words.BEFORE, "now": words.NOW}[name].to(visit.language),
        list(options) if chosen in options else [chosen, *options],
        format_func=lambda option: called(option, visit.language),
        key=key,
        on_change=remember(key, lambda option: visit.filters.choose(**{name: option})),
        filter_mode=None,
        width=220,
    )


def as_table(visit: Visit) -> bool:
    """Show the switch between figure and table; return whether the table is asked for."""
    key = "kpi_form"
    follow(key, visit.filters.form == "table")
    return st.toggle(
        words.AS_TABLE.to(visit.language),
        key=key,
        on_change=remember(key, lambda on: visit.filters.choose(form="table" if on else None)),
    )
