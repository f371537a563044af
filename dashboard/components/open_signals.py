"""The newest open signals of the leading KPIs, each with its owner and the way to it."""

import streamlit as st

from dashboard.address import address
from dashboard.components.linked_list import Item, show_list
from dashboard.early_warning import choice
from dashboard.early_warning import words as told
from dashboard.early_warning.reads import read_warnings
from dashboard.pages import page
from dashboard.visit import Visit
from dashboard.wording import kpi as kpi_words
from dashboard.wording import overview, say
from metrics.signals.inbox import Box, Entry

_MOST = 5


def open_signals(visit: Visit) -> None:
    """Show at most five signals, and the way to all of them."""
    st.subheader(overview.SIGNALS.to(visit.language), anchor=False)
    found = _open(visit)
    st.caption((overview.SIGNALS_ORDER if found else overview.NO_SIGNALS).to(visit.language))
    items = [_item(visit, entry) for entry in found[:_MOST]]
    if items:
        show_list(overview.SIGNALS.to(visit.language), items, visit.language, key="open_signals")
    more = say(overview.MORE_SIGNALS, visit.language, signals=max(len(found) - _MOST, 0))
    st.page_link(page("signals", visit.language), label=f"{more} ›", query_params=visit.filters.params)


def _open(visit: Visit) -> list[Entry]:
    """Return the open signals at the chosen place, the newest first."""
    leading = {kpi.key for kpi in visit.leading}
    entries = choice.at(read_warnings(visit.source, of=visit.leading).entries, visit.place, visit.source.places)
    return [entry for entry in entries if entry.box is Box.OPEN and entry.key.kpi in leading]


def _item(visit: Visit, entry: Entry) -> Item:
    meaning = choice.news(entry)
    says = entry.raised.says.to(visit.language) if entry.raised else told.state(entry, visit.language)
    owner = entry.handling.owner
    return Item(
        mark=kpi_words.MEANINGS[meaning].to(visit.language),
        tone=told.TONES[meaning],
        title=f"· {told.when(entry, visit.language)}",
        text=says if not owner else say(overview.OWNED, visit.language, says=says, owner=owner),
        href=address("signals", visit.filters.choose(signal=entry.key.id)),
    )
