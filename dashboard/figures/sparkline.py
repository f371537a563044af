"""A sparkline: the shape of some months in a thumb's breadth, as an SVG image of numbers only."""

from collections.abc import Sequence
from itertools import groupby

from dashboard.figures.palette import Palette

_WIDTH, _HEIGHT, _EDGE = 180, 34, 4


def sparkline(values: Sequence[float | None], colours: Palette) -> str:
    """Return an SVG of the values, evenly spaced; a month without data leaves a gap, the last one ends in a dot."""
    known = [value for value in values if value is not None]
    points = [None if value is None else _point(place, value, known, len(values)) for place, value in enumerate(values)]
    runs = [list(run) for has_data, run in groupby(points, key=lambda point: point is not None) if has_data]
    lines = "".join(_line([point for point in run if point], colours) for run in runs)
    last = points[-1] if points else None
    dot = f'<circle cx="{last[0]}" cy="{last[1]}" r="3" fill="{colours.ink}"/>' if last else ""
    box = f'viewBox="0 0 {_WIDTH} {_HEIGHT}" width="{_WIDTH}" height="{_HEIGHT}"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {box}>{lines}{dot}</svg>'


def _point(place: int, value: float, known: Sequence[float], months: int) -> tuple[float, float]:
    least, most = min(known), max(known)
    across = place / max(months - 1, 1)
    up = (value - least) / (most - least) if most > least else 0.5
    return (
        round(_EDGE + across * (_WIDTH - 2 * _EDGE), 1),
        round(_HEIGHT - _EDGE - up * (_HEIGHT - 2 * _EDGE), 1),
    )


def _line(points: Sequence[tuple[float, float]], colours: Palette) -> str:
    corners = " ".join(f"{x},{y}" for x, y in points)
    return f'<polyline points="{corners}" fill="none" stroke="{colours.quiet}" stroke-width="1.5"/>'
