"""The repurchase scenario as it stands in the address: shares, customers and worth, as far as they were changed."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from dashboard import numbers
from dashboard.components.linked_table import Cell, Column, Row, Table
from dashboard.filters import Filters, Problem
from dashboard.wording import complaints as words
from dashboard.wording import say
from metrics.recovery.scenario import GROUPS, AtRisk, Scenario, revenue_at_risk
from metrics.text import Language

SHARES = r"(100|\d{1,2}(\.\d)?)(-(100|\d{1,2}(\.\d)?)){3}"
COUNTS = r"\d{1,7}(-\d{1,7}){3}"
AMOUNT = r"\d{1,7}"
MOST = 9_999_999
Number = TypeVar("Number", int, float)
# Until somebody says what a customer is worth, one of this worth shows how the scenario works.
_WORTH = 1_000
_WHOLE = 100


@dataclass(frozen=True)
class Supposed:
    """What is supposed: shares in percent and customers by group, and what one customer is worth."""

    name: str
    source: str
    shares: Mapping[str, float]
    customers: Mapping[str, int]
    worth: int

    @property
    def at_risk(self) -> AtRisk:
        """Return what would be at risk."""
        scenario = Scenario(self.name, {group: share / _WHOLE for group, share in self.shares.items()}, self.source)
        return revenue_at_risk(scenario, self.customers, self.worth)


def supposed(known: Mapping[str, Scenario], counted: Mapping[str, int], filters: Filters) -> Supposed:
    """Return the scenario of the address; what the address leaves open comes from the scenario and the records."""
    scenario = known.get(filters.scenario or "", next(iter(known.values())))
    shares = {group: round(scenario.repurchase[group] * _WHOLE, 1) for group in GROUPS}
    return Supposed(
        name=scenario.name,
        source=scenario.source,
        shares=_by_group(filters.repurchase, float) or shares,
        customers=_by_group(filters.customers, int) or dict(counted),
        worth=_WORTH if filters.worth is None else int(filters.worth),
    )


def _by_group(text: str | None, read: Callable[[str], Number]) -> dict[str, Number]:
    return dict(zip(GROUPS, map(read, text.split("-")), strict=True)) if text else {}


def written(values: Sequence[float]) -> str:
    """Return numbers as they stand in an address, with at most one decimal."""
    return "-".join(f"{value:.1f}".removesuffix(".0") for value in values)


def problems(known: Mapping[str, Scenario], filters: Filters) -> list[Problem]:
    """Return the scenario of the address, where there is none of that name."""
    return [Problem("scenario", filters.scenario)] if filters.scenario and filters.scenario not in known else []


def source(supposed: Supposed, language: Language) -> str:
    """Return who says so."""
    told = words.SOURCES.get(supposed.source)
    return say(words.SCENARIO_SOURCE, language, source=told.to(language) if told else supposed.source)


def table(supposed: Supposed, language: Language) -> Table:
    """Return the scenario as a table, which on screen is a row of fields: a row per group, and the total."""
    texts = (words.GROUP_CUSTOMERS, words.GROUP_SHARE, words.LOST)
    heads = [Column(words.GROUP.to(language), is_figure=False), *(Column(text.to(language)) for text in texts)]
    at_risk = supposed.at_risk
    rows = [
        Row(
            [
                Cell(words.GROUPS[group].to(language)),
                Cell(numbers.count(supposed.customers[group]), value=supposed.customers[group]),
                Cell(numbers.decimal(float(supposed.shares[group])), value=supposed.shares[group]),
                Cell(amount(at_risk.per_group[group]), value=at_risk.per_group[group]),
            ]
        )
        for group in GROUPS
    ]
    total = [Cell(words.LOST_IN_ALL.to(language)), Cell(""), Cell(""), Cell(amount(at_risk.total), value=at_risk.total)]
    return Table(words.SCENARIO.to(language), heads, [*rows, Row(total, kind="group")])


def scenario_name(name: str, language: Language) -> str:
    """Return what a scenario is called; its own name where a workspace wrote it."""
    return words.SCENARIOS[name].to(language) if name in words.SCENARIOS else name


def amount(value: float) -> str:
    """Return an amount of money that is only supposed: without decimals."""
    return numbers.whole(value)
