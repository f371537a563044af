"""What is printed: a title, facts about where it is from, blocks in order, and signatures; no layout yet."""

from dataclasses import dataclass
from datetime import datetime

from metrics.rewards.paper.sheet import Kind, Sheet, Value
from metrics.rewards.working.line import Line
from metrics.text import Text


@dataclass(frozen=True)
class Fact:
    """One thing that a reader must know of the paper, such as the load it rests on."""

    what: Text
    value: Value
    kind: Kind = Kind.TEXT


@dataclass(frozen=True)
class Working:
    """Arithmetic written out, with what a reader must know beside it."""

    title: Text
    lines: tuple[Line, ...]
    notes: tuple[Text, ...] = ()


@dataclass(frozen=True)
class Signature:
    """A place to sign; who has acted in the ledger stands there already."""

    role: Text
    name: str | None = None
    at: datetime | None = None


@dataclass(frozen=True)
class Paper:
    """A paper of some place in time: `made` is the moment that its data is as of, never a clock's.

    `appendix` are tables that take pages on their sides; where `is_wide` all pages lie so.
    """

    title: Text
    state: Text
    facts: tuple[Fact, ...]
    blocks: tuple[Working | Sheet, ...]
    signatures: tuple[Signature, ...]
    appendix: tuple[Sheet, ...]
    foot: Text
    zone: str
    made: datetime | None
    is_wide: bool = False
