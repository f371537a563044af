"""A table of steps: which weighted count of complaints earns or costs what, with neither holes nor overlaps."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from metrics.text import Text


@dataclass(frozen=True)
class Step:
    """Weighted counts `first` to `last` (None: and more) earn `amount` minor units; a negative one is a penalty."""

    first: int
    last: int | None
    amount: int

    def holds(self, count: int) -> bool:
        """Return whether a weighted count is on this step."""
        return self.first <= count and (self.last is None or count <= self.last)

    @property
    def range(self) -> Text:
        """Return the step's range as it is read, such as "1..2" or "6 and more"."""
        if self.last is None:
            return Text(f"{self.first} 及以上", f"{self.first} and more")
        return Text(f"{self.first}..{self.last}", f"{self.first}..{self.last}")

    def __str__(self) -> str:
        """Return the step's range in English."""
        return self.range.en


def step_of(steps: Sequence[Step], count: int) -> Step:
    """Return the step that a weighted count is on; a table without faults has exactly one."""
    return next(step for step in steps if step.holds(count))


def faults(steps: Sequence[Step]) -> Iterator[Text]:
    """Yield what is wrong with a table: it must run from 0 without holes or overlaps, and more never earns more."""
    if not steps:
        return
    if steps[0].first != 0:
        yield Text(f"第一级须从 0 开始,现为 {steps[0].range.zh}", f"the first step begins at 0, got {steps[0]}")
    for number, (one, other) in enumerate(pairwise(steps), start=1):
        yield from _between(number, one, other)
    for number, step in enumerate(steps, start=1):
        if step.last is not None and step.last < step.first:
            yield Text(
                f"第 {number} 级({step.range.zh})未开始就结束了", f"step {number} ({step}) ends before it begins"
            )
    if steps[-1].last is not None:
        more = steps[-1].last + 1
        yield Text(
            f"最后一级不能封顶,现为 {steps[-1].range.zh}:{more} 件投诉该算多少?",
            f"the last step is open, got {steps[-1]}: what do {more} complaints cost?",
        )


def _between(number: int, one: Step, other: Step) -> Iterator[Text]:
    """Yield what is wrong between a step, called by its number, and the next."""
    zh = f"第 {number} 级({one.range.zh})和第 {number + 1} 级({other.range.zh})"
    en = f"steps {number} ({one}) and {number + 1} ({other})"
    if one.last is None or one.last >= other.first:
        yield Text(f"{zh}重叠", f"{en} overlap")
    elif one.last + 1 != other.first:
        yield Text(f"{zh}之间有空档", f"{en} leave a hole")
    if other.amount > one.amount:
        yield Text(
            f"{zh}:投诉更多不能得到更多,现为 {one.amount} 之后 {other.amount}",
            f"{en}: more complaints must not earn more, got {one.amount} and then {other.amount}",
        )
