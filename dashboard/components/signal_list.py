"""The list of signals with its choices: in which box, good or bad news, which KPI; fifty at a time."""

from collections.abc import Sequence

import streamlit as st

from dashboard import numbers
from dashboard.components.address_choice import choose_button, choose_from_list
from dashboard.components.linked_table import show_table
from dashboard.components.turning import turning
from dashboard.data import PAGE
from dashboard.early_warning import choice, tables
from dashboard.paging import last_page
from dashboard.visit import Visit
from dashboard.wording import frame, say
from dashboard.wording import signals as words
from metrics.registry import all_kpis
from metrics.signals.inbox import Box, Entry


def signal_list(visit: Visit, entries: Sequence[Entry]) -> None:
    """Show the signals of the chosen box."""
    shown = choice.of_kind(entries, visit.filters)
    counts = {
        box.value: say(words.BOXES[box], visit.language, n=numbers.count(number))
        for box, number in choice.boxes(shown).items()
    }
    box = Box(choose_button(visit, "state", counts, words.BOX, signal=None))
    st.caption(words.ABOUT[box].to(visit.language))
    lying = choice.lying(entries, visit.filters)
    if not lying:
        st.info(words.NO_SIGNALS.to(visit.language))
        return
    page = min(visit.filters.page, last_page(len(lying)))
    position = turning(visit, page, len(lying))
    name = say(words.LIST_NAME, visit.language, range=position)
    on_page = lying[(page - 1) * PAGE : page * PAGE]
    table = tables.listed(on_page, visit.source.places, visit.filters, name, visit.language)
    show_table(table, visit.language, key="signals")


def choose_kind(visit: Visit, entries: Sequence[Entry]) -> None:
    """Show the choices of KPI and news, of the KPIs that have a signal."""
    known = {entry.key.kpi for entry in entries} | {visit.filters.kpi}
    names = {key: kpi.name.to(visit.language) for key, kpi in all_kpis().items() if key in known}
    news = {key: text.to(visit.language) for key, text in words.ONLY.items()}
    choose_from_list(visit, "kpi", {"": words.EVERY_KPI.to(visit.language), **names}, frame.KPI, signal=None)
    choose_from_list(visit, "news", {"": words.EVERY_NEWS.to(visit.language), **news}, words.NEWS, signal=None)
