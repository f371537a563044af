"""Acting on the ledger in three moments: a wish, what it would write with its consequences, and the confirmation."""

from collections.abc import Callable
from datetime import UTC, datetime

import streamlit as st

from dashboard.access import people
from dashboard.plain import plain
from dashboard.rewards.acting import Pending, Wish, carried_out, digest, freezes, named, proposed, refusal
from dashboard.rewards.reads import Supervised
from dashboard.visit import Visit
from dashboard.wording import reward_acts as words
from dashboard.wording import say
from metrics.errors import MetricsError

Shown = Callable[[Pending], None]

_WIDTH = 260
_EXAMPLE = '[[person]]\nname = "…"\nstaff_id = "…"'


def who(visit: Visit, where: str) -> str | None:
    """Show as whom one acts; return the chosen name, None where policy.toml names nobody."""
    names = people(visit.source.store.settings.folder)
    if not names:
        st.text(f"{words.NO_PEOPLE.to(visit.language)}。" if visit.language == "zh" else f"{words.NO_PEOPLE.to('en')}.")
        st.text(words.NO_PEOPLE_HOW.to(visit.language))
        st.code(_EXAMPLE, language=None)
        return None
    st.caption(words.ANYONE.to(visit.language))
    return str(
        st.selectbox(
            words.ACT_AS.to(visit.language),
            ["", *names],
            format_func=lambda name: name or words.NOBODY.to(visit.language),
            key=f"reward_who_{where}",
            filter_mode=None,
            width=_WIDTH,
        )
    )


def ask(visit: Visit, where: str, wish: Callable[[], Wish]) -> None:
    """Remember, inside a callback, what somebody wishes; nothing is written yet."""
    if not st.session_state.get(f"reward_who_{where}"):
        st.session_state[_problem(where)] = words.CHOOSE_WHO.to(visit.language)
        return
    try:
        st.session_state[_wish(where)] = (visit.month, visit.filters.unit, wish())
    except MetricsError as problem:
        st.session_state[_problem(where)] = refusal(problem, visit.language)


def show_outcome(where: str) -> None:
    """Show what became of the last wish: what was written, or why nothing was."""
    told, problem = (st.session_state.pop(key, None) for key in (_told(where), _problem(where)))
    if told:
        st.success(plain(told))
    if problem:
        st.error(plain(problem))


def confirm_pending(visit: Visit, known: Supervised, where: str, effects: Shown | None = None) -> bool:
    """Show the confirmation of a wish that waits for it; return whether there is one.

    A wish of another month or unit is forgotten: nobody confirms what he does not see.
    """
    asked = st.session_state.get(_wish(where))
    if asked is None or asked[:2] != (visit.month, visit.filters.unit):
        _forget(where)
        return False
    pending = _pending(visit, known, where, asked[2])
    if pending is None:
        return False
    st.warning(plain(freezes(pending, visit.language)))
    if hashed := digest(pending):
        st.caption(say(words.DIGEST, visit.language, digest=hashed))
    if effects:
        effects(pending)
    with st.container(horizontal=True):
        st.button(
            words.CONFIRM[named(pending.wish)].to(visit.language),
            key=f"reward_confirm_{where}",
            type="primary",
            on_click=_carry_out,
            args=(visit, known, where, pending),
        )
        st.button(words.CANCEL.to(visit.language), key=f"reward_cancel_{where}", on_click=_forget, args=(where,))
    return True


def _pending(visit: Visit, known: Supervised, where: str, wish: Wish) -> Pending | None:
    """Return the wish with what it would write, computed once; None where it is refused."""
    held = st.session_state.get(_held(where))
    if isinstance(held, Pending) and held.wish == wish:
        return held
    try:
        with st.spinner(words.WORKING.to(visit.language)):
            pending = Pending(wish, proposed(known.closing, wish, datetime.now(UTC)))
    except MetricsError as problem:
        _forget(where)
        st.error(plain(refusal(problem, visit.language)))
        return None
    st.session_state[_held(where)] = pending
    return pending


def _carry_out(visit: Visit, known: Supervised, where: str, pending: Pending) -> None:
    _forget(where)
    try:
        entries = carried_out(known.closing, pending.proposal, datetime.now(UTC))
    except MetricsError as problem:
        st.session_state[_problem(where)] = refusal(problem, visit.language)
        return
    first, last = entries[0], entries[-1]
    st.session_state[_told(where)] = say(
        words.DONE, visit.language, first=first.sequence, last=last.sequence, who=last.by, head=last.head
    )


def _forget(where: str) -> None:
    for key in (_wish(where), _held(where)):
        st.session_state.pop(key, None)


def _wish(where: str) -> str:
    return f"reward_wish_{where}"


def _held(where: str) -> str:
    return f"reward_held_{where}"


def _told(where: str) -> str:
    return f"reward_told_{where}"


def _problem(where: str) -> str:
    return f"reward_problem_{where}"
