"""Where a month stands: draft → checked → approved → closed, each step by another person; back only before closing."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from metrics.rewards.ledger.entry import Entry, Kind
from metrics.rewards.ledger.errors import IndependenceError, StepError
from metrics.rewards.ledger.names import KINDS, in_chinese
from metrics.text import Text


class State(StrEnum):
    """How far a month has come."""

    DRAFT = "draft"
    CHECKED = "checked"
    APPROVED = "approved"
    CLOSED = "closed"


STATES: Final = {
    State.DRAFT: Text("草稿", "draft"),
    State.CHECKED: Text("已复核", "checked"),
    State.APPROVED: Text("已批准", "approved"),
    State.CLOSED: Text("已关账", "closed"),
}
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
        raise StepError(_out_of_place(progress, kind))
    done = [step.kind for step in progress.round if step.by == by]
    if done and kind is not Kind.RETURN:
        zh, month = f"{by} 已经走过 {progress.month} 的“{KINDS[done[-1]].zh}”一步", progress.month
        said = Text(
            f"{zh}:“{KINDS[kind].zh}”要由别人来做。",
            f"{by} took the step '{done[-1].value}' of {month}: the step '{kind.value}' is somebody else's.",
        )
        raise IndependenceError(said)


def _out_of_place(progress: Progress, kind: Kind) -> Text:
    """Return that a step does not begin where the month stands, and which steps do."""
    allowed = [step for step, begins in _FROM.items() if progress.state in begins]
    possible = Text("关过账的月份不再改变。", "A closed month never moves again.")
    if allowed:
        steps = ", ".join(step.value for step in allowed)
        possible = Text(f"现在可以:{in_chinese(*allowed)}。", f"Possible: {steps}.")
    state, month = STATES[progress.state], progress.month
    return Text(
        f"{month} {state.zh},不能走“{KINDS[kind].zh}”这一步。{possible.zh}",
        f"{month} is {state.en}, so it cannot take the step '{kind.value}'. {possible.en}",
    )
