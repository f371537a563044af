"""`appeal`: filed by a unit with evidence, shown with its effect, upheld or rejected by somebody independent."""

import argparse
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from metrics.cli.confirm import add_actor, require_confirmed
from metrics.cli.output import print_json
from metrics.cli.question import add_command
from metrics.rewards.ledger.appeals import Effect, Grounds, Verdict
from metrics.rewards.ledger.book import Book
from metrics.rewards.ledger.entry import Entry, Kind
from metrics.rewards.ledger.rulings import COUNTED, LEFT_OUT, Ruling
from metrics.rewards.money import in_main_units
from metrics.rewards.statement import COMPLAINTS, SATISFACTION
from metrics.store import read_settings
from metrics.store.appealing import Appeals, Decision
from metrics.store.errors import QueryError
from metrics.store.ledger_rows import read_book
from metrics.store.ledger_statements import appeals_of, closing_of
from metrics.store.proposals import Proposal, carry_out

if TYPE_CHECKING:
    from metrics.cli.question import Commands

_TABLES = {SATISFACTION: "feedback_forms", COMPLAINTS: "complaints"}


def add(commands: "Commands") -> None:
    """Declare the command."""
    parser = add_command(commands, "appeal", _run, "Appeals against a month: list, file, show, uphold or reject.")
    parser.add_argument("action", choices=["list", "file", "show", "uphold", "reject"])
    parser.add_argument("--appeal", type=int, metavar="NUMBER", help="which appeal to show or decide")
    parser.add_argument("--month", help="of the statement that is appealed against, such as 2025-06")
    parser.add_argument("--unit")
    parser.add_argument("--part", choices=[*_TABLES], default=SATISFACTION)
    parser.add_argument("--text", default="", help="what is wrong, in words")
    parser.add_argument("--without", action="append", default=[], metavar="ROW", help="a row that should not count")
    parser.add_argument("--with", dest="also", action="append", default=[], metavar="ROW", help="one that should")
    parser.add_argument("--reason", default="", help="why the appeal is upheld or rejected")
    add_actor(parser)


def _run(asked: argparse.Namespace) -> None:
    acts = asked.action in {"file", "uphold", "reject"}
    appeals = appeals_of(closing_of(read_settings(asked.workspace), to_write=acts))
    if acts:
        _act(asked, appeals)
        return
    book = read_book(appeals.closing.engine)
    found = book.of(Kind.APPEAL) if asked.action == "list" else (_entry(book, asked),)
    told = [_told(book, appeal) for appeal in found]
    if asked.action == "show" and not told[0]["decided"]:
        told[0] |= {"effects": [_effect(each) for each in appeals.effects(book, found[0].sequence)]}
    _print(asked, told)


def _act(asked: argparse.Namespace, appeals: Appeals) -> None:
    now = datetime.now(UTC)
    proposal = appeals.propose(_grounds(asked), asked.who, now) if asked.action == "file" else _decision(asked, appeals)
    if not asked.json:
        _print_effects(proposal)
    about = asked.month if asked.action == "file" else str(asked.appeal)
    require_confirmed(asked, f"{asked.action} as {proposal.by}?", about)
    entries = carry_out(appeals.closing.engine, proposal, now)
    book = read_book(appeals.closing.engine)
    number = entries[0].sequence if asked.action == "file" else asked.appeal
    _print(asked, [_told(book, _entry(book, argparse.Namespace(appeal=number)))])


def _grounds(asked: argparse.Namespace) -> Grounds:
    if not (asked.month and asked.unit):
        message = "Name what is appealed against: --month and --unit."
        raise QueryError(message)
    table = _TABLES[asked.part]
    rulings = [Ruling(table, row, LEFT_OUT[table]) for row in asked.without]
    rulings += [Ruling(table, row, COUNTED[table]) for row in asked.also]
    return Grounds((asked.month, asked.unit, asked.part), asked.text, tuple(rulings))


def _decision(asked: argparse.Namespace, appeals: Appeals) -> Proposal:
    verdict = Verdict(upheld=asked.action == "uphold", reason=asked.reason)
    return appeals.decide(Decision(asked.appeal or 0, asked.who, verdict))


def _entry(book: Book, asked: argparse.Namespace) -> Entry:
    found = book.entry(asked.appeal or 0)
    if found is None or found.kind is not Kind.APPEAL:
        message = f"There is no appeal {asked.appeal}. See them with 'appeal WORKSPACE list'."
        raise QueryError(message)
    return found


def _told(book: Book, appeal: Entry) -> dict[str, Any]:
    month, unit, part = appeal.key
    decision = book.decided.get(appeal.sequence)
    about = {"appeal": appeal.sequence, "month": month, "unit": unit, "part": part, "by": appeal.by}
    told = {**about, "at": appeal.signature.at, **appeal.body, "decided": decision is not None}
    if decision is None:
        return told
    return {**told, "decision": {**decision.body, "by": decision.by, "at": decision.signature.at}}


def _effect(effect: Effect) -> dict[str, Any]:
    """Return an effect with both statements in full, so that it can be seen what counts otherwise."""
    return {**effect.document(), "statement_before": effect.before, "statement_after": effect.after}


def _print_effects(proposal: Proposal) -> None:
    for effect in proposal.effects:
        told, currency = effect.document(), (effect.after or effect.before or {}).get("currency", "CNY")
        before, after, amount = (
            in_main_units(told[f"{name}_minor"], currency) for name in ("before", "after", "amount")
        )
        print(f"  upheld: {told['month']} {told['unit']} {told['part']}: {before} → {after} ({amount})")
    if not proposal.effects:
        print("  upheld, it would change no statement")


def _print(asked: argparse.Namespace, told: list[dict[str, Any]]) -> None:
    if asked.json:
        print_json(told if asked.action == "list" else told[0])
        return
    for each in told:
        state = "undecided"
        if each["decided"]:
            decision = each["decision"]
            state = f"{'upheld' if decision['upheld'] else 'rejected'} by {decision['by']}: {decision['reason']}"
        rows = ", ".join(ruling["row"] for ruling in each["rulings"])
        print(f"{each['appeal']}  {each['month']} {each['unit']} {each['part']}  {each['by']}: {each['text']} ({rows})")
        print(f"  {state}")
        for effect in each.get("effects", []):
            print(f"  upheld: {effect['month']} {effect['unit']} {effect['before_minor']} → {effect['after_minor']}")
    if not told:
        print("No appeal was filed.")
