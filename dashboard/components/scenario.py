"""The repurchase scenario with its fields: what is changed in them stands in the address."""

from collections.abc import Callable

import streamlit as st

from dashboard.choices import follow, rewrite
from dashboard.complaints.reads import Complaints
from dashboard.complaints.supposed import MOST, Supposed, amount, problems, scenario_name, source, supposed, written
from dashboard.components.address_choice import choose_from_list
from dashboard.components.notices import problem_notices
from dashboard.plain import plain
from dashboard.visit import Visit
from dashboard.wording import complaints as words
from dashboard.wording import say
from metrics.recovery.scenario import GROUPS, NOTE
from metrics.text import Text

_WIDTH = 260


def show_scenario(visit: Visit, known: Complaints) -> None:
    """Show the scenario, marked as literature, with fields for shares, customers and worth."""
    st.header(words.SCENARIO.to(visit.language), anchor=False)
    st.warning(NOTE.to(visit.language))
    problem_notices(problems(known.scenarios, visit.filters), visit.language)
    told = supposed(known.scenarios, known.customers, visit.filters)
    st.caption(plain(source(told, visit.language)))
    with st.container(horizontal=True, vertical_alignment="bottom"):
        names = {name: scenario_name(name, visit.language) for name in known.scenarios}
        choose_from_list(visit, "scenario", names, words.SCENARIO_NAME, repurchase=None)
        _field(visit, "worth", words.WORTH, told.worth, lambda: {"worth": str(int(st.session_state["supposed_worth"]))})
    for group, place in zip(GROUPS, st.columns(len(GROUPS)), strict=True):
        with place:
            _group(visit, told, group)
    st.text(say(words.TOTAL_AT_RISK, visit.language, amount=amount(told.at_risk.total)))
    period = known.period.name(visit.source.places, visit.language)
    st.caption(plain(say(words.COUNTED_FROM, visit.language, period=period)))


def _group(visit: Visit, told: Supposed, group: str) -> None:
    st.subheader(words.GROUPS[group].to(visit.language), anchor=False)
    _field(visit, f"customers_{group}", words.GROUP_CUSTOMERS, told.customers[group], _all("customers"))
    _field(visit, f"repurchase_{group}", words.GROUP_SHARE, told.shares[group], _all("repurchase"))
    st.text(say(words.AT_RISK, visit.language, amount=amount(told.at_risk.per_group[group])))


def _all(name: str) -> Callable[[], dict[str, str]]:
    """Return what gathers the fields of all groups into one choice of the address."""
    return lambda: {name: written([st.session_state[f"supposed_{name}_{group}"] for group in GROUPS])}


def _field(visit: Visit, name: str, label: Text, value: float, chosen: Callable[[], dict[str, str]]) -> None:
    """Show a field for a whole number, or for a share in percent; what it is changed to goes into the address."""
    key = f"supposed_{name}"
    follow(key, value)
    whole = isinstance(value, int)

    def write() -> None:
        rewrite(visit.filters.choose(**chosen()))

    st.number_input(
        label.to(visit.language),
        min_value=0 if whole else 0.0,
        max_value=MOST if whole else 100.0,
        step=1 if whole else 1.0,
        format="%d" if whole else "%.1f",
        key=key,
        on_change=write,
        width=_WIDTH,
    )
