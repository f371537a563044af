"""What those who did not answer could change: bounds on satisfaction that assume nothing of them."""

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
