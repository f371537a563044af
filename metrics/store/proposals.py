"""What somebody is about to do to the ledger: shown first, then written as shown, or not at all."""

from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import Engine

from metrics.rewards.ledger.appeals import Effect
from metrics.rewards.ledger.draft import MonthDraft
from metrics.rewards.ledger.entry import Draft, Entry, Head, Kind, Signature
from metrics.store.ledger_rows import writing
from metrics.store.policy_texts import PolicyText, keep_policy

# What a proposal freezes or pays says by itself under which policy; an act says under which one its actor was named.
_ACTS = frozenset(Kind) - {Kind.STATEMENT, Kind.ADJUSTMENT}


@dataclass(frozen=True)
class Proposal:
    """The entries that `by` would write behind `after`, with the month or the effects that they are about."""

    by: str
    after: Head
    policy: PolicyText
    drafts: tuple[Draft, ...]
    month: MonthDraft | None = None
    effects: tuple[Effect, ...] = ()


def carry_out(engine: Engine, proposal: Proposal, at: datetime) -> list[Entry]:
    """Write a proposal in one transaction; LedgerMovedError where the ledger is another than it was made on."""
    with writing(engine, proposal.after) as pen:
        keep_policy(pen.connection, proposal.policy, at)
        drafts = [_named_by(proposal.policy, draft) for draft in proposal.drafts]
        return pen.write(drafts, Signature(proposal.by, at))


def _named_by(policy: PolicyText, draft: Draft) -> Draft:
    people = {"people": policy.version}
    return replace(draft, body={**draft.body, **people}) if draft.kind in _ACTS else draft
