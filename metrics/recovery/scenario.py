"""What might be at stake: repurchase by how a complaint was handled, as literature says; never a measurement.

The figures 9, 19, 54 and 82 % are printed for losses above 100 dollars, 37, 46, 70 and 95 % for those below 5
(https://www.fastcompany.com/663494/what-makes-us-loyal-ii). They come from studies by TARP of 1979 and 1986, are often
attributed to McKinsey, and others found that customers who complain do not buy again more often.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from metrics.errors import MetricsError, nearest
from metrics.text import Text

GROUPS: Final = ("no_contact", "unsatisfied", "satisfied", "satisfied_quickly")
NOTE: Final = Text(
    "情景假设,取自文献(TARP,出处有争议),不是测量结果。",
    "A scenario: values from literature (TARP; attribution disputed), not a measurement.",
)


class ScenarioError(MetricsError):
    """A scenario's groups or shares cannot be used: whoever wrote it mends it."""


def _require_groups(groups: Mapping[str, object], whose: str) -> None:
    for group in groups:
        if group not in GROUPS:
            message = f"{whose}: no group is called '{group}'. {nearest(group, GROUPS)}"
            raise ScenarioError(message)


@dataclass(frozen=True)
class Scenario:
    """The share that buys again in each of `GROUPS`, supposed and not measured; `source` says by whom."""

    name: str
    repurchase: Mapping[str, float]
    source: str

    def __post_init__(self) -> None:
        """Refuse groups that are unknown or missing, and shares that are none."""
        _require_groups(self.repurchase, f"Scenario '{self.name}'")
        if missing := [group for group in GROUPS if group not in self.repurchase]:
            message = f"Scenario '{self.name}' says nothing of {', '.join(missing)}."
            raise ScenarioError(message)
        if wrong := {group: share for group, share in self.repurchase.items() if not 0 <= share <= 1}:
            message = f"Scenario '{self.name}': shares lie between 0 and 1, got {wrong}."
            raise ScenarioError(message)


_SOURCE = "TARP 1979/1986, as printed by Fast Company; attribution disputed"
LITERATURE: Final = (
    Scenario("loss_above_100_dollars", dict(zip(GROUPS, (0.09, 0.19, 0.54, 0.82), strict=True)), _SOURCE),
    Scenario("loss_below_5_dollars", dict(zip(GROUPS, (0.37, 0.46, 0.70, 0.95), strict=True)), _SOURCE),
)


@dataclass(frozen=True)
class AtRisk:
    """Supposed revenue at risk, per group and in all, in the unit of `value`; `measured` is always False."""

    scenario: str
    customers: Mapping[str, int]
    per_group: Mapping[str, float]
    total: float
    measured: bool = False


def revenue_at_risk(scenario: Scenario, customers: Mapping[str, int], value: float) -> AtRisk:
    """Return Σ customers × value × (1 − repurchase) over the groups named; a group not named has no customers."""
    _require_groups(customers, "The customers")
    if value < 0 or any(number < 0 for number in customers.values()):
        message = f"Customers and their value cannot be negative, got {dict(customers)} worth {value:g} each."
        raise ScenarioError(message)
    lost = {group: number * value * (1 - scenario.repurchase[group]) for group, number in customers.items()}
    return AtRisk(scenario.name, customers, lost, sum(lost.values()))
