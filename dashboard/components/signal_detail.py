"""One signal: its sentence, what speaks against it, the ways to its rows, what was done about it and what can be."""

import streamlit as st

from dashboard.choices import rewrite
from dashboard.components.linked_table import show_table
from dashboard.components.signal_acts import signal_acts
from dashboard.early_warning import tables
from dashboard.early_warning import words as told
from dashboard.early_warning.tables import place_of
from dashboard.filters import Filters
from dashboard.pages import ENTRIES, page
from dashboard.plain import plain
from dashboard.visit import Visit
from dashboard.wording import say
from dashboard.wording import signals as words
from metrics.registry import all_kpis
from metrics.signals.inbox import Entry
from metrics.text import Text


def signal_detail(visit: Visit, entry: Entry) -> None:
    """Show a signal above the list it was chosen from."""
    with st.container(border=True):
        st.header(plain(_sentence(visit, entry)), anchor=False)
        st.text(told.doubts(entry, visit.language) or words.SOUND.to(visit.language))
        owner = entry.handling.owner or words.NOBODY.to(visit.language)
        st.text(say(words.HANDLING, visit.language, state=told.state(entry, visit.language), owner=owner))
        _ways(visit, entry)
        signal_acts(visit, entry)
        _log(visit, entry)


def _sentence(visit: Visit, entry: Entry) -> str:
    if entry.raised:
        return entry.raised.says.to(visit.language)
    kpi = all_kpis()[entry.key.kpi].name.to(visit.language)
    place = visit.source.places.name(place_of(entry), visit.language)
    return f"{kpi} · {place} · {told.when(entry, visit.language)}"


def _ways(visit: Visit, entry: Entry) -> None:
    month = entry.raised.flagged if entry.raised else entry.key.first
    chosen = visit.filters.between_pages(month=month, kpi=entry.key.kpi).at(place_of(entry))
    with st.container(horizontal=True, vertical_alignment="center"):
        _way(visit, "evidence", chosen.choose(status="counted"), words.OPEN_ROWS)
        _way(visit, "kpi", chosen, words.OPEN_KPI)
        st.button(
            words.BACK_TO_LIST.to(visit.language),
            type="tertiary",
            on_click=rewrite,
            args=(visit.filters.choose(signal=None, page=visit.filters.page),),
        )


def _way(visit: Visit, name: str, chosen: Filters, text: Text) -> None:
    if name in ENTRIES:
        st.page_link(page(name, visit.language), label=text.to(visit.language), query_params=chosen.params)


def _log(visit: Visit, entry: Entry) -> None:
    acts = entry.handling.acts
    if not acts:
        st.caption(words.NOTHING_LOGGED.to(visit.language))
        return
    show_table(tables.log(acts, visit.source.zone, visit.language), visit.language, key="signal_log")
