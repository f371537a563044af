"""From where on a statement warns; the limits inform and never change an amount."""

from dataclasses import dataclass
from fractions import Fraction

from metrics.rewards.errors import PolicyError
from metrics.text import Text


@dataclass(frozen=True)
class WarningLimits:
    """When to warn: fewer than `few_forms` used, a greater `unverified_share`, and signs of an invented month.

    Those are a burst, `burst_share` of the forms in the last `burst_days`, which chance brings less often than
    `burst_chance`; `same_hand` forms graded alike in one minute; `same_customer` forms of one customer; and a greater
    `without_work` share that names no job and no case.
    """

    few_forms: int = 30
    unverified_share: Fraction = Fraction(1, 4)
    burst_days: int = 3
    burst_share: Fraction = Fraction(2, 5)
    burst_chance: Fraction = Fraction(1, 1000)
    same_hand: int = 5
    same_customer: int = 3
    without_work: Fraction = Fraction(1, 5)

    def __post_init__(self) -> None:
        """Refuse limits that could never, or would always, be passed."""
        whole = {"few_forms": 1, "burst_days": 1, "same_hand": 2, "same_customer": 2}
        for key, least in whole.items():
            if getattr(self, key) < least:
                got = getattr(self, key)
                said = Text(f"warn_at.{key} 至少为 {least},现为 {got}", f"warn_at.{key} is at least {least}, got {got}")
                raise PolicyError(["warn_at"], said)
        for key in ("unverified_share", "burst_share", "burst_chance", "without_work"):
            if not 0 <= getattr(self, key) <= 1:
                got = getattr(self, key)
                said = Text(
                    f"warn_at.{key} 须在 0 和 1 之间,现为 {got}", f"warn_at.{key} is between 0 and 1, got {got}"
                )
                raise PolicyError(["warn_at"], said)
