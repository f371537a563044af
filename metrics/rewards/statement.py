"""The statement of one unit's month: what was counted, which rule decided, the amount, how sure it is."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

from metrics.rewards.certainty import Certainty
from metrics.rewards.dated import Dated
from metrics.rewards.money import ROUNDING
from metrics.rewards.rules import Rule, is_own, rule_text
from metrics.rewards.setting import OWN_RULE
from metrics.rewards.warning import Warned

SATISFACTION, COMPLAINTS = "satisfaction", "complaints"


class Figures(Protocol):
    """The figures of one part."""

    def document(self) -> dict[str, Any]:
        """Return the figures for JSON, exact."""
        ...


@dataclass(frozen=True)
class Basis:
    """The load that a statement was computed from, the moment as of which it judges, and whether the month goes on."""

    load: int | None = None
    as_of: datetime | None = None
    unfinished: bool = False


@dataclass(frozen=True)
class Statement:
    """One unit's month in one part, "satisfaction" or "complaints"; `amount` in minor units, a penalty is negative."""

    unit: str
    month: str
    part: str
    amount: int
    rule: str
    policy_version: str
    currency: str = "CNY"
    policy: Dated[Any] | None = None
    figures: Figures | None = None
    certainty: Certainty | None = None
    warnings: tuple[Warned, ...] = ()
    basis: Basis = Basis()

    def document(self) -> dict[str, Any]:
        """Return all of it for JSON, exact: fractions as "n/d", money in whole minor units."""
        text = rule_text(Rule(self.rule))
        return {
            "unit": self.unit,
            "month": self.month,
            "part": self.part,
            "amount_minor": self.amount,
            "currency": self.currency,
            "rounding": ROUNDING,
            "rule": self.rule,
            "rule_zh": text.zh,
            "rule_en": text.en,
            "own_rule": is_own(Rule(self.rule)),
            "policy": self._policy(),
            "figures": self.figures.document() if self.figures else None,
            "certainty": self.certainty.document() if self.certainty else None,
            "warnings": [warned.document() for warned in self.warnings],
            "load": self.basis.load,
            "as_of": self.basis.as_of.isoformat() if self.basis.as_of else None,
            "unfinished": self.basis.unfinished,
        }

    def _policy(self) -> dict[str, Any]:
        if self.policy is None:
            return {"version": self.policy_version}
        return {
            "version": self.policy_version,
            "unit": self.policy.unit,
            "valid_from": str(self.policy.valid_from),
            "settings": {setting.key: setting.value for setting in self.policy.settings},
            "own_rules": list(self.policy.own_rules),
            "own_rules_zh": OWN_RULE.zh,
            "own_rules_en": OWN_RULE.en,
        }
