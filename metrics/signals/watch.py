"""The signals on a control chart."""

from collections.abc import Iterable
from dataclasses import replace

import numpy as np
import polars as pl

from metrics.signals.alarm import Alarm, alarms
from metrics.signals.chart import Chart
from metrics.signals.control import ControlChart
from metrics.signals.doubts import doubts
from metrics.signals.rules import RuleSet, broken
from metrics.signals.signal import Signal, meaning

# Points between two false alarms of an unchanged process, by the Western Electric rules that speak (Champ & Woodall
# 1987); of Nelson's set no such figure is known here.
_POINTS_PER_FALSE_ALARM = {(1,): 370.40, (1, 4): 152.73, (1, 2, 3, 4): 91.75}


def signals(control: ControlChart) -> tuple[Signal, ...]:
    """Return the signals among the points that are not left out, oldest first."""
    judged = np.flatnonzero(control.usable)
    found = alarms(control.chart.only(control.usable), control.rules)
    return tuple(_signal(control, _among_all(alarm, judged)) for alarm in found)


def _among_all(alarm: Alarm, judged: np.ndarray) -> Alarm:
    """Return an alarm among the judged points as one among all points."""
    first, flagged, last = (int(judged[point]) for point in (alarm.first, alarm.flagged, alarm.last))
    return replace(alarm, first=first, flagged=flagged, last=last)


def _signal(control: ControlChart, alarm: Alarm) -> Signal:
    chart, at = control.chart, alarm.flagged
    sigmas = float(abs(chart.z[at]))
    return Signal(
        kpi=control.kpi.key,
        unit=control.unit,
        first=control.periods[alarm.first],
        flagged=control.periods[at],
        last=control.periods[alarm.last],
        rule=alarm.rule,
        meaning=meaning(alarm.side, control.kpi.direction),
        value=float(chart.values[at]),
        centre=chart.centre,
        low=float(chart.low[at]),
        high=float(chart.high[at]),
        beyond=_beyond(chart, alarm),
        sigmas=sigmas if np.isfinite(sigmas) else None,
        lasts=alarm.last == int(np.flatnonzero(control.usable)[-1]),
        doubts=doubts(control, alarm),
    )


def _beyond(chart: Chart, alarm: Alarm) -> float:
    at = alarm.flagged
    if alarm.rule.span == 1:
        return float(max(chart.values[at] - chart.high[at], chart.low[at] - chart.values[at]))
    return float(abs(np.mean(chart.values[alarm.first : at + 1] - chart.centre)))


def table(control: ControlChart) -> pl.DataFrame:
    """Return one row per period: n, value, centre, limits, sigma, the rule it breaks (0: none), why it is left out."""
    chart = control.chart
    rules = np.zeros(chart.values.size, dtype=np.int64)
    rules[control.usable] = broken(chart.only(control.usable), control.rules)
    return control.points.select("period", "n", "value").with_columns(
        centre=pl.lit(chart.centre),
        low=chart.low,
        high=chart.high,
        sigma=chart.sigma,
        rule=rules,
        sets_limits=control.basis,
        left_out=pl.Series([control.plan.excluded.get(period) for period in control.periods], dtype=pl.String),
    )


def false_alarms_expected(charts: Iterable[ControlChart]) -> float | None:
    """Return how many signals chance alone would raise on these charts; None where a rule set's rate is not known."""
    expected = [_expected(control) for control in charts]
    known = [number for number in expected if number is not None]
    return sum(known) if len(known) == len(expected) else None


def _expected(control: ControlChart) -> float | None:
    if any(rule.of is not RuleSet.WESTERN_ELECTRIC for rule in control.rules.values()):
        return None
    spacing = _POINTS_PER_FALSE_ALARM.get(tuple(sorted(control.rules)))
    return None if spacing is None else int(control.usable.sum()) / spacing
