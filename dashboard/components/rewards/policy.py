"""The policy in force: every setting of both parts with whose rule it is, and all validity periods."""

from typing import Any

import streamlit as st

from dashboard import numbers
from dashboard.components.linked_table import Cell, Column, Row, Table, show_table
from dashboard.places import Place
from dashboard.plain import plain
from dashboard.rewards.message import since
from dashboard.rewards.reads import Supervised
from dashboard.rewards.sheets import Reading, table
from dashboard.visit import Visit
from dashboard.wording import reward_parts as words
from dashboard.wording import rewards, say
from metrics.rewards.dated import EVERY_UNIT, Dated, in_force
from metrics.rewards.paper.settings import sheet_of
from metrics.rewards.paper.words import PARTS
from metrics.rewards.statement import COMPLAINTS, SATISFACTION


def show_policy(visit: Visit, _known: Supervised) -> None:
    """Show what is in force for the chosen unit, or for every unit without one of its own."""
    policies = visit.source.store.reward_policies
    month = numbers.month(visit.month, visit.language)
    st.header(say(words.POLICY, visit.language, month=month), anchor=False)
    st.caption(words.POLICY_SAID.to(visit.language))
    entries: dict[str, tuple[Dated[Any], ...]] = {
        SATISFACTION: policies.satisfaction,
        COMPLAINTS: policies.complaints,
    }
    first_day = visit.source.store.settings.calendar.first_day(visit.month)
    for part, dated in entries.items():
        found = in_force(dated, visit.filters.unit or EVERY_UNIT, first_day)
        if found is None:
            st.info(say(words.NO_POLICY, visit.language, part=PARTS[part].to(visit.language)))
            continue
        st.subheader(plain(_named(visit, part, found)), anchor=False)
        sheet = sheet_of(part, {one.key: one.value for one in found.settings}, found.own_rules)
        reading = Reading.of(visit)
        show_table(table(sheet, reading), visit.language, key=f"reward_policy_{part}")
    st.header(words.EVERY_ENTRY.to(visit.language), anchor=False)
    show_table(_periods(visit, entries), visit.language, key="reward_policies")


def _named(visit: Visit, part: str, found: Dated[Any]) -> str:
    until = say(words.UNTIL, visit.language, day=found.valid_to) if found.valid_to else ""
    return say(
        words.ENTRY_OF,
        visit.language,
        part=PARTS[part].to(visit.language),
        version=found.version,
        unit=_unit(visit, found),
        since=since(found.valid_from, visit.language),
        until=until,
    )


def _unit(visit: Visit, found: Dated[Any]) -> str:
    if found.unit == EVERY_UNIT:
        return rewards.FOR_EVERY_UNIT.to(visit.language)
    return visit.source.places.name(Place("unit", found.unit), visit.language)


def _where(visit: Visit, found: Dated[Any]) -> str:
    return say(words.LINE, visit.language, line=found.line) if found.line else words.BY_DEFAULT.to(visit.language)


def _periods(visit: Visit, entries: dict[str, tuple[Dated[Any], ...]]) -> Table:
    heads = [Column(text.to(visit.language), is_figure=False) for text in words.ENTRY_COLUMNS.values()]
    rows = [
        Row([*map(Cell, (PARTS[part].to(visit.language), _unit(visit, each), since(each.valid_from, visit.language))),
             Cell(str(each.valid_to or "–")), Cell(each.version), Cell(_where(visit, each))])
        for part, dated in entries.items()
        for each in dated
    ]  # fmt: skip
    return Table(words.EVERY_ENTRY.to(visit.language), heads, rows)
