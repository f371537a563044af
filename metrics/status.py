"""How a value stands against its target, in the KPI's own direction."""

from enum import StrEnum

from metrics.model import Direction, Kpi, Target


class Status(StrEnum):
    """Whether the target is met, nearly met, missed, or there is nothing to judge."""

    MET = "met"
    NEAR = "near"
    MISSED = "missed"
    NONE = "none"


def status(kpi: Kpi, value: float | None, target: Target | None) -> Status:
    """Return how `value` stands against `target`."""
    if value is None or target is None:
        return Status.NONE
    sign = 1 if kpi.direction is Direction.HIGHER_IS_BETTER else -1
    if sign * value >= sign * target.meet:
        return Status.MET
    return Status.NEAR if sign * value >= sign * target.near else Status.MISSED
