"""`statement`: what each unit's month earns or costs, by which rule, from which figures, and what to doubt."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from metrics.cli.output import print_json
from metrics.cli.paper import add_paper, print_paper
from metrics.cli.question import add_command, add_period, months_of_units
from metrics.rewards.money import in_main_units
from metrics.rewards.rules import Rule, is_own, rule_text
from metrics.rewards.setting import OWN_RULE
from metrics.rewards.statement import COMPLAINTS, SATISFACTION, Statement
from metrics.store import EVERYTHING, Store, open_store
from metrics.store.errors import QueryError
from metrics.store.exports import write_rows

if TYPE_CHECKING:
    from metrics.cli.question import Commands

_PARTS = (SATISFACTION, COMPLAINTS)


def add(commands: "Commands") -> None:
    """Declare the command."""
    what = "What each unit's month earns or costs by the reward policy in force, from which figures, and what to doubt."
    parser = add_command(commands, "statement", _run, what)
    add_period(parser)
    parser.add_argument("--unit", help="one service centre")
    parser.add_argument("--part", choices=_PARTS, help="one part only")
    parser.add_argument("--load", type=int, metavar="NUMBER", help="as an earlier load has it")
    parser.add_argument(
        "--evidence", type=Path, metavar="FILE", help="write the rows behind one statement: .csv or .xlsx"
    )
    add_paper(parser)


def _run(asked: argparse.Namespace) -> None:
    store = open_store(asked.workspace)
    wanted = months_of_units(store, asked)
    if asked.out:
        print_paper(store, asked)
        return
    if asked.evidence:
        _write_evidence(store, asked)
        return
    found = store.statements(EVERYTHING, wanted.first, wanted.last, wanted.unit, asked.load)
    chosen = [each for each in found if asked.part in (None, each.part)]
    if asked.json:
        print_json([each.document() for each in chosen])
        return
    for each in chosen:
        _print(each)
    print(f"{len(chosen)} statements; the settings that are {OWN_RULE.zh} ({OWN_RULE.en}) are named by --json")


def _print(statement: Statement) -> None:
    rule, certainty = rule_text(Rule(statement.rule)), statement.certainty
    amount = in_main_units(statement.amount, statement.currency)
    marked = f" ({OWN_RULE.zh} / {OWN_RULE.en})" if is_own(Rule(statement.rule)) else ""
    told = f"{rule.zh} / {rule.en} [{statement.rule}]{marked}"
    print(f"{statement.month} {statement.unit} {statement.part} {amount} — {told}")
    if certainty:
        print(f"  {certainty.text.zh}\n  {certainty.text.en}")
    for warned in statement.warnings:
        print(f"  ! {warned.text.zh} {warned.text.en} [{warned.code}]")


def _write_evidence(store: Store, asked: argparse.Namespace) -> None:
    if not (asked.month and asked.unit):
        message = "--evidence opens one statement: say which with --month and --unit."
        raise QueryError(message)
    found = store.statement_evidence(EVERYTHING, asked.unit, asked.month, asked.part or SATISFACTION, asked.load)
    write_rows(found.rows, asked.evidence)
    print_json({"rows": found.total, "counts": found.counts, "file": str(asked.evidence)})
