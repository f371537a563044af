"""A tile: one KPI's figure, how it moved, how it stands, what it rests on, and the way to its rows."""

from typing import Literal

import streamlit as st

from dashboard import numbers
from dashboard.address import rows_of
from dashboard.cards import Card, card
from dashboard.figures.palette import palette
from dashboard.figures.sparkline import sparkline
from dashboard.measured import Measured
from dashboard.pages import page
from dashboard.tone import Tone
from dashboard.visit import Visit
from dashboard.wording import say
from dashboard.wording import tile as tile_words
from metrics.calendar import shift_month

_COLOURS: dict[Tone, Literal["green", "red", "gray"]] = {Tone.GOOD: "green", Tone.BAD: "red", Tone.QUIET: "gray"}
_ARROWS: dict[str, Literal["up", "down", "off"]] = {"▲": "up", "▼": "down", "": "off"}
_MONTHS = 12


def tile(visit: Visit, shown: Measured) -> None:
    """Show a KPI's tile."""
    words = card(shown, visit.language)
    with st.container(border=True, height="stretch", gap="xsmall", key=f"tile_{shown.kpi.key}"):
        _figure(words)
        if words.against:
            st.caption(words.against)
        _shape(visit, shown)
        st.markdown(lines(words))
        if shown.now is not None:
            _way_to_rows(visit, shown)


def _figure(words: Card) -> None:
    st.metric(
        words.label,
        words.value,
        delta=words.moved,
        delta_color=_COLOURS[words.tone],
        delta_arrow=_ARROWS[words.arrow],
        help=words.help,
    )


def lines(words: Card) -> str:
    """Return the small print of a tile: target and status, then what the figure rests on."""
    target = f":{_COLOURS[words.target_tone]}[{words.target}]"
    return "  \n".join(f":small[{line}]" for line in (target, words.basis, words.immature) if line)


def _shape(visit: Visit, shown: Measured) -> None:
    months = [shift_month(shown.month, -back) for back in reversed(range(_MONTHS))]
    readings = visit.source.history(shown.kpi.key, shown.place)
    values = [readings[month]["value"] if month in readings else None for month in months]
    st.image(
        sparkline(values, palette(st.context.theme.type)),
        width="stretch",
        alt=description(shown, values, visit),
    )


def description(shown: Measured, values: list[float | None], visit: Visit) -> str:
    """Return what a sparkline shows, for those who cannot see it."""
    kpi = shown.kpi.name.to(visit.language)
    known = [value for value in values if value is not None]
    if not known:
        return say(tile_words.NO_SPARKLINE, visit.language, kpi=kpi)
    first, last = (numbers.value(shown.kpi, value, visit.language) for value in (known[0], known[-1]))
    return say(tile_words.SPARKLINE, visit.language, kpi=kpi, months=len(known), first=first, last=last)


def _way_to_rows(visit: Visit, shown: Measured) -> None:
    chosen = rows_of(shown, visit.filters)
    label = say(tile_words.OPEN_ROWS, visit.language, rows=numbers.count(shown.n))
    st.page_link(page("evidence", visit.language), label=label, query_params=chosen.params)
