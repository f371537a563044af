"""How an axis writes its values: shares in percent, durations in round units of time, large numbers as chosen."""

import math
from collections.abc import Iterable

from dashboard import numbers
from dashboard.wording import numbers as words
from dashboard.wording import say
from metrics.model import Kpi, Unit
from metrics.text import Language, Text

_MOST_TICKS = 6
_MINUTE, _HOUR, _DAY = 60, 3600, 86_400
_STEPS = (
    1, 2, 5, 10, 15, 30, _MINUTE, 2 * _MINUTE, 5 * _MINUTE, 10 * _MINUTE, 15 * _MINUTE, 30 * _MINUTE,
    _HOUR, 2 * _HOUR, 3 * _HOUR, 6 * _HOUR, 12 * _HOUR, _DAY, 2 * _DAY, 5 * _DAY, 7 * _DAY, 14 * _DAY, 28 * _DAY,
)  # fmt: skip
_UNITS: tuple[tuple[int, Text], ...] = (
    (_DAY, words.TICK_DAYS), (_HOUR, words.TICK_HOURS), (_MINUTE, words.TICK_MINUTES), (1, words.TICK_SECONDS),
)  # fmt: skip
# From here on a number has a sign for its ten thousands, where a reader has chosen so.
_MYRIAD = 10_000
Axis = dict[str, object]


def axis(kpi: Kpi, values: Iterable[float | None], language: Language, *, from_zero: bool = False) -> Axis:
    """Return plotly's settings of the ticks for values of a KPI."""
    if kpi.unit is Unit.SHARE:
        return {"tickformat": ".1~%"}
    if kpi.unit not in {Unit.SECONDS, Unit.WORKING_SECONDS}:
        return _numbers(values, ",~r", from_zero=from_zero)
    least, most = _reach(values, from_zero=from_zero)
    step = next((step for step in _STEPS if (most - least) / step <= _MOST_TICKS), _STEPS[-1])
    # A working day is no 24 hours, so working time is not told in days.
    units = _UNITS if kpi.unit is Unit.SECONDS else _UNITS[1:]
    size, word = next(unit for unit in units if step >= unit[0] or unit[0] == 1)
    ticks = _ticks(least, most, step)
    return {"tickvals": ticks, "ticktext": [say(word, language, number=f"{tick / size:g}") for tick in ticks]}


def axis_of_counts(values: Iterable[float | None]) -> Axis:
    """Return plotly's settings of the ticks for whole numbers."""
    return _numbers(values, ",d", from_zero=False)


def _numbers(values: Iterable[float | None], usual: str, *, from_zero: bool) -> Axis:
    """Return plotly's own ticks, or ticks with 万 and 亿 in round steps of 1, 2 or 5."""
    least, most = _reach(values, from_zero=from_zero)
    if not numbers.in_myriads() or max(most, -least) < _MYRIAD:
        return {"tickformat": usual}
    power = 10 ** math.floor(math.log10((most - least or most) / _MOST_TICKS))
    step = next(power * size for size in (1, 2, 5, 10) if (most - least) / (power * size) <= _MOST_TICKS)
    ticks = _ticks(least, most, step)
    return {"tickvals": ticks, "ticktext": [numbers.plain_number(tick) for tick in ticks]}


def _reach(values: Iterable[float | None], *, from_zero: bool) -> tuple[float, float]:
    known = [value for value in values if value is not None]
    return min([*known, *([0.0] if from_zero else [])], default=0.0), max(known, default=0.0)


def _ticks(least: float, most: float, step: float) -> list[float]:
    return [step * number for number in range(math.floor(least / step), math.ceil(most / step) + 1)]
