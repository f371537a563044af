"""Printing from the command line: a unit's month, or all units of a month, as PDF or XLSX."""

import argparse
from pathlib import Path

from metrics.cli.output import print_json
from metrics.rewards.paper.month import month_paper
from metrics.rewards.paper.paper import Paper
from metrics.rewards.paper.statement import statement_paper
from metrics.store import EVERYTHING, Store
from metrics.store.dossiers import dossier, name_of
from metrics.store.errors import QueryError
from metrics.store.ledger_accounts import known, month_account
from metrics.store.ledger_statements import closing_of
from metrics.store.printing import write_paper
from metrics.store.printing.splits import read_split


def add_paper(parser: argparse.ArgumentParser) -> None:
    """Declare what is printed where, in which language, with whose split."""
    parser.add_argument("--out", type=Path, metavar="FILE", help="print the month: .pdf or .xlsx")
    parser.add_argument("--split", type=Path, metavar="CSV", help="with --out: the unit's split to its staff")
    parser.add_argument("--language", choices=["zh", "en"], default="zh", help="of what is printed")


def print_paper(store: Store, asked: argparse.Namespace) -> None:
    """Print a month as it stands in the ledger, or by the newest load while it is draft."""
    if not asked.month or asked.load or asked.part:
        message = "--out prints all of one month as it stands: say which with --month, and a unit's own with --unit."
        raise QueryError(message)
    if asked.split and not asked.unit:
        message = "--split is one unit's own: say whose with --unit."
        raise QueryError(message)
    write_paper(_of_unit(store, asked) if asked.unit else _of_month(store, asked), asked.out, asked.language)
    print_json({"file": str(asked.out)})


def _of_unit(store: Store, asked: argparse.Namespace) -> Paper:
    closing = closing_of(store.settings, to_write=False)
    found = dossier(closing, EVERYTHING, known(closing), (asked.unit, asked.month))
    split = read_split(asked.split, found.row.total) if asked.split else ()
    return statement_paper(found, store.settings.calendar.zone, split)


def _of_month(store: Store, asked: argparse.Namespace) -> Paper:
    closing = closing_of(store.settings, to_write=False)
    then = known(closing)
    account = month_account(closing, EVERYTHING, then, asked.month)
    zone = store.settings.calendar.zone
    return month_paper(account, lambda unit: name_of(closing, then.load, unit), then.book.head, zone)
