"""The rule laboratory on screen: what to change, and what that would have paid in all months there are."""

from decimal import Decimal, InvalidOperation
from typing import Any

import streamlit as st

from dashboard.components.linked_table import show_table
from dashboard.language import in_words
from dashboard.plain import plain
from dashboard.rewards.laboratory import CHANGEABLE, changed, flips_table, gains_table, outcome_table, refused, replay
from dashboard.rewards.reads import Supervised
from dashboard.visit import Visit
from dashboard.wording import reward_parts as words
from dashboard.wording import say
from metrics.errors import MetricsError
from metrics.rewards.laboratory import Trial
from metrics.rewards.paper.setting_words import OPTIONS
from metrics.rewards.paper.settings import labels_of
from metrics.rewards.policy import BaselineKind, Denominator, PartialForms
from metrics.rewards.statement import SATISFACTION
from metrics.store.ledger_statements import policies_of
from metrics.store.policy import policy_text

_WAYS = {"settings": words.BY_SETTINGS, "text": words.BY_TEXT}
_LISTS = {
    "denominator": [*Denominator],
    "partial_form": [*PartialForms],
    # A fixed target needs its number: that is written in the text.
    "baseline": [kind for kind in BaselineKind if kind is not BaselineKind.FIXED_TARGET],
}
_COLUMNS = 4


def show_laboratory(visit: Visit, known: Supervised) -> None:
    """Show the fields, and the replay once it is asked for."""
    st.header(words.TRIAL.to(visit.language), anchor=False)
    st.caption(words.TRIAL_SAID.to(visit.language))
    way = st.segmented_control(
        words.HOW.to(visit.language),
        list(_WAYS),
        format_func=lambda name: _WAYS[name].to(visit.language),
        key="reward_way",
        default="settings",
        required=True,
        label_visibility="collapsed",
    )
    with st.form("reward_trial", border=False):
        changes = _settings(visit) if way == "settings" else {}
        text = _text(visit) if way == "text" else ""
        asked = st.form_submit_button(words.REPLAY.to(visit.language))
    if not asked:
        return
    now, read = visit.source.store.reward_policies, _exact(changes)
    if key := refused(now, read):
        st.error(plain(_not_allowed(visit, key, changes[key])))
        return
    try:
        proposed = policies_of(text) if way == "text" else changed(now, read)
        with st.spinner(words.REPLAYING.to(visit.language)):
            _show(visit, known, replay(known, proposed))
    except MetricsError as problem:
        st.error(words.NOT_HELD.to(visit.language))
        st.code(in_words(problem, visit.language), language=None, wrap_lines=True)


def _not_allowed(visit: Visit, key: str, written: str) -> str:
    """Return which field cannot be as it is written, and what it takes."""
    label, allowed = (text.to(visit.language) for text in (labels_of(SATISFACTION)[key], words.ALLOWED[key]))
    return say(words.NOT_ALLOWED, visit.language, setting=_capital(label), written=written, allowed=allowed)


def _settings(visit: Visit) -> dict[str, str]:
    """Show a field for each setting; return those that are filled in."""
    labels, columns = labels_of(SATISFACTION), st.columns(_COLUMNS)
    written = {}
    for place, key in enumerate(CHANGEABLE):
        column, label = columns[place % _COLUMNS], _capital(labels[key].to(visit.language))
        if key in _LISTS:
            written[key] = column.selectbox(
                label,
                ["", *map(str, _LISTS[key])],
                format_func=lambda option: (
                    OPTIONS[option].to(visit.language) if option else words.AS_NOW.to(visit.language)
                ),
                key=f"reward_lab_{key}",
                filter_mode=None,
            )
        else:
            placeholder = words.AS_NOW.to(visit.language)
            written[key] = column.text_input(label, key=f"reward_lab_{key}", placeholder=placeholder, max_chars=20)
    return {key: str(value).strip() for key, value in written.items() if value and str(value).strip()}


def _capital(label: str) -> str:
    return label[:1].upper() + label[1:]


def _text(visit: Visit) -> str:
    now = policy_text(visit.source.store.settings.folder)
    label = words.POLICY_TEXT.to(visit.language)
    return str(st.text_area(label, value=now, key="reward_lab_text", height=420) or "")


def _exact(changes: dict[str, str]) -> dict[str, Any]:
    """Return settings as a policy file would hold them: numbers exact, words as words."""
    return {key: value if key in _LISTS else _number(value) for key, value in changes.items()}


def _number(written: str) -> int | Decimal | str:
    try:
        return int(written)
    except ValueError:
        try:
            return Decimal(written)
        except InvalidOperation:
            return written


def _show(visit: Visit, known: Supervised, found: Trial) -> None:
    show_table(outcome_table(found, visit.language), visit.language, key="reward_outcomes")
    if found.months.filter("changed").is_empty():
        st.info(words.SAME.to(visit.language))
        return
    st.header(words.GAINS.to(visit.language), anchor=False)
    show_table(gains_table(found, known, visit.language), visit.language, key="reward_gains")
    st.header(words.FLIPS.to(visit.language), anchor=False)
    if found.flips.is_empty():
        st.caption(words.NO_FLIPS.to(visit.language))
    else:
        show_table(flips_table(found, known, visit.language), visit.language, key="reward_flips")
