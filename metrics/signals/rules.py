"""Run rules: patterns that chance seldom makes, as Western Electric and Nelson number them.

Where several rules hold at a point, the lowest number is given (as qcc does).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from metrics.signals.chart import Chart, ChartKind
from metrics.signals.patterns import Pattern, alternating, avoiding, beyond, hugging, one_side, trend
from metrics.text import Text


class RuleSet(StrEnum):
    """Whose rules are meant by their numbers."""

    WESTERN_ELECTRIC = "western_electric"
    NELSON = "nelson"


@dataclass(frozen=True, eq=False)
class Rule:
    """One rule: its number within its set, how many points it spans, the zone it is about (in sigmas), its pattern."""

    of: RuleSet
    number: int
    span: int
    zone: float | None
    text: Text
    holds: Pattern


Rules = Mapping[int, Rule]
_Stated = tuple[int, float | None, Text, Pattern]


def _numbered(of: RuleSet, *stated: _Stated) -> Rules:
    return {number: Rule(of, number, *rule) for number, rule in enumerate(stated, start=1)}


_LIMITS: _Stated = (1, 3, Text("一点超出 3σ 控制限", "one point beyond the 3σ limits"), beyond(1, 1, 3))
_TWO_OF_THREE: _Stated = (
    3,
    2,
    Text("连续 3 点中有 2 点在同侧 2σ 以外", "2 of 3 points beyond 2 sigma on one side"),
    beyond(2, 3, 2),
)
_FOUR_OF_FIVE: _Stated = (
    5,
    1,
    Text("连续 5 点中有 4 点在同侧 1σ 以外", "4 of 5 points beyond 1 sigma on one side"),
    beyond(4, 5, 1),
)

WESTERN_ELECTRIC = _numbered(
    RuleSet.WESTERN_ELECTRIC,
    _LIMITS,
    _TWO_OF_THREE,
    _FOUR_OF_FIVE,
    (8, 0, Text("连续 8 点在中心线同侧", "8 points in a row on one side of the centre"), one_side(8)),
)
NELSON = _numbered(
    RuleSet.NELSON,
    _LIMITS,
    (9, 0, Text("连续 9 点在中心线同侧", "9 points in a row on one side of the centre"), one_side(9)),
    (6, None, Text("连续 6 点持续上升或下降", "6 points in a row steadily rising or falling"), trend(6)),
    (14, None, Text("连续 14 点上下交替", "14 points in a row alternating up and down"), alternating(14)),
    _TWO_OF_THREE,
    _FOUR_OF_FIVE,
    (15, None, Text("连续 15 点在 1σ 以内", "15 points in a row within 1 sigma of the centre"), hugging(15)),
    (8, None, Text("连续 8 点在 1σ 以外且两侧都有", "8 points in a row outside 1 sigma, on both sides"), avoiding(8)),
)

# Zone rules presume a bell curve, which counts are not: on their charts they speak only where they are asked to.
_FOR_COUNTS = {number: WESTERN_ELECTRIC[number] for number in (1, 4)}
_SINGLE_VALUES = {ChartKind.XMR, ChartKind.MR}


def default_rules(kind: ChartKind) -> Rules:
    """Return the rules for a kind of chart: 1 and 4 of Western Electric for counts, all four for single values."""
    return WESTERN_ELECTRIC if kind in _SINGLE_VALUES else _FOR_COUNTS


def broken(chart: Chart, rules: Rules) -> NDArray[np.int64]:
    """Return per point the lowest number of the rules that it breaks; 0 where it breaks none."""
    lowest = np.zeros(chart.values.size, dtype=np.int64)
    for number in sorted(rules, reverse=True):
        lowest[rules[number].holds(chart) != 0] = number
    return lowest
