"""`appeal`: filed by a unit with evidence, shown with its effect, upheld or rejected by somebody independent."""

import argparse
from dataclasses import asdict
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from metrics.cli.appeals_shown import effect_told, print_appeals, print_effects, print_rows, told
from metrics.cli.confirm import add_actor, require_confirmed
from metrics.cli.question import add_command, month
from metrics.rewards.ledger.appeals import Grounds, Verdict
from metrics.rewards.ledger.book import Book
from metrics.rewards.ledger.entry import Draft, Entry, Kind
from metrics.rewards.ledger.rulings import COUNTED, LEFT_OUT, Ruling, ruling_from
from metrics.rewards.statement import COMPLAINTS, SATISFACTION
from metrics.store import read_settings
from metrics.store.appeal_rows import appeals_of, rows_moved
from metrics.store.appealing import Appeals, Decision
from metrics.store.errors import QueryError
from metrics.store.ledger_rows import read_book
from metrics.store.ledger_statements import closing_of
from metrics.store.proposals import Proposal, carry_out

if TYPE_CHECKING:
    from metrics.cli.question import Commands

_TABLES = {SATISFACTION: "feedback_forms", COMPLAINTS: "complaints"}


def add(commands: "Commands") -> None:
    """Declare the command."""
    parser = add_command(commands, "appeal", _run, "Appeals against a month: list, file, show, uphold or reject.")
    parser.add_argument("action", choices=["list", "file", "show", "uphold", "reject"])
    parser.add_argument("--appeal", type=int, metavar="NUMBER", help="which appeal to show or decide")
    parser.add_argument("--month", type=month, help="of the statement that is appealed against, such as 2025-06")
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
    found = book.of(Kind.APPEAL) if asked.action == "list" else (_entry(book, asked.appeal),)
    shown = [told(book, appeal) for appeal in found]
    if asked.action == "show" and not shown[0]["decided"]:
        shown[0] |= {"effects": [effect_told(each) for each in appeals.effects(book, found[0].sequence)]}
        shown[0] |= {"rows": _rows(appeals, book, found[0])}
    print_appeals(asked, shown)


def _rows(appeals: Appeals, book: Book, appeal: Entry | Draft) -> list[dict[str, str | None]]:
    """Return the rows that would count otherwise, by what they are in the evidence without and with the rulings."""
    rulings = tuple(ruling_from(each) for each in appeal.body["rulings"])
    key = (appeal.month, appeal.unit or "", appeal.part or "") if isinstance(appeal, Draft) else appeal.key
    return [asdict(moved) for moved in rows_moved(appeals.closing, book, key, rulings)]


def _act(asked: argparse.Namespace, appeals: Appeals) -> None:
    now = datetime.now(UTC)
    proposal = appeals.propose(_grounds(asked), asked.who, now) if asked.action == "file" else _decision(asked, appeals)
    if not asked.json:
        book = read_book(appeals.closing.engine)
        print_rows(_rows(appeals, book, proposal.drafts[0] if asked.action == "file" else _entry(book, asked.appeal)))
        print_effects(proposal)
    about = asked.month if asked.action == "file" else str(asked.appeal)
    require_confirmed(asked, f"{asked.action} as {proposal.by}?", about)
    entries = carry_out(appeals.closing.engine, proposal, now)
    book = read_book(appeals.closing.engine)
    number = entries[0].sequence if asked.action == "file" else asked.appeal
    print_appeals(asked, [told(book, _entry(book, number))])


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


def _entry(book: Book, number: int | None) -> Entry:
    found = book.entry(number or 0)
    if found is None or found.kind is not Kind.APPEAL:
        message = f"There is no appeal {number}. See them with 'appeal WORKSPACE list'."
        raise QueryError(message)
    return found
