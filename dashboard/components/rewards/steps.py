"""The steps of a month: who takes which, and the confirmation that says what freezes."""

import streamlit as st

from dashboard import numbers
from dashboard.components.linked_table import show_table
from dashboard.components.rewards.act import ask, confirm_pending, show_outcome, who
from dashboard.rewards.acting import possible
from dashboard.rewards.reads import Supervised
from dashboard.rewards.sheets import Reading, table
from dashboard.visit import Visit
from dashboard.wording import reward_acts as words
from dashboard.wording import say
from metrics.rewards.ledger.entry import Kind
from metrics.rewards.ledger.states import State
from metrics.rewards.paper.accounts import steps_sheet
from metrics.store.closing import Step

_REASON = "reward_reason"


def show_steps(visit: Visit, known: Supervised) -> None:
    """Show the steps taken and the ways to take the next."""
    account = known.viewed.account
    st.header(words.PROGRESS.to(visit.language), anchor=False)
    show_outcome("step")
    if account.steps:
        reading = Reading.of(visit)
        show_table(table(steps_sheet(account.steps), reading), visit.language, key="reward_steps")
    if account.state is State.CLOSED:
        st.info(words.CLOSED.to(visit.language))
        return
    if not known.viewed.is_in_turn:
        following = numbers.month(known.viewed.following or visit.month, visit.language)
        st.info(say(words.NOT_ITS_TURN, visit.language, following=following))
        return
    with st.container(border=True):
        if not confirm_pending(visit, known, "step"):
            _choices(visit, known)


def _choices(visit: Visit, known: Supervised) -> None:
    name = who(visit, "step")
    if name is None:
        return
    kinds = possible(known.viewed.account.state.value)
    if Kind.RETURN in kinds:
        st.text_input(words.REASON.to(visit.language), key=_REASON, max_chars=400)
    with st.container(horizontal=True):
        for kind in kinds:
            st.button(
                words.STEPS[kind.value].to(visit.language),
                key=f"reward_{kind.value}",
                on_click=ask,
                args=(visit, "step", lambda kind=kind: _wish(visit, kind)),
            )


def _wish(visit: Visit, kind: Kind) -> Step:
    chosen = st.session_state.get("reward_who_step")
    reason = str(st.session_state.get(_REASON, "")) if kind is Kind.RETURN else ""
    return Step(kind, visit.month, chosen or None, reason)
