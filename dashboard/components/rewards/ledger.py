"""The ledger on screen: whether it can be trusted, its head, the closed months, a month as known then, the entries."""

from datetime import date

import streamlit as st

from dashboard import numbers
from dashboard.components.address_choice import choose_from_list
from dashboard.components.linked_table import show_table
from dashboard.components.turning import turning
from dashboard.paging import last_page
from dashboard.plain import plain
from dashboard.rewards.ledger import Chain, entries_of, known_then, waiting
from dashboard.rewards.message import basis, state
from dashboard.rewards.month import month_table
from dashboard.rewards.reads import Supervised
from dashboard.rewards.sheets import Reading, table
from dashboard.visit import Visit
from dashboard.wording import reward_parts as words
from dashboard.wording import say
from metrics.rewards.month_rows import month_rows
from metrics.rewards.paper.accounts import adjustments_sheet
from metrics.rewards.paper.statement import ADJUSTED


def show_ledger(visit: Visit, known: Supervised) -> None:
    """Show the ledger."""
    if not _chain(visit, known):
        return
    found = entries_of(known, visit.filters.page)
    reading = Reading.of(visit)
    st.header(words.MONTHS.to(visit.language), anchor=False)
    if found.months.rows:
        show_table(table(found.months, reading), visit.language, key="reward_ledger_months")
    else:
        st.caption(words.NO_MONTHS.to(visit.language))
    _waiting(visit, known)
    _as_known(visit, known, found.days)
    st.header(words.ENTRIES.to(visit.language), anchor=False)
    if not found.total:
        st.caption(words.EMPTY.to(visit.language))
        return
    page = min(visit.filters.page, last_page(found.total))
    position = turning(visit, page, found.total)
    shown = entries_of(known, page).entries
    name = say(words.ENTRIES_NAME, visit.language, range=position)
    show_table(table(shown, reading, name=name), visit.language, key="reward_entries")


def _chain(visit: Visit, known: Supervised) -> bool:
    """Show what verification finds, done anew each time; return whether the entries can be trusted.

    That a head kept earlier does not fit says nothing against the entries that are there.
    """
    st.header(words.CHAIN.to(visit.language), anchor=False)
    written = str(st.session_state.get("reward_anchor") or "")
    chain = Chain(known.closing, written)
    if chain.fault:
        said = chain.fault.said.to(visit.language)
        st.error(plain(say(words.FAULT, visit.language, entry=chain.fault.entry, said=said)))
    elif chain.entries:
        st.success(say(words.SOUND, visit.language, entries=numbers.count(chain.entries)))
        st.caption(words.HEAD.to(visit.language))
        st.code(str(chain.head), language=None, wrap_lines=True)
    else:
        st.info(words.EMPTY.to(visit.language))
    like = words.ANCHOR_LIKE.to(visit.language)
    st.text_input(words.ANCHOR.to(visit.language), key="reward_anchor", max_chars=120, placeholder=like)
    if chain.is_misspelt:
        st.warning(words.NO_ANCHOR.to(visit.language))
    elif written and not chain.fault:
        st.success(words.ANCHOR_HOLDS.to(visit.language))
    return chain.fault is None or bool(written)


def _waiting(visit: Visit, known: Supervised) -> None:
    """Show the adjustments that wait for the next month, whether or not there is any data of it yet."""
    account = waiting(known)
    if account is None:
        return
    month = numbers.month(account.month, visit.language)
    if not account.adjustments:
        st.caption(say(words.NOTHING_WAITS, visit.language, month=month))
        return
    title = say(words.WAITING, visit.language, month=month)
    st.subheader(title, anchor=False)
    sheet = adjustments_sheet(account.adjustments, account.month, ADJUSTED)
    show_table(table(sheet, Reading.of(visit), name=title), visit.language, key="reward_waiting")


def _as_known(visit: Visit, known: Supervised, days: list[str]) -> None:
    options = {"": words.NOW.to(visit.language), **{day: day for day in days}}
    chosen = choose_from_list(visit, "known", options, words.AS_KNOWN)
    if not chosen:
        return
    account, month = known_then(known, date.fromisoformat(chosen)), numbers.month(visit.month, visit.language)
    st.header(say(words.AS_KNOWN_ON, visit.language, month=month, day=chosen), anchor=False)
    rows = month_rows(account) if account else []
    if account is None or not rows:
        st.info(say(words.UNKNOWN_THEN, visit.language, month=month))
        return
    st.text(state(account, visit.source.zone, visit.language))
    st.caption(plain(basis(account, visit.source.zone, visit.language)))
    reading = Reading.of(visit)
    show_table(month_table(rows, known.named, reading, month), visit.language, key="reward_known_units")
