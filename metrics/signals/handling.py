"""What people did about a signal: who owns it, what they noted, whether it is closed; derived from the log alone."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from metrics.errors import MetricsError
from metrics.signals.key import SignalKey

LONGEST_OWNER, LONGEST_NOTE = 80, 2_000


class Step(StrEnum):
    """What can be done about a signal."""

    ACKNOWLEDGE = "acknowledge"
    ASSIGN = "assign"
    NOTE = "note"
    CLOSE = "close"
    REOPEN = "reopen"


class State(StrEnum):
    """How far people have got with a signal."""

    NEW = "new"
    ACKNOWLEDGED = "acknowledged"
    CLOSED = "closed"


class ActError(MetricsError):
    """Something that cannot be done about a signal: whoever asked for it does it otherwise."""


@dataclass(frozen=True)
class Act:
    """One entry of the log: who did what about which signal, and when; `text` is the owner's name or the note."""

    key: SignalKey
    step: Step
    who: str
    at: datetime
    text: str = ""

    def __post_init__(self) -> None:
        """Refuse an owner or a note without a word, one too long, and an act by nobody."""
        longest = {Step.ASSIGN: LONGEST_OWNER, Step.NOTE: LONGEST_NOTE}.get(self.step, LONGEST_NOTE)
        if self.step in {Step.ASSIGN, Step.NOTE} and not self.text.strip():
            message = f"To {self.step} needs a text; got {self.text!r}."
            raise ActError(message)
        if len(self.text) > longest:
            message = f"To {self.step} takes at most {longest} characters; got {len(self.text)}."
            raise ActError(message)
        if not self.who.strip():
            message = f"Nobody is named who would {self.step} the signal."
            raise ActError(message)


@dataclass(frozen=True)
class Handling:
    """Where a signal stands; `acts` are all entries of its log, oldest first."""

    state: State = State.NEW
    owner: str = ""
    note: str = ""
    acts: tuple[Act, ...] = ()


def handled(acts: Iterable[Act]) -> Handling:
    """Return where a signal stands after the acts about it, oldest first; the last owner and the last note count.

    Whoever takes a signal on, or notes something about it, has seen it; a closed one stays closed until reopened.
    """
    log = tuple(acts)
    state = State.NEW
    for act in log:
        state = _after(state, act.step)
    return Handling(state, _last(log, Step.ASSIGN), _last(log, Step.NOTE), log)


def _after(state: State, step: Step) -> State:
    if step is Step.CLOSE:
        return State.CLOSED
    if state is State.CLOSED and step is not Step.REOPEN:
        return state
    return State.ACKNOWLEDGED


def _last(log: tuple[Act, ...], step: Step) -> str:
    return next((act.text for act in reversed(log) if act.step is step), "")
