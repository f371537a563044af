"""Who may act: named people, none of whom acts on what their own unit is paid."""

from collections.abc import Collection
from dataclasses import dataclass

from metrics.rewards.ledger.errors import IndependenceError


@dataclass(frozen=True)
class Person:
    """Somebody who acts under their name; `units` are those they belong to."""

    name: str
    units: frozenset[str] = frozenset()


def require_outside(person: Person, paid: Collection[str], what: str) -> None:
    """Refuse somebody who belongs to a unit that is paid by what they act on."""
    own = sorted(person.units & {*paid})
    if own:
        message = f"{person.name} belongs to {', '.join(own)}, which {what} pays. Only people of other units may act."
        raise IndependenceError(message)


def require_of_unit(person: Person, unit: str) -> None:
    """Refuse somebody who appeals for a unit that is not theirs."""
    if unit not in person.units:
        units = ", ".join(sorted(person.units)) or "none"
        message = f"An appeal is the unit's own: {person.name} does not belong to {unit} (units: {units})."
        raise IndependenceError(message)
