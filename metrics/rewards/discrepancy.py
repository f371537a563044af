"""What call-backs about a month's forms say: how often they contradict them, and what that would do to the score."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

import polars as pl

from metrics.intervals import student, wilson
from metrics.rewards.figures import SatisfactionFigures
from metrics.rewards.form_month import Sum
from metrics.rewards.judgement import Compared, difference
from metrics.rewards.setting import plain


@dataclass(frozen=True)
class Discrepancy:
    """Forms of a month that were called about, how many the customer contradicted, and the share with its interval.

    `shift` is the mean of how many points more he gave on the phone than the form scores, over `compared` used forms.
    """

    called: int
    contradicted: int
    share: float | None
    low: float | None
    high: float | None
    compared: int
    shift: Fraction | None
    shift_low: float | None
    shift_high: float | None


@dataclass(frozen=True)
class Corrected:
    """The month's average and difference were every form off by as much as those called about, on the whole."""

    average: Fraction | None
    delta: Fraction | None

    def document(self) -> dict[str, Any]:
        """Return it for JSON."""
        return {"average": plain(self.average), "delta": plain(self.delta)}


@dataclass(frozen=True)
class Verified:
    """What the call-backs about a statement's forms say, and what they would make of its average and difference."""

    discrepancy: Discrepancy
    corrected: Corrected


def discrepancy(pairs: pl.DataFrame) -> Discrepancy:
    """Return what pairs of call-backs and forms say: `different_items`, and `shift`, null where it cannot be told."""
    called, contradicted = pairs.height, pairs.filter(pl.col("different_items") > 0).height
    low, high = wilson(pl.Series([contradicted]), pl.Series([called]))
    shifts = pairs["shift"].drop_nulls()
    total, squares = (pl.Series([int(each.sum())]) for each in (shifts, shifts**2))
    shift_low, shift_high = student(total, squares, pl.Series([shifts.len()]))
    return Discrepancy(
        called=called,
        contradicted=contradicted,
        share=contradicted / called if called else None,
        low=float(low[0]) if called else None,
        high=float(high[0]) if called else None,
        compared=shifts.len(),
        shift=Fraction(int(shifts.sum()), shifts.len()) if shifts.len() else None,
        shift_low=float(shift_low[0]) if shifts.len() > 1 else None,
        shift_high=float(shift_high[0]) if shifts.len() > 1 else None,
    )


def corrected(figures: SatisfactionFigures, shift: Fraction | None) -> Corrected:
    """Return the month as the call-backs would have it: a difference estimator (Cochran, Sampling Techniques, 7.2).

    The earlier months stay as they are. It informs; no amount follows from it.
    """
    return _moved(figures.judgement.now, figures.month.used.n, figures.judgement.compared, shift)


def corrected_as_written(figures: Mapping[str, Any], shift: Fraction | None) -> Corrected:
    """Return the same from the figures of a statement's document."""
    deciding = figures["by_denominator"][figures["denominator"]]
    before = Sum(deciding["baseline_n"] or 0, Fraction(deciding["baseline_total"] or 0))
    compared = Compared(tuple(figures["baseline_months"]), before) if before.n else None
    return _moved(Sum(figures["n"], Fraction(figures["total"])), figures["forms"]["used"], compared, shift)


def _moved(now: Sum, used: int, compared: Compared | None, shift: Fraction | None) -> Corrected:
    if shift is None or not now.n:
        return Corrected(None, None)
    moved = Sum(now.n, now.total + shift * used, now.squares)
    return Corrected(moved.average, difference(moved, compared))
