"""A sparkline: the shape of some months in a thumb's breadth, as corners of lines in a box of fixed size."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

WIDTH, HEIGHT = 180, 34
_EDGE = 4
Reach = tuple[float, float]


@dataclass(frozen=True)
class Shape:
    """Lines as an SVG reads their corners, and where the last month stands; None where that has no data."""

    lines: tuple[str, ...]
    end: tuple[float, float] | None
    width: int = WIDTH
    height: int = HEIGHT


def sparkline(values: Sequence[float | None], reach: Reach | None = None, size: tuple[int, int] | None = None) -> Shape:
    """Return the shape of the values, evenly spaced; a month without data leaves a gap.

    The box reaches from the least to the greatest value, unless `reach` says what several shapes share.
    """
    known = [value for value in values if value is not None]
    least, most = reach or (min(known, default=0.0), max(known, default=0.0))
    width, height = size or (WIDTH, HEIGHT)

    def point(place: int, value: float) -> tuple[float, float]:
        across = place / max(len(values) - 1, 1)
        up = (value - least) / (most - least) if most > least else 0.5
        return round(_EDGE + across * (width - 2 * _EDGE), 1), round(height - _EDGE - up * (height - 2 * _EDGE), 1)

    points = [None if value is None else point(place, value) for place, value in enumerate(values)]
    runs = [[point for point in run if point] for has_data, run in groupby(points, key=bool) if has_data]
    lines = tuple(" ".join(f"{x},{y}" for x, y in run) for run in runs)
    return Shape(lines, points[-1] if points else None, width, height)
