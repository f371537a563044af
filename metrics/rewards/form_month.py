"""What a unit's forms of one month add up to: whole numbers and exact fractions, never an average."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from fractions import Fraction
from functools import reduce
from operator import add

from metrics.rewards.policy import Denominator, SatisfactionPolicy


@dataclass(frozen=True)
class Sum:
    """`n` forms with their total score; `squares` is the total of squared scores, by which noise is judged."""

    n: int = 0
    total: Fraction = Fraction(0)
    squares: Fraction = Fraction(0)

    def __add__(self, other: "Sum") -> "Sum":
        """Return both together."""
        return Sum(self.n + other.n, self.total + other.total, self.squares + other.squares)

    def over(self, n: int) -> "Sum":
        """Return the same total shared among another number; those without a form have scored nothing."""
        return Sum(n, self.total, self.squares)

    @property
    def average(self) -> Fraction | None:
        """Return the average; None where there is nothing to divide by."""
        return self.total / self.n if self.n else None


@dataclass(frozen=True)
class Returns:
    """How many forms were sent in a month and answered in time, and how many came back in it, by what became of them.

    `corrected` forms are among the verified ones, `partial` ones among the verified and the unverified.
    """

    sent: int = 0
    answered: int = 0
    may_still_come: int = 0
    returned: int = 0
    verified: int = 0
    unverified: int = 0
    rejected: int = 0
    corrected: int = 0
    partial: int = 0

    @property
    def judged(self) -> int:
        """Return how many of the forms sent were sent long enough ago to ask whether they are back."""
        return self.sent - self.may_still_come


@dataclass(frozen=True)
class FormMonth:
    """A unit's month under one policy's scores: the forms `used`, the verified ones, and those of either state.

    `all_max` holds where every verified form bears only best grades, `all_min` where only worst ones.
    """

    used: Sum = Sum()
    verified: Sum = Sum()
    of_any_state: Sum = Sum()
    jobs: int = 0
    all_max: bool = False
    all_min: bool = False
    returns: Returns = field(default_factory=Returns)

    def by(self, denominator: Denominator) -> Sum:
        """Return total and number by one denominator."""
        match denominator:
            case Denominator.FORMS:
                return self.used
            case Denominator.JOBS:
                return self.used.over(self.jobs)
            case Denominator.VERIFIED_FORMS:
                return self.verified

    def is_assessable(self, policy: SatisfactionPolicy) -> bool:
        """Return whether the month has forms enough to be judged, and something to divide by."""
        return self.used.n >= policy.min_forms and self.by(policy.denominator).n > 0


def pooled(sums: Iterable[Sum]) -> Sum:
    """Return one or more months as one: totals and numbers are added, averages never."""
    return reduce(add, sums)
