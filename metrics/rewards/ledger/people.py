"""Who may act: named people, none of whom acts on what their own unit is paid."""

from collections.abc import Collection
from dataclasses import dataclass

from metrics.rewards.ledger.errors import IndependenceError
from metrics.text import Text


@dataclass(frozen=True)
class Person:
    """Somebody who acts under their name; `units` are those they belong to."""

    name: str
    units: frozenset[str] = frozenset()


def require_outside(person: Person, paid: Collection[str], what: str) -> None:
    """Refuse somebody who belongs to a unit that is paid by what they act on."""
    own = sorted(person.units & {*paid})
    if own:
        said = Text(
            f"{person.name} 属于 {'、'.join(own)},{what} 的奖惩涉及该单位。只有其他单位的人才能操作。",
            f"{person.name} belongs to {', '.join(own)}, which {what} pays. Only people of other units may act.",
        )
        raise IndependenceError(said)


def require_of_unit(person: Person, unit: str) -> None:
    """Refuse somebody who appeals for a unit that is not theirs."""
    if unit not in person.units:
        units = sorted(person.units)
        said = Text(
            f"申诉只能由本单位的人提出:{person.name} 不属于 {unit}(所属单位:{'、'.join(units) or '没有'})。",
            f"An appeal is the unit's own: {person.name} does not belong to {unit} "
            f"(units: {', '.join(units) or 'none'}).",
        )
        raise IndependenceError(said)
