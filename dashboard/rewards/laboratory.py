"""What the rule laboratory asks and shows: all months under other rules, beside those in force."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from typing import TYPE_CHECKING, Any

from dashboard import numbers
from dashboard.components.linked_table import Cell, Column, Row, Table
from dashboard.rewards.reads import Supervised
from dashboard.wording import reward_parts as words
from metrics.rewards.dated import Dated
from metrics.rewards.errors import PolicyError
from metrics.rewards.laboratory import SIDES, Trial, trial
from metrics.rewards.paper.words import PARTS
from metrics.rewards.period import Asked
from metrics.rewards.policy import SatisfactionPolicy
from metrics.rewards.rules import Rule, rule_text
from metrics.store.policy_values import SATISFACTION, ValueProblemError
from metrics.store.reward_policies import RewardPolicies
from metrics.store.statements import AllRecords, judged
from metrics.store.trials import records_as_ruled
from metrics.text import Language, Text

if TYPE_CHECKING:
    import polars as pl

# The settings that most proposals are about; all others are changed in the text.
CHANGEABLE = ("reward_amount", "penalty_amount", "min_forms", "dead_band", "denominator", "partial_form", "baseline")
_MONEY = ("rewards", "penalties", "total", "by_chance_amount")
_TEXTS = ("unit", "part", "month", "rule_current", "rule_proposed")

Changes = Mapping[str, Any]


def changed(policies: RewardPolicies, changes: Changes) -> RewardPolicies:
    """Return policies of which some settings of the satisfaction part are others; PolicyError where they cannot hold.

    `changes` are written as in policy.toml; ValueProblemError where one cannot be read.
    """
    read = {key: SATISFACTION[key](value) for key, value in changes.items()}
    dated = tuple(_changed(each, read) for each in policies.satisfaction)
    return RewardPolicies(dated, policies.complaints)


def refused(policies: RewardPolicies, changes: Changes) -> str | None:
    """Return the first setting that says nothing or cannot hold by itself; None where each of them can."""
    for key, value in changes.items():
        try:
            changed(policies, {key: value})
        except (PolicyError, ValueProblemError):
            return key
    return None


def _changed(dated: Dated[SatisfactionPolicy], changes: Changes) -> Dated[SatisfactionPolicy]:
    return replace(dated, policy=replace(dated.policy, **changes))


def replay(known: Supervised, proposed: RewardPolicies) -> Trial:
    """Return all months under the policies in force and under proposed ones, from the same rows as the ledger's."""
    source, head = known.source, str(known.head)

    def records() -> AllRecords:
        return source.held("records of rewards", lambda: records_as_ruled(known.closing, source.scope), head)

    def ask() -> Trial:
        both = (source.store.reward_policies, proposed)
        current, other = (judged(records(), policies, Asked()) for policies in both)
        return trial(current, other)

    return source.asked("trial of rules", ask, head, digest(proposed))


def digest(policies: RewardPolicies) -> str:
    """Return a short name of what policies say, and until when."""
    said = [
        *([each.version, str(each.valid_to)] for each in policies.satisfaction),
        *([each.version, str(each.valid_to)] for each in policies.complaints),
    ]
    return hashlib.sha256(json.dumps(said).encode()).hexdigest()


def outcome_table(found: Trial, language: Language) -> Table:
    """Return what both sets of rules pay and take, by how much they differ, and how much of it is noise."""
    heads = [Column(words.MEASURE.to(language), is_figure=False)]
    heads += [Column(text.to(language)) for text in (words.CURRENT, words.PROPOSED, words.CHANGED)]
    now, then = ({**asdict(getattr(found, side)), "total": getattr(found, side).total} for side in SIDES)
    rows = [
        Row([Cell(text.to(language)), *_numbers(name, now[name], then[name])]) for name, text in words.OUTCOMES.items()
    ]
    return Table(words.TRIAL.to(language), heads, rows)


def _numbers(name: str, now: int, then: int) -> list[Cell]:
    values = (now, then, then - now)
    if name in _MONEY:
        return [Cell(numbers.official(value)) for value in values]
    return [Cell(numbers.whole(value)) for value in values]


def gains_table(found: Trial, known: Supervised, language: Language) -> Table:
    """Return what each unit gains or loses, the greatest gain first."""
    rows = found.units.filter(found.units["months_changed"] > 0)
    names = ("unit", "part", "amount_current", "amount_proposed", "difference", "months_changed")
    return _Reader(known, language).table(words.GAINS, rows, names)


def flips_table(found: Trial, known: Supervised, language: Language) -> Table:
    """Return the months that turn from a reward to a penalty or back."""
    names = ("month", "unit", "part", "rule_current", "amount_current", "rule_proposed", "amount_proposed")
    return _Reader(known, language).table(words.FLIPS, found.flips, names)


@dataclass(frozen=True)
class _Reader:
    known: Supervised
    language: Language

    def table(self, name: Text, rows: "pl.DataFrame", names: tuple[str, ...]) -> Table:
        heads = [
            Column(words.COLUMNS[each].to(self.language), each not in _TEXTS, each.startswith("rule")) for each in names
        ]
        body = [Row([self.cell(each, row[each]) for each in names]) for row in rows.to_dicts()]
        return Table(name.to(self.language), heads, body)

    def cell(self, name: str, value: Any) -> Cell:  # noqa: ANN401 a value of any column
        match name:
            case "unit":
                return Cell(self.known.named(value).to(self.language))
            case "part":
                return Cell(PARTS[value].to(self.language))
            case "rule_current" | "rule_proposed":
                return Cell(rule_text(Rule(value)).to(self.language) if value else "–")
            case "difference" | "amount_current" | "amount_proposed":
                return Cell(numbers.official(value))
            case _:
                return Cell(str(value))
