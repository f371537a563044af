"""What somebody wishes to do to the ledger, and how it is proposed, shown and carried out."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from dashboard.wording import reward_acts as words
from dashboard.wording import say
from metrics.errors import MetricsError
from metrics.rewards.ledger.appeals import Grounds
from metrics.rewards.ledger.entry import Entry, Kind
from metrics.rewards.money import in_main_units
from metrics.store.appeal_rows import appeals_of
from metrics.store.appealing import Decision
from metrics.store.closing import Closing, Step
from metrics.store.ledger_statements import closing_of
from metrics.store.proposals import Proposal, carry_out
from metrics.text import Language


@dataclass(frozen=True)
class Filing:
    """An appeal that somebody wishes to file."""

    grounds: Grounds
    who: str | None


Wish = Step | Filing | Decision


@dataclass(frozen=True)
class Pending:
    """A wish with what it would write, held until it is confirmed or dropped."""

    wish: Wish
    proposal: Proposal


def proposed(closing: Closing, wish: Wish, at: datetime) -> Proposal:
    """Return what a wish would write; MetricsError where it is refused."""
    match wish:
        case Step():
            return closing.propose(wish)
        case Filing():
            return appeals_of(closing).propose(wish.grounds, wish.who, at)
        case Decision():
            return appeals_of(closing).decide(wish)


def carried_out(closing: Closing, proposal: Proposal, at: datetime) -> list[Entry]:
    """Write what was proposed and shown, just so; MetricsError where somebody has acted meanwhile."""
    # Only now are the tables of an older database brought up.
    engine = closing_of(closing.settings, to_write=True).engine
    return carry_out(engine, proposal, at)


def named(wish: Wish) -> str:
    """Return the name of what is wished."""
    match wish:
        case Step():
            return wish.kind.value
        case Filing():
            return "file"
        case Decision():
            return "uphold" if wish.verdict.upheld else "reject"


def freezes(pending: Pending, language: Language) -> str:
    """Return what confirming a wish does, and that it cannot be undone where it cannot."""
    return say(words.FREEZES[named(pending.wish)], language, who=pending.proposal.by, **_figures(pending))


def _figures(pending: Pending) -> Mapping[str, Any]:
    wish, month = pending.wish, pending.proposal.month
    if isinstance(wish, Filing):
        return {"until": pending.proposal.drafts[0].body["until"]}
    if isinstance(wish, Decision):
        return {"appeal": wish.appeal}
    if month is None:
        return {"month": wish.month}
    told = month.summary()
    currency = next((document["currency"] for document in month.documents), "")
    return {
        "month": wish.month,
        "statements": told["statements"],
        "adjustments": told["adjustments"] + told["decided"],
        "total": in_main_units(told["amount_minor"], currency).rstrip(),
        "load": told["load"],
    }


def digest(pending: Pending) -> str | None:
    """Return the one hash of a month's content, which whoever approves or closes can compare; None of other wishes."""
    return pending.proposal.month.digest if pending.proposal.month else None


def refusal(problem: MetricsError, language: Language) -> str:
    """Return why something was refused, in the reader's language where the refusal has it."""
    said = getattr(problem, "said", None)
    return say(words.REFUSED, language, problem=said.to(language) if said else problem)


def possible(state: str) -> tuple[Kind, ...]:
    """Return the steps that a month may take from where it stands, as far as its state says."""
    return {
        "draft": (Kind.CHECK,),
        "checked": (Kind.APPROVE, Kind.RETURN),
        "approved": (Kind.CLOSE, Kind.RETURN),
    }.get(state, ())
