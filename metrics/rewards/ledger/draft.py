"""What a month would be closed with: its statements, and what has to be added for months closed before."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from metrics.rewards.ledger.adjustments import Line, amount_of, key_of
from metrics.rewards.ledger.canonical import Document, digest
from metrics.rewards.ledger.entry import Draft, Entry, Kind


@dataclass(frozen=True)
class Basis:
    """By what statements are computed: a load with its tables' versions, and the version of the policy's text."""

    load: int
    versions: Mapping[str, int]
    as_of: str | None
    policy: str

    def document(self) -> dict[str, Any]:
        """Return the basis as it is written into the ledger."""
        return {"load": self.load, "versions": dict(self.versions), "as_of": self.as_of, "policy": self.policy}


def basis_from(body: Document) -> Basis:
    """Return the basis that an entry's body names."""
    return Basis(body["load"], body["versions"], body["as_of"], body["policy"])


@dataclass(frozen=True)
class MonthDraft:
    """A month before it is closed; `decided` are adjustments that appeals have brought, to be paid with it."""

    month: str
    basis: Basis
    documents: tuple[Document, ...]
    lines: tuple[Line, ...] = ()
    decided: tuple[Entry, ...] = ()

    @property
    def units(self) -> frozenset[str]:
        """Return the units whose money this month moves."""
        keys = (*(key_of(each) for each in self.documents), *(line.key for line in self.lines))
        return frozenset({unit for _, unit, _ in (*keys, *(entry.key for entry in self.decided))})

    @cached_property
    def digest(self) -> str:
        """Return one hash of all that this month would be closed with."""
        lines = [[*line.key, line.body()] for line in self.lines]
        return digest([self.month, self.basis.document(), self.documents, lines, [each.hash for each in self.decided]])

    def summary(self) -> dict[str, Any]:
        """Return what every step of the month records: the basis, the hash, the counts and the sums."""
        statements = sum(amount_of(document) for document in self.documents)
        adjustments = sum(line.amount for line in self.lines)
        decided = sum(entry.body["amount_minor"] for entry in self.decided)
        return {
            **self.basis.document(),
            "digest": self.digest,
            "units": sorted(self.units),
            "statements": len(self.documents),
            "statements_minor": statements,
            "adjustments": len(self.lines),
            "adjustments_minor": adjustments,
            "decided": len(self.decided),
            "decided_minor": decided,
            "amount_minor": statements + adjustments + decided,
        }

    def frozen(self) -> tuple[Draft, ...]:
        """Return the statements and the adjustments as entries, in an order of their own."""
        by = {"load": self.basis.load, "policy": self.basis.policy}
        statements = [
            Draft(Kind.STATEMENT, self.month, {**by, "document": document}, document["unit"], document["part"])
            for document in sorted(self.documents, key=key_of)
        ]
        return (*statements, *(line.draft(self.month) for line in self.lines))
