"""The rule laboratory: the same months under a proposed policy, beside the one in force."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import polars as pl

from metrics.change import Verdict
from metrics.rewards.figures import SatisfactionFigures
from metrics.rewards.policy import SatisfactionPolicy
from metrics.rewards.rules import Rule
from metrics.rewards.statement import Statement

SIDES = ("current", "proposed")
_BY_DIFFERENCE = (Rule.BETTER, Rule.WORSE, Rule.FEWER_COMPLAINTS, Rule.MORE_COMPLAINTS)
_KEY = ("part", "unit", "month")
_TOLD = pl.Schema({"rule": pl.String(), "amount": pl.Int64(), "by_chance": pl.Boolean(), "at_ceiling": pl.Boolean()})


@dataclass(frozen=True)
class Outcome:
    """What one policy pays and takes in all, in minor units.

    `by_chance` counts months paid or fined for a difference that cannot be told from chance, with the money that moved;
    `at_ceiling` counts months whose average no month can exceed.
    """

    rewards: int
    penalties: int
    months: int
    by_chance: int
    by_chance_amount: int
    at_ceiling: int

    @property
    def total(self) -> int:
        """Return what it costs in all: rewards less penalties."""
        return self.rewards + self.penalties


@dataclass(frozen=True, eq=False)
class Trial:
    """Two policies over the same months: their outcomes, every month side by side, and each unit's gain or loss."""

    current: Outcome
    proposed: Outcome
    months: pl.DataFrame

    @property
    def units(self) -> pl.DataFrame:
        """Return per part and unit both totals and the difference, the greatest gain first."""
        sums = [pl.col(f"amount_{side}").sum() for side in SIDES]
        totals = self.months.group_by("part", "unit").agg(*sums, months_changed=pl.col("changed").sum())
        gained = totals.with_columns(difference=pl.col("amount_proposed") - pl.col("amount_current"))
        return gained.sort("difference", "part", "unit", descending=[True, False, False])

    @property
    def flips(self) -> pl.DataFrame:
        """Return the months that turn from a reward to a penalty or the other way round."""
        return self.months.filter(pl.col("amount_current").sign() * pl.col("amount_proposed").sign() < 0)


def trial(current: Sequence[Statement], proposed: Sequence[Statement]) -> Trial:
    """Return two sets of statements of the same months side by side; where one has none, it pays nothing."""
    before, after = (_table(statements, side) for statements, side in zip((current, proposed), SIDES, strict=True))
    both = before.join(after, on=_KEY, how="full", coalesce=True).sort(_KEY)
    amounts = [pl.col(f"amount_{side}").fill_null(0) for side in SIDES]
    differs = pl.col("amount_current") != pl.col("amount_proposed")
    differs |= pl.col("rule_current").ne_missing(pl.col("rule_proposed"))
    return Trial(_outcome(current), _outcome(proposed), both.with_columns(amounts).with_columns(changed=differs))


def decided_by_chance(statement: Statement) -> bool:
    """Return whether money moves for a difference that cannot be told from chance."""
    certainty = statement.certainty
    is_noise = certainty is not None and certainty.verdict is Verdict.NOISE
    return is_noise and statement.amount != 0 and statement.rule in _BY_DIFFERENCE


def is_at_ceiling(statement: Statement) -> bool:
    """Return whether an assessed month's average is the highest there can be, so that the next cannot be better."""
    policy = statement.policy.policy if statement.policy else None
    if not isinstance(statement.figures, SatisfactionFigures) or not isinstance(policy, SatisfactionPolicy):
        return False
    enough = statement.figures.month.is_assessable(policy)
    return enough and statement.figures.judgement.now.average == policy.highest_average


def _outcome(statements: Iterable[Statement]) -> Outcome:
    every = list(statements)
    chance = [each for each in every if decided_by_chance(each)]
    return Outcome(
        rewards=sum(each.amount for each in every if each.amount > 0),
        penalties=sum(each.amount for each in every if each.amount < 0),
        months=len(every),
        by_chance=len(chance),
        by_chance_amount=sum(abs(each.amount) for each in chance),
        at_ceiling=sum(is_at_ceiling(each) for each in every),
    )


def _table(statements: Iterable[Statement], side: str) -> pl.DataFrame:
    rows = [
        (each.part, each.unit, each.month, each.rule, each.amount, decided_by_chance(each), is_at_ceiling(each))
        for each in statements
    ]
    schema = {**dict.fromkeys(_KEY, pl.String()), **_TOLD}
    return pl.DataFrame(rows, schema=schema, orient="row").rename({name: f"{name}_{side}" for name in _TOLD})
