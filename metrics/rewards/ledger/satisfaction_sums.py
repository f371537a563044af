"""A frozen statement of the satisfaction part, worked out again from the sums that are written in it."""

from collections.abc import Iterator
from fractions import Fraction
from typing import Any

from metrics.rewards.ledger.adjustments import amount_of
from metrics.rewards.ledger.canonical import Document
from metrics.rewards.money import rounded
from metrics.rewards.policy import AmountMode
from metrics.rewards.rules import Rule


def satisfaction_faults(document: Document) -> Iterator[str]:
    """Yield what does not divide, subtract or come to the amount as it is written."""
    figures, settings = document["figures"], document["policy"]["settings"]
    for name, each in figures["by_denominator"].items():
        yield from _of_sums(name, each)
    deciding = figures["by_denominator"][figures["denominator"]]
    for key in ("total", "n", "average", "delta"):
        if figures[key] != deciding[key]:
            yield f"its {key} is {figures[key]}, by {figures['denominator']} it is {deciding[key]}."
    delta = _exact(figures["delta"])
    yield from _of_rule(document["rule"], delta, _exact(settings["dead_band"]) or Fraction(0))
    amount = _amount(document["rule"], delta, settings)
    if amount_of(document) != amount:
        yield f"its amount is {amount_of(document)}, its rule '{document['rule']}' comes to {amount}."


def _of_sums(name: str, each: Document) -> Iterator[str]:
    """Yield what does not divide or subtract as it is written."""
    average, before = _exact(each["average"]), _exact(each["baseline_average"])
    if average != _divided(each["total"], each["n"]):
        yield f"{each['total']} / {each['n']} ({name}) is not {each['average']}."
    if each["baseline_n"] is not None and before != _divided(each["baseline_total"], each["baseline_n"]):
        yield f"{each['baseline_total']} / {each['baseline_n']} ({name}) is not {each['baseline_average']}."
    difference = None if average is None or before is None else average - before
    if _exact(each["delta"]) != difference:
        yield f"{each['average']} less {each['baseline_average']} ({name}) is not {each['delta']}."


def _of_rule(rule: str, delta: Fraction | None, dead_band: Fraction) -> Iterator[str]:
    """Yield a rule that the difference does not bear; other rules than these do not rest on it."""
    fits = {
        Rule.BETTER: delta is not None and delta > dead_band,
        Rule.WORSE: delta is not None and delta < -dead_band,
        Rule.EQUAL: delta == 0,
        Rule.WITHIN_DEAD_BAND: delta is not None and 0 < abs(delta) <= dead_band,
    }
    if not fits.get(Rule(rule), True):
        yield f"a difference of {delta} is not '{rule}' where {dead_band} counts as none."


def _amount(rule: str, delta: Fraction | None, settings: Document) -> int:
    per_point = settings["amount_mode"] == AmountMode.PER_POINT
    times = abs(delta or Fraction(0)) if per_point else Fraction(1)
    best, worst = settings["all_max_amount"], settings["all_min_amount"]
    amounts: dict[str, int] = {
        Rule.BETTER: rounded(settings["reward_amount"] * times),
        Rule.WORSE: -rounded(settings["penalty_amount"] * times),
        Rule.ALL_MAX: settings["reward_amount"] if best is None else best,
        Rule.HIGH_PLATEAU: settings["reward_amount"] if best is None else best,
        Rule.ALL_MIN: -(settings["penalty_amount"] if worst is None else worst),
    }
    return amounts.get(rule, 0)


def _divided(total: Any, n: int) -> Fraction | None:  # noqa: ANN401 a fraction as the document writes it
    exact = _exact(total)
    return exact / n if exact is not None and n else None


def _exact(written: Any) -> Fraction | None:  # noqa: ANN401 a fraction as the document writes it
    return None if written is None else Fraction(written)
