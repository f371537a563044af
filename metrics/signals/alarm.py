"""Where on a chart rules are broken, gathered into patterns: one alarm for one pattern, however long it lasts."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from metrics.signals.chart import Chart
from metrics.signals.patterns import NEITHER, Sides
from metrics.signals.rules import Rule, Rules, broken


@dataclass(frozen=True)
class Alarm:
    """One pattern: its rule, its side, the points at which it began, was complete, and last held (counted from 0)."""

    rule: Rule
    side: int
    first: int
    flagged: int
    last: int


def alarms(chart: Chart, rules: Rules) -> list[Alarm]:
    """Return the patterns on a chart in order; a point that breaks several rules counts for the lowest number only."""
    winners = broken(chart, rules)
    found = []
    for rule in rules.values():
        sides = rule.holds(chart)
        for begin, end in _stretches(sides, single=rule.span == 1):
            won = [point for point in range(begin, end + 1) if winners[point] == rule.number]
            if won:
                side = int(sides[begin])
                found.append(Alarm(rule, side, _beginning(chart, rule, side, begin), won[0], end))
    return sorted(found, key=lambda alarm: (alarm.flagged, alarm.rule.number))


def _stretches(sides: Sides, *, single: bool) -> Iterator[tuple[int, int]]:
    """Yield the first and last point of each stretch on one side; each point by itself where `single`."""
    begin = 0
    for point in range(1, sides.size + 1):
        if point == sides.size or sides[point] != sides[begin] or single:
            if sides[begin]:
                yield begin, point - 1
            begin = point


def _beginning(chart: Chart, rule: Rule, side: int, complete: int) -> int:
    """Return the first point that belongs to the pattern that is complete at a point."""
    window = complete - rule.span + 1
    if rule.zone is None or side == NEITHER:
        return window
    members = np.flatnonzero(chart.beyond(rule.zone)[0 if side > 0 else 1][window:])
    return window + int(members[0])
