"""How much a KPI changed between two readings, and whether that is more than chance."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

from metrics.model import Kpi, Mean
from metrics.noise import difference_of_means, separates_cleanly
from metrics.text import Text


class Verdict(StrEnum):
    """What can be said of a difference."""

    REAL = "real"
    NOISE = "noise"
    TOO_EARLY = "too_early"
    NO_COMPARISON = "no_comparison"


VERDICTS: Final = {
    Verdict.REAL: Text("真实变化", "real change"),
    Verdict.NOISE: Text("波动范围内", "within noise"),
    Verdict.TOO_EARLY: Text("为时尚早", "too early to say"),
    Verdict.NO_COMPARISON: Text("无可比", "no comparison"),
}


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
    bounds = difference_of_means(now, before) if isinstance(kpi.measure, Mean) else _from_intervals(now, before)
    if bounds is None:
        clean = isinstance(kpi.measure, Mean) and separates_cleanly(now, before)
        return Change(difference, None, None, Verdict.REAL if clean else Verdict.NOISE)
    low, high = bounds
    return Change(difference, low, high, Verdict.REAL if low > 0 or high < 0 else Verdict.NOISE)


def _from_intervals(now: Mapping[str, Any], before: Mapping[str, Any]) -> tuple[float, float] | None:
    """Return the interval of a difference from the two single intervals (Newcombe 1998, method 10).

    None where an end of one of them is not known: the difference is then not known to be real.
    """
    if any(reading[end] is None for reading in (now, before) for end in ("low", "high")):
        return None
    difference = now["value"] - before["value"]
    below = math.hypot(now["value"] - now["low"], before["high"] - before["value"])
    above = math.hypot(now["high"] - now["value"], before["value"] - before["low"])
    return difference - below, difference + above
