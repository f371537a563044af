"""Appeals against a unit's month: those there are, and filing or deciding one, each with its effect shown first."""

import streamlit as st

from dashboard.components.linked_table import show_table
from dashboard.components.rewards.act import ask, confirm_pending, show_outcome, who
from dashboard.rewards import appeals as told
from dashboard.rewards.acting import Pending
from dashboard.rewards.reads import Supervised
from dashboard.rewards.sheets import Reading, table
from dashboard.visit import Visit
from dashboard.wording import reward_acts as words
from metrics.rewards.dossier import Appealed
from metrics.rewards.ledger.states import State
from metrics.rewards.paper.appeals import ABOUT, appeals_sheet
from metrics.rewards.paper.words import PARTS

_FILE, _DECIDE = "file", "decide"
_LONGEST = 2_000


def show_appeals(visit: Visit, known: Supervised, unit: str) -> None:
    """Show a unit's appeals against the month, and the ways to file and to decide."""
    st.header(words.APPEALS.to(visit.language), anchor=False)
    st.caption(ABOUT.to(visit.language))
    for where in (_FILE, _DECIDE):
        show_outcome(where)
    mine = [each for each in known.viewed.appeals if each.appeal.key[1] == unit]
    if mine:
        reading = Reading.of(visit)
        show_table(table(appeals_sheet(mine), reading), visit.language, key="reward_appeals")
    else:
        st.caption(words.NO_APPEALS.to(visit.language))
    if known.viewed.account.state is State.DRAFT and not mine:
        st.caption(words.NOT_YET.to(visit.language))
        return
    _acts(visit, known, unit, [each for each in mine if each.decision is None])


def _acts(visit: Visit, known: Supervised, unit: str, waiting: list[Appealed]) -> None:
    ways = {_FILE: words.FILE, **({_DECIDE: words.DECIDE} if waiting else {})}
    chosen = st.segmented_control(
        words.APPEALS.to(visit.language),
        list(ways),
        format_func=lambda way: ways[way].to(visit.language),
        key="reward_appeal_way",
        label_visibility="collapsed",
    )
    if chosen is None:
        return
    with st.container(border=True):
        if confirm_pending(visit, known, chosen, lambda pending: _effect(visit, known, pending)):
            return
        if chosen == _FILE:
            _file(visit, unit)
        else:
            _decide(visit, waiting)


def _file(visit: Visit, unit: str) -> None:
    st.caption(words.FILE_SAID.to(visit.language))
    if who(visit, _FILE) is None:
        return
    st.segmented_control(
        words.WHICH_PART.to(visit.language),
        list(PARTS),
        format_func=lambda part: PARTS[part].to(visit.language),
        key="reward_appeal_part",
        default=next(iter(PARTS)),
        required=True,
    )
    st.text_area(words.GROUNDS.to(visit.language), key="reward_grounds", max_chars=_LONGEST, height=80)
    st.text_input(words.LEAVE_OUT.to(visit.language), key="reward_without", max_chars=_LONGEST)
    st.text_input(words.COUNT.to(visit.language), key="reward_with", max_chars=_LONGEST)
    wish = lambda: told.filing(st.session_state.to_dict(), (visit.month, unit))  # noqa: E731 handed on at once
    st.button(words.SEE_EFFECT.to(visit.language), key="reward_file", on_click=ask, args=(visit, _FILE, wish))


def _decide(visit: Visit, waiting: list[Appealed]) -> None:
    if who(visit, _DECIDE) is None:
        return
    numbers = [each.appeal.sequence for each in waiting]
    st.selectbox(words.WHICH_APPEAL.to(visit.language), numbers, key="reward_appeal", filter_mode=None, width=260)
    st.segmented_control(
        words.HOW.to(visit.language),
        list(words.VERDICTS),
        format_func=lambda verdict: words.VERDICTS[verdict].to(visit.language),
        key="reward_verdict",
        default="uphold",
        required=True,
    )
    st.text_input(words.WHY.to(visit.language), key="reward_why", max_chars=_LONGEST)
    wish = lambda: told.decision(st.session_state.to_dict())  # noqa: E731 handed on at once
    st.button(words.SEE_EFFECT.to(visit.language), key="reward_decide", on_click=ask, args=(visit, _DECIDE, wish))


def _effect(visit: Visit, known: Supervised, pending: Pending) -> None:
    effects = pending.proposal.effects
    st.subheader(words.EFFECT.to(visit.language), anchor=False)
    if not effects:
        st.text(words.NO_EFFECT.to(visit.language))
        return
    found = told.effect_table(effects, known.named, visit.language)
    show_table(found, visit.language, key="reward_effect")
