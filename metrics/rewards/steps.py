"""A table of steps: which weighted count of complaints earns or costs what, with neither holes nor overlaps."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise


@dataclass(frozen=True)
class Step:
    """Weighted counts `first` to `last` (None: and more) earn `amount` minor units; a negative one is a penalty."""

    first: int
    last: int | None
    amount: int

    def holds(self, count: int) -> bool:
        """Return whether a weighted count is on this step."""
        return self.first <= count and (self.last is None or count <= self.last)

    def __str__(self) -> str:
        """Return the step's range as it is read, such as "1..2" or "6 and more"."""
        return f"{self.first} and more" if self.last is None else f"{self.first}..{self.last}"


def step_of(steps: Sequence[Step], count: int) -> Step:
    """Return the step that a weighted count is on; a table without faults has exactly one."""
    return next(step for step in steps if step.holds(count))


def faults(steps: Sequence[Step]) -> Iterator[str]:
    """Yield what is wrong with a table: it must run from 0 without holes or overlaps, and more never earns more."""
    if not steps:
        return
    if steps[0].first != 0:
        yield f"the first step begins at 0, got {steps[0]}"
    for number, (one, other) in enumerate(pairwise(steps), start=1):
        both = f"steps {number} ({one}) and {number + 1} ({other})"
        if one.last is None or one.last >= other.first:
            yield f"{both} overlap"
        elif one.last + 1 != other.first:
            yield f"{both} leave a hole"
        if other.amount > one.amount:
            yield f"{both}: more complaints must not earn more, got {one.amount} and then {other.amount}"
    for number, step in enumerate(steps, start=1):
        if step.last is not None and step.last < step.first:
            yield f"step {number} ({step}) ends before it begins"
    if steps[-1].last is not None:
        yield f"the last step is open, got {steps[-1]}: what do {steps[-1].last + 1} complaints cost?"
