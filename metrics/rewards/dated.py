"""Dated policies: which one is in force for a unit on a day, and whether their validity leaves no doubt about it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from itertools import pairwise
from typing import Generic, TypeVar

from metrics.rewards.complaint_policy import ComplaintPolicy
from metrics.rewards.errors import PolicyError
from metrics.rewards.policy import SatisfactionPolicy
from metrics.rewards.setting import Setting, digest, settings_of
from metrics.text import Text

EVERY_UNIT = "*"
_VALIDITY = ("valid_from", "valid_to")

P = TypeVar("P", SatisfactionPolicy, ComplaintPolicy)


@dataclass(frozen=True)
class Dated(Generic[P]):
    """A policy for one unit ("*": every unit without one of its own) from a day until before another (None: on).

    `where` and `line` tell a reader of policy.toml which entry it is (0: none), and are no part of what it says.
    """

    policy: P
    unit: str = EVERY_UNIT
    valid_from: date = date.min
    valid_to: date | None = None
    where: Text = field(default=Text("缺省", "the default"), compare=False)
    line: int = field(default=0, compare=False)

    def __post_init__(self) -> None:
        """Refuse a validity that ends before it begins."""
        if self.valid_to is not None and self.valid_to <= self.valid_from:
            ends, begins = f"valid_to = {self.valid_to}", f"valid_from = {self.valid_from}"
            raise PolicyError(_VALIDITY, Text(f"{ends} 不晚于 {begins}", f"{ends} is not after {begins}"))

    @cached_property
    def settings(self) -> list[Setting]:
        """Return the policy's settings as they are shown."""
        return settings_of(self.policy)

    @cached_property
    def version(self) -> str:
        """Return a digest of what the policy says, for whom and since when.

        Its end is not part of it: closing a validity, so that the next may begin, changes nothing about months before.
        """
        said = {setting.key: setting.value for setting in self.settings}
        return digest({"unit": self.unit, "valid_from": str(self.valid_from), "settings": said})

    @property
    def own_rules(self) -> tuple[str, ...]:
        """Return the keys of the settings that are the project's own rules."""
        return tuple(setting.key for setting in self.settings if setting.own)

    def is_in_force(self, day: date) -> bool:
        """Return whether the policy is valid on a day."""
        return self.valid_from <= day and (self.valid_to is None or day < self.valid_to)


def in_force(entries: Iterable[Dated[P]], unit: str, day: date) -> Dated[P] | None:
    """Return the policy in force for a unit on a day: its own before that of every unit; None where there is none."""
    valid = [entry for entry in entries if entry.is_in_force(day)]
    return next((entry for whose in (unit, EVERY_UNIT) for entry in valid if entry.unit == whose), None)


def checked(entries: Sequence[Dated[P]]) -> tuple[Dated[P], ...]:
    """Return the policies in order of unit and time; PolicyError names two that overlap or leave a gap between them.

    Between two policies of one unit a gap is none where one for every unit is in force throughout.
    """
    ordered = sorted(entries, key=lambda entry: (entry.unit, entry.valid_from))
    for earlier, later in pairwise(ordered):
        if earlier.unit == later.unit:
            _require_joint(earlier, later, entries)
    return tuple(ordered)


def _require_joint(earlier: Dated[P], later: Dated[P], entries: Sequence[Dated[P]]) -> None:
    if earlier.valid_to is None or earlier.valid_to > later.valid_from:
        raise PolicyError(_VALIDITY, _overlap(earlier, later))
    general = [entry for entry in entries if entry.unit == EVERY_UNIT != earlier.unit]
    if earlier.valid_to < later.valid_from and not _covered(earlier.valid_to, later.valid_from, general):
        both, start, end = _both(earlier, later), earlier.valid_to, later.valid_from
        gap = Text(
            f"{both.zh},中间有空档:从 {start} 到 {end} 之前没有政策有效",
            f"{both.en}, leave a gap: nothing is in force from {start} until before {end}",
        )
        raise PolicyError(_VALIDITY, gap)


def _both(earlier: Dated[P], later: Dated[P]) -> Text:
    return Text(
        f"{earlier.where.zh}和 {later.where.zh},同为单位“{earlier.unit}”",
        f"{earlier.where.en} and {later.where.en}, both for unit '{earlier.unit}'",
    )


def _overlap(earlier: Dated[P], later: Dated[P]) -> Text:
    both = _both(earlier, later)
    until = Text("没有 valid_to", "has no valid_to")
    if earlier.valid_to is not None:
        until = Text(f"在 {earlier.valid_to} 之前有效", f"is valid until before {earlier.valid_to}")
    return Text(
        f"{both.zh},有效期重叠:前一条{until.zh},后一条从 {later.valid_from} 起有效",
        f"{both.en}, overlap: the first {until.en}, the second is valid from {later.valid_from}",
    )


def _covered(start: date, end: date, general: list[Dated[P]]) -> bool:
    """Return whether policies for every unit are in force on each day from `start` until before `end`."""
    for entry in sorted(general, key=lambda entry: entry.valid_from):
        if entry.is_in_force(start):
            start = end if entry.valid_to is None else entry.valid_to
    return start >= end
