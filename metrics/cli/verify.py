"""`verify`: whether the ledger still says what was written."""

import argparse
import re
from dataclasses import replace
from typing import TYPE_CHECKING

from metrics.cli.output import print_json
from metrics.cli.question import add_command
from metrics.rewards.ledger.entry import Head
from metrics.rewards.ledger.errors import LedgerBrokenError
from metrics.rewards.ledger.figures import wrong_figures
from metrics.store import read_settings
from metrics.store.ledger_statements import closing_of
from metrics.store.verifying import Verification, recomputed, verify

if TYPE_CHECKING:
    from metrics.cli.question import Commands

_ANCHOR = re.compile(r"(\d+):([0-9a-f]{64})")


def add(commands: "Commands") -> None:
    """Declare the command."""
    what = "Recompute every entry of the ledger and name the first that was altered, removed or put in. Exit 0 or 1."
    parser = add_command(commands, "verify", _run, what)
    how = "a head of the ledger that was kept elsewhere, as this command prints it; may be given several times"
    parser.add_argument("--anchor", action="append", default=[], type=anchor, metavar="NUMBER:HASH", help=how)
    again = "compute every closed month again as well, from the facts of the load that it names"
    parser.add_argument("--recompute", action="store_true", help=again)


def anchor(text: str) -> Head:
    """Return an anchor given on the command line."""
    found = _ANCHOR.fullmatch(text.strip())
    if not found:
        message = f"'{text}' is no anchor; write the number of an entry, a colon and its 64 hexadecimal digits."
        raise argparse.ArgumentTypeError(message)
    return Head(int(found[1]), found[2])


def _run(asked: argparse.Namespace) -> None:
    closing = closing_of(read_settings(asked.workspace), to_write=False)
    found = verify(closing.engine, wrong_figures, asked.anchor)
    if asked.recompute and not found.fault:
        found = replace(found, fault=recomputed(closing))
    if asked.json:
        print_json(_plain(found))
    if found.fault:
        if not asked.json:
            print(f"账本自第 {found.fault.entry} 条起不可信:{found.fault.said.zh}")
        raise LedgerBrokenError(found.fault)
    if not asked.json:
        print(f"{found.entries} entries verified; {len(asked.anchor)} anchors hold.")
        print(f"Head of the ledger, to be kept elsewhere and checked with --anchor: {found.head}")


def _plain(found: Verification) -> dict[str, object]:
    fault = found.fault and {
        "entry": found.fault.entry,
        "wrong": found.fault.wrong.value,
        "zh": found.fault.said.zh,
        "en": found.fault.said.en,
    }
    head = {"sequence": found.head.sequence, "hash": found.head.hash}
    return {"ok": found.fault is None, "entries": found.entries, "head": head, "fault": fault}
