"""How an axis writes a KPI's values: shares in percent, durations in round units of time."""

import math
from collections.abc import Iterable

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
Axis = dict[str, object]


def axis(kpi: Kpi, values: Iterable[float | None], language: Language, *, from_zero: bool = False) -> Axis:
    """Return plotly's settings of the ticks for values of a KPI."""
    if kpi.unit is Unit.SHARE:
        return {"tickformat": ".1~%"}
    if kpi.unit not in {Unit.SECONDS, Unit.WORKING_SECONDS}:
        return {"tickformat": ",~r"}
    known = [value for value in values if value is not None]
    least, most = min([*known, *([0.0] if from_zero else [])], default=0.0), max(known, default=0.0)
    step = next((step for step in _STEPS if (most - least) / step <= _MOST_TICKS), _STEPS[-1])
    # A working day is no 24 hours, so working time is not told in days.
    units = _UNITS if kpi.unit is Unit.SECONDS else _UNITS[1:]
    size, word = next(unit for unit in units if step >= unit[0] or unit[0] == 1)
    ticks = [step * number for number in range(math.floor(least / step), math.ceil(most / step) + 1)]
    return {"tickvals": ticks, "ticktext": [say(word, language, number=f"{tick / size:g}") for tick in ticks]}
