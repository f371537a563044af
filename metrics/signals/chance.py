"""How often chance alone makes a pattern of counts, exactly: 3-sigma limits suppose a bell curve that few rows lack."""

from math import ceil, floor, prod

from scipy import special

from metrics.model import Rate
from metrics.signals.alarm import Alarm
from metrics.signals.chart import ChartKind
from metrics.signals.control import ControlChart

_ROUNDING = 1e-9


def chance_of(control: ControlChart, alarm: Alarm) -> float | None:
    """Return the probability of the pattern in an unchanged process; None for other than p and u charts.

    It is told for points beyond a limit (such a count or a more extreme one) and for runs on one side of the centre.
    """
    if control.chart.kind not in {ChartKind.P, ChartKind.U} or alarm.rule.zone not in {0, 3}:
        return None
    if alarm.rule.zone == 0:
        points = (point for point in range(alarm.first, alarm.flagged + 1) if control.usable[point])
        return prod(_beside_the_centre(control, point, alarm.side) for point in points)
    count = float(control.points["total"][alarm.flagged])
    below = _at_most(control, alarm.flagged, count if alarm.side < 0 else count - 1)
    return below if alarm.side < 0 else 1 - below


def _beside_the_centre(control: ControlChart, point: int, side: int) -> float:
    expected = control.chart.centre * _size(control, point)
    if side < 0:
        return _at_most(control, point, ceil(expected - _ROUNDING) - 1)
    return 1 - _at_most(control, point, floor(expected + _ROUNDING))


def _at_most(control: ControlChart, point: int, count: float) -> float:
    """Return the probability of at most so many hits or events in a period."""
    if count < 0:
        return 0.0
    size, centre = _size(control, point), control.chart.centre
    if control.chart.kind is ChartKind.U:
        return float(special.pdtr(count, centre * size))
    return float(special.bdtr(count, round(size), centre))


def _size(control: ControlChart, point: int) -> float:
    measure = control.kpi.measure
    if isinstance(measure, Rate):
        return float(control.points["exposure"][point]) / measure.per
    return float(control.points["n"][point])
