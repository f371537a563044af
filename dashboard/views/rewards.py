"""The rewards page: who is rewarded or fined in a month, by which rule, from which forms; and the month's close."""

import streamlit as st

from dashboard.components.address_choice import choose_button
from dashboard.components.filter_bar import filter_bar
from dashboard.components.rewards.month import show_month
from dashboard.components.rewards.parts import PARTS
from dashboard.components.rewards.statement import show_statement
from dashboard.plain import plain
from dashboard.rewards.message import message, message_of_unit
from dashboard.rewards.reads import Supervised
from dashboard.visit import Visit
from dashboard.wording import rewards as words
from dashboard.wording import say
from metrics.rewards.ledger.errors import LedgerBrokenError
from metrics.rewards.month_rows import month_rows


def show(visit: Visit) -> None:
    """Show the part that was chosen: the month or one unit's statement, or what stands beside them."""
    try:
        _show(visit, Supervised(visit.source, visit.month))
    except LedgerBrokenError as problem:
        fault = problem.fault
        st.error(plain(say(words.BROKEN, visit.language, entry=fault.entry, said=fault.said.to(visit.language))))


def _show(visit: Visit, known: Supervised) -> None:
    with st.spinner(words.WORKING.to(visit.language)):
        title = _title(visit, known)
    st.title(plain(title), anchor=False)
    filter_bar(visit)
    names = {part: text.to(visit.language) for part, text in words.PARTS.items()}
    part = choose_button(visit, "part", names, words.PART, status=None, rows=None, known=None)
    if part != "statement":
        PARTS[part](visit, known)
    elif visit.filters.unit:
        show_statement(visit, known, visit.filters.unit)
    else:
        show_month(visit, known)


def _title(visit: Visit, known: Supervised) -> str:
    unit, rows = visit.filters.unit, month_rows(known.viewed.account)
    if unit and known.row(unit).documents:
        name = visit.source.places.name(visit.place, visit.language)
        return message_of_unit(known.row(unit), name, visit.month, visit.language)
    return message(rows, visit.month, visit.language)
