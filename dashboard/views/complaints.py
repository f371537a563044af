"""The page about complaints and recovery: how many, about what, how they were made good, and what that was worth."""

from collections.abc import Callable, Mapping

import streamlit as st

from dashboard.complaints import choice
from dashboard.complaints.period import USUAL
from dashboard.complaints.reads import RATE, Complaints
from dashboard.components.address_choice import choose_button, choose_from_list
from dashboard.components.afterwards import show_afterwards
from dashboard.components.complaint_causes import show_causes
from dashboard.components.complaint_rate import show_rate
from dashboard.components.export_menu import export_menu
from dashboard.components.filter_bar import filter_bar
from dashboard.components.recovery_board import kpi_tiles, show_recovery
from dashboard.exports import pages as exports
from dashboard.plain import plain
from dashboard.sentences import sentence
from dashboard.visit import Visit
from dashboard.wording import complaints as words
from metrics.registry import all_kpis

_PARTS: Mapping[str, Callable[[Visit, Complaints], None]] = {
    "rate": show_rate,
    "causes": show_causes,
    "recovery": show_recovery,
    "after": show_afterwards,
}


def show(visit: Visit) -> None:
    """Show the message of the month, the KPIs about complaints, and the part that was chosen."""
    shown = visit.measured(all_kpis()[RATE])
    units = () if visit.place.kind == "unit" else visit.source.places.within(visit.place)
    moves = [visit.measured(shown.kpi, unit) for unit in units]
    title = sentence(shown, moves, visit.source.places, visit.language)
    st.title(plain(title), anchor=False)
    known = Complaints(visit.source, choice.period(visit))
    files, paper = exports.complaints(visit, known), exports.complaints_pdf(visit, known, title)
    filter_bar(visit, further=lambda: export_menu(visit, files, paper))
    kpi_tiles(visit, choice.KPIS, "complaint_tiles")
    names = {part: text.to(visit.language) for part, text in words.PARTS.items()}
    part = choose_button(visit, "part", names, words.PART, cause=None, severity=None)
    if part != "rate":
        spans = {USUAL: words.SPANS[USUAL], **words.SPANS}
        choose_from_list(visit, "span", {key: text.to(visit.language) for key, text in spans.items()}, words.SPAN)
    _PARTS[part](visit, known)
