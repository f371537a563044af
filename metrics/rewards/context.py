"""What speaks against a unit's month beside its scores: how the response rate changed, and traces of invented forms."""

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

import polars as pl

from metrics.calendar import shift_month
from metrics.change import Change, Verdict, change
from metrics.engine import PARTS, readings
from metrics.registry import kpi
from metrics.rewards.form_traces import Traces
from metrics.rewards.period import Period
from metrics.rewards.tallies import KEY, Counts

Key = tuple[str, str]

_RESPONSE = kpi("response_rate")
_NO_CHANGE = Change(None, None, None, Verdict.NO_COMPARISON)


@dataclass(frozen=True)
class Context:
    """A unit's month: how the response rate changed from the month before, its traces, and whether it still goes on."""

    unit: str
    month: str
    response: Change
    traces: Traces
    unfinished: bool


class Contexts:
    """The response rate and the traces of every unit's months."""

    def __init__(self, counts: Counts, period: Period) -> None:
        """Read the counts once."""
        self.period = period
        self._rates = _rates(counts.responses)
        self._sizes = _nested(counts.traces, "trace", "size")
        self._days = _nested(counts.days, "day", "forms")

    def of(self, unit: str, month: str) -> Context:
        """Return what is known of a unit's month."""
        unfinished = self.period.is_unfinished(month)
        return Context(unit, month, self._response(unit, month), self._traces(unit, month), unfinished=unfinished)

    def _response(self, unit: str, month: str) -> Change:
        now, before = (self._rates.get((unit, each)) for each in (month, shift_month(month, -1)))
        return change(_RESPONSE, now, before) if now and before else _NO_CHANGE

    def _traces(self, unit: str, month: str) -> Traces:
        length, end = self.period.days_of(month), self.period.calendar.first_day(shift_month(month, 1))
        left = {(end - day).days - 1: forms for day, forms in self._days.get((unit, month), {}).items()}
        return Traces(self._sizes.get((unit, month), {}), left, length)


def _rates(responses: pl.DataFrame) -> dict[Key, dict[str, Any]]:
    """Return the readings of the response rate by unit and month."""
    n = pl.col("sent") - pl.col("may_still_come")
    numbers = {"n": n, "total": pl.col("answered").cast(pl.Float64), "immature": pl.col("may_still_come")}
    nothing = [pl.lit(0, dtype).alias(name) for name, dtype in PARTS.items() if name not in numbers]
    read = readings(_RESPONSE, responses.select(*KEY, *nothing, **numbers))
    return {(row["unit"], row["month"]): row for row in read.iter_rows(named=True)}


def _nested(rows: pl.DataFrame, name: str, number: str) -> dict[Key, dict[Any, int]]:
    found: dict[Key, dict[Any, int]] = defaultdict(dict)
    for unit, month, key, count in rows.select(*KEY, name, number).iter_rows():
        found[unit, month][key] = count
    return found
