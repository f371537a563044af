"""How much a KPI changed between two readings, and whether that is more than chance."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from scipy import special

from metrics.model import Kpi, Mean

_UPPER = 0.975


class Verdict(StrEnum):
    """What can be said of a difference."""

    REAL = "real"
    NOISE = "noise"
    TOO_EARLY = "too_early"
    NO_COMPARISON = "no_comparison"


@dataclass(frozen=True)
class Change:
    """A difference of two values in the KPI's own unit, its 95 % interval, and what can be said of it."""

    difference: float | None
    low: float | None
    high: float | None
    verdict: Verdict


_NONE = Change(None, None, None, Verdict.NO_COMPARISON)


def change(kpi: Kpi, now: Mapping[str, Any], before: Mapping[str, Any], *, unfinished: bool = False) -> Change:
    """Return the change from `before` to `now`, two rows of readings; withheld while `now` is `unfinished`."""
    if unfinished:
        return Change(None, None, None, Verdict.TOO_EARLY)
    if now["value"] is None or before["value"] is None:
        return _NONE
    difference = now["value"] - before["value"]
    bounds = _welch(now, before) if isinstance(kpi.measure, Mean) else _from_intervals(now, before)
    if bounds is None:
        return Change(difference, None, None, Verdict.NOISE)
    low, high = bounds
    return Change(difference, low, high, Verdict.REAL if low > 0 or high < 0 else Verdict.NOISE)


def _from_intervals(now: Mapping[str, Any], before: Mapping[str, Any]) -> tuple[float, float]:
    """Return the interval of a difference from the two single intervals (Newcombe 1998, method 10)."""
    difference = now["value"] - before["value"]
    below = math.hypot(now["value"] - now["low"], before["high"] - before["value"])
    above = math.hypot(now["high"] - now["value"], before["value"] - before["low"])
    return difference - below, difference + above


def _welch(now: Mapping[str, Any], before: Mapping[str, Any]) -> tuple[float, float] | None:
    """Return Welch's t interval of a difference of means; None where a variance is unknown or both are 0."""
    if min(now["n"], before["n"]) < 2:  # noqa: PLR2004 a variance takes two values
        return None
    squared = [_squared_error(reading) for reading in (now, before)]
    if sum(squared) == 0:
        return None
    freedom = sum(squared) ** 2 / sum(
        error**2 / (reading["n"] - 1) for error, reading in zip(squared, (now, before), strict=True)
    )
    half = float(special.stdtrit(freedom, _UPPER)) * math.sqrt(sum(squared))
    difference = now["value"] - before["value"]
    return difference - half, difference + half


def _squared_error(reading: Mapping[str, Any]) -> float:
    n, total = reading["n"], reading["total"]
    variance = max(reading["squares"] - total * total / n, 0.0) / (n - 1)
    return float(variance / n)
