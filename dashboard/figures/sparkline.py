"""A sparkline: the shape of some months in a thumb's breadth, as corners of lines in a box of fixed size."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

WIDTH, HEIGHT = 180, 34
_EDGE = 4


@dataclass(frozen=True)
class Shape:
    """Lines as an SVG reads their corners, and where the last month stands; None where that has no data."""

    lines: tuple[str, ...]
    end: tuple[float, float] | None


def sparkline(values: Sequence[float | None]) -> Shape:
    """Return the shape of the values, evenly spaced; a month without data leaves a gap."""
    known = [value for value in values if value is not None]
    points = [None if value is None else _point(place, value, known, len(values)) for place, value in enumerate(values)]
    runs = [[point for point in run if point] for has_data, run in groupby(points, key=bool) if has_data]
    lines = tuple(" ".join(f"{x},{y}" for x, y in run) for run in runs)
    return Shape(lines, points[-1] if points else None)


def _point(place: int, value: float, known: Sequence[float], months: int) -> tuple[float, float]:
    least, most = min(known), max(known)
    across = place / max(months - 1, 1)
    up = (value - least) / (most - least) if most > least else 0.5
    return round(_EDGE + across * (WIDTH - 2 * _EDGE), 1), round(HEIGHT - _EDGE - up * (HEIGHT - 2 * _EDGE), 1)
