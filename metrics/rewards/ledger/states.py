"""Where a month stands: draft → checked → approved → closed, each step by another person; back only before closing."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from metrics.rewards.ledger.entry import Entry, Kind
from metrics.rewards.ledger.errors import IndependenceError, StepError


class State(StrEnum):
    """How far a month has come."""

    DRAFT = "draft"
    CHECKED = "checked"
    APPROVED = "approved"
    CLOSED = "closed"


_FROM: Final = {
    Kind.CHECK: (State.DRAFT,),
    Kind.APPROVE: (State.CHECKED,),
    Kind.CLOSE: (State.APPROVED,),
    Kind.RETURN: (State.CHECKED, State.APPROVED),
}
_TO: Final = {
    Kind.CHECK: State.CHECKED,
    Kind.APPROVE: State.APPROVED,
    Kind.CLOSE: State.CLOSED,
    Kind.RETURN: State.DRAFT,
}


@dataclass(frozen=True)
class Progress:
    """Every step that was taken with a month, oldest first."""

    month: str
    steps: tuple[Entry, ...] = ()

    @property
    def state(self) -> State:
        """Return where the month stands."""
        return _TO[self.steps[-1].kind] if self.steps else State.DRAFT

    @property
    def is_pinned(self) -> bool:
        """Return whether the month is held at the figures that were checked."""
        return self.state in {State.CHECKED, State.APPROVED}

    @property
    def round(self) -> Sequence[Entry]:
        """Return the steps since the month was last returned to draft."""
        returned = [number for number, step in enumerate(self.steps, start=1) if step.kind is Kind.RETURN]
        return self.steps[returned[-1] :] if returned else self.steps

    def taken(self, kind: Kind) -> Entry | None:
        """Return a step of this round; None where it was not taken yet."""
        return next((step for step in self.round if step.kind is kind), None)


def require_step(progress: Progress, kind: Kind, by: str) -> None:
    """Refuse a step that does not begin where the month stands, or by someone who has taken one of this round.

    Three steps need three people. Returning is nobody's profit: whoever checked or approved may return as well.
    """
    if progress.state not in _FROM[kind]:
        allowed = ", ".join(step.value for step, begins in _FROM.items() if progress.state in begins)
        possible = f"Possible: {allowed}." if allowed else "A closed month never moves again."
        message = f"{progress.month} is {progress.state.value}, so it cannot take the step '{kind.value}'. {possible}"
        raise StepError(message)
    done = [step.kind.value for step in progress.round if step.by == by]
    if done and kind is not Kind.RETURN:
        message = f"{by} took the step '{done[-1]}' of {progress.month}: the step '{kind.value}' is somebody else's."
        raise IndependenceError(message)
