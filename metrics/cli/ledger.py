"""`ledger`: months as they stand, or as they were known on a day."""

import argparse
from datetime import date
from typing import TYPE_CHECKING

from metrics.cli.accounts import printed
from metrics.cli.output import print_json
from metrics.cli.question import add_command, month
from metrics.store import EVERYTHING, read_settings
from metrics.store.ledger_accounts import known, month_account, months_of_ledger
from metrics.store.ledger_statements import closing_of

if TYPE_CHECKING:
    from metrics.cli.question import Commands


def add(commands: "Commands") -> None:
    """Declare the command."""
    what = "The closed months and the one to be closed next, as they stand or as they were known on a day."
    parser = add_command(commands, "ledger", _run, what)
    parser.add_argument("--month", type=month, help="one month, closed or not, such as 2025-06")
    parser.add_argument("--as-known-on", type=date.fromisoformat, metavar="DATE", help="a day, such as 2025-07-31")


def _run(asked: argparse.Namespace) -> None:
    closing = closing_of(read_settings(asked.workspace), to_write=False)
    then = known(closing, asked.as_known_on)
    months = (asked.month,) if asked.month else months_of_ledger(then.book)
    accounts = [month_account(closing, EVERYTHING, then, each).document() for each in months]
    head = then.book.head
    if asked.json:
        about = {"as_known_on": asked.as_known_on, "head": {"sequence": head.sequence, "hash": head.hash}}
        print_json({**about, "months": accounts})
        return
    for account in accounts:
        print("\n".join(printed(account)))
    if not accounts:
        print("No month is closed yet. See one with --month, and close it with 'python -m metrics close'.")
    print(f"Head of the ledger: {head}")
