"""`close`: a month from draft to closed, step by step, each by another person."""

import argparse
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from metrics.cli.accounts import printed
from metrics.cli.confirm import add_actor, require_confirmed
from metrics.cli.output import print_json
from metrics.cli.question import add_command, month
from metrics.rewards.ledger.account import of_draft
from metrics.rewards.ledger.entry import STEPS, Entry, Kind
from metrics.store import EVERYTHING, read_settings
from metrics.store.closing import Closing, Step
from metrics.store.ledger_accounts import known, month_account
from metrics.store.ledger_rows import read_book
from metrics.store.ledger_statements import closing_of
from metrics.store.proposals import Proposal, carry_out

if TYPE_CHECKING:
    from metrics.cli.question import Commands

_DONE = {
    Kind.CHECK: "checked",
    Kind.APPROVE: "approved",
    Kind.RETURN: "returned to draft",
    Kind.CLOSE: "closed for good",
}


def add(commands: "Commands") -> None:
    """Declare the command."""
    what = "Take a month one step further: check, approve, close; or return it to draft. Without a step: show it."
    parser = add_command(commands, "close", _run, what)
    parser.add_argument("--month", type=month, required=True, help="the month, such as 2025-06")
    parser.add_argument("--step", choices=[step.value for step in STEPS], help="the step to take")
    parser.add_argument("--reason", default="", help="why the month goes back to draft")
    add_actor(parser)


def _run(asked: argparse.Namespace) -> None:
    closing = closing_of(read_settings(asked.workspace), to_write=asked.step is not None)
    if asked.step is None:
        _show(month_account(closing, EVERYTHING, known(closing), asked.month).document(), asked)
        return
    kind = Kind(asked.step)
    proposal = closing.propose(Step(kind, asked.month, asked.who, asked.reason))
    if not asked.json:
        _show(_proposed(closing, proposal), asked)
    require_confirmed(asked, f"{kind.value} {asked.month} as {proposal.by}?", asked.month)
    entries = carry_out(closing.engine, proposal, datetime.now(UTC))
    _tell(asked, kind, entries)


def _proposed(closing: Closing, proposal: Proposal) -> dict[str, Any] | None:
    return of_draft(read_book(closing.engine), proposal.month).document() if proposal.month else None


def _show(account: dict[str, Any] | None, asked: argparse.Namespace) -> None:
    if asked.json:
        print_json(account)
    elif account:
        print("\n".join(printed(account)))


def _tell(asked: argparse.Namespace, kind: Kind, entries: list[Entry]) -> None:
    last = entries[-1]
    if asked.json:
        head = {"sequence": last.sequence, "hash": last.hash}
        told = {"month": asked.month, "step": kind.value, "by": last.by, "at": last.signature.at}
        print_json({**told, "entries": [entry.sequence for entry in entries], "head": head})
        return
    print(f"{asked.month} is {_DONE[kind]} by {last.by}; entries {entries[0].sequence} to {last.sequence}.")
    print(f"Head of the ledger: {last.head}")
