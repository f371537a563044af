"""What those who did not answer could change: bounds on satisfaction and scores that assume nothing of them."""

from dataclasses import dataclass

from metrics.errors import MetricsError


class CountsError(MetricsError):
    """Answers were counted that cannot be."""


@dataclass(frozen=True)
class Bounds:
    """How many were asked, answered and were satisfied; the rates, and between what the satisfaction of all lies."""

    asked: int
    answered: int
    satisfied: int
    response_rate: float | None
    satisfied_share: float | None
    low: float | None
    high: float | None


def bounds(asked: int, answered: int, satisfied: int) -> Bounds:
    """Return the bounds [r·p, r·p + 1 − r]: all who kept silent were dissatisfied, or all were satisfied."""
    if not 0 <= satisfied <= answered <= asked:
        message = f"Satisfied ≤ answered ≤ asked must hold; got {satisfied}, {answered} and {asked}."
        raise CountsError(message)
    if asked == 0:
        return Bounds(0, 0, 0, None, None, None, None)
    share = satisfied / answered if answered else None
    return Bounds(
        asked, answered, satisfied, answered / asked, share, satisfied / asked, (satisfied + asked - answered) / asked
    )


@dataclass(frozen=True)
class ScoreBounds:
    """How many were asked, graded every item, and their points in all; the mean, and between what that of all lies."""

    asked: int
    graded: int
    points: int
    mean: float | None
    low: float | None
    high: float | None


def score_bounds(asked: int, graded: int, points: int, extremes: tuple[int, int]) -> ScoreBounds:
    """Return the bounds on the mean score of all: those who kept silent gave the least of `extremes`, or the most."""
    least, most = extremes
    if not (0 <= graded <= asked and least * graded <= points <= most * graded):
        message = f"{graded} of {asked} forms with scores from {least} to {most} cannot hold {points} points."
        raise CountsError(message)
    if asked == 0:
        return ScoreBounds(0, 0, 0, None, None, None)
    low, high = ((points + extreme * (asked - graded)) / asked for extreme in extremes)
    return ScoreBounds(asked, graded, points, points / graded if graded else None, low, high)
