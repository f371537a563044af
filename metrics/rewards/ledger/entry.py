"""One entry of the ledger: what was done, by whom, when, and after which entry."""

from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any, Final

from metrics.rewards.ledger.canonical import Document, canonical, said, sha256

# What the first entry names as the hash before it.
NOTHING: Final = "0" * 64


class Kind(StrEnum):
    """What an entry records. The first four are the steps of a month."""

    CHECK = "check"
    APPROVE = "approve"
    RETURN = "return"
    CLOSE = "close"
    STATEMENT = "statement"
    ADJUSTMENT = "adjustment"
    APPEAL = "appeal"
    DECISION = "decision"


STEPS: Final = (Kind.CHECK, Kind.APPROVE, Kind.RETURN, Kind.CLOSE)


@dataclass(frozen=True)
class Head:
    """The last entry of a ledger, by number and hash; also an anchor, if it was copied to another place."""

    sequence: int = 0
    hash: str = NOTHING

    def __str__(self) -> str:
        return f"{self.sequence}:{self.hash}"


@dataclass(frozen=True)
class Draft:
    """An entry that is not written yet; `body` is what its kind says."""

    kind: Kind
    month: str
    body: Document
    unit: str | None = None
    part: str | None = None


@dataclass(frozen=True)
class Signature:
    """Who acts, and when."""

    by: str
    at: datetime


@dataclass(frozen=True)
class Entry:
    """A written entry. `text` is its canonical JSON, which names the hash of the entry before it."""

    sequence: int
    previous: str
    signature: Signature
    draft: Draft
    text: str
    hash: str

    @property
    def kind(self) -> Kind:
        """Return what the entry records."""
        return self.draft.kind

    @property
    def month(self) -> str:
        """Return the month that the entry is about."""
        return self.draft.month

    @property
    def key(self) -> tuple[str, str, str]:
        """Return month, unit and part of a statement or of what is said of one."""
        return self.draft.month, self.draft.unit or "", self.draft.part or ""

    @property
    def body(self) -> Document:
        """Return what the entry says."""
        return self.draft.body

    @property
    def by(self) -> str:
        """Return who acted."""
        return self.signature.by

    @property
    def head(self) -> Head:
        """Return the entry as the end of the ledger that it ends."""
        return Head(self.sequence, self.hash)

    @property
    def columns(self) -> dict[str, str | int | None]:
        """Return what a table keeps beside the text, to find the entry and to let nothing be done twice."""
        step = self.body.get("step") if self.kind in STEPS else None
        appeal = self.body.get("appeal") if self.kind is Kind.DECISION else None
        draft = self.draft
        about = {"kind": draft.kind.value, "month": draft.month, "unit": draft.unit, "part": draft.part}
        return {**about, "step": step, "appeal": appeal}


def written(draft: Draft, after: Head, signature: Signature) -> Entry:
    """Return a draft as the entry after `after`."""
    text = canonical(
        {
            "sequence": after.sequence + 1,
            "previous": after.hash,
            "at": signature.at.astimezone(UTC).isoformat(timespec="microseconds"),
            "by": signature.by,
            "kind": draft.kind.value,
            "month": draft.month,
            "unit": draft.unit,
            "part": draft.part,
            "body": draft.body,
        }
    )
    return entry_from(text)


def entry_from(text: str) -> Entry:
    """Return the entry that a canonical text says; ValueError, KeyError or TypeError where it says none."""
    told: dict[str, Any] = said(text)
    draft = Draft(Kind(told["kind"]), told["month"], told["body"], told["unit"], told["part"])
    signature = Signature(told["by"], datetime.fromisoformat(told["at"]))
    return Entry(told["sequence"], told["previous"], signature, draft, text, sha256(text))
