"""`evidence`: the rows behind a reading, each with why it was counted or not."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from metrics.cli.output import print_json
from metrics.cli.question import add_question, query, refuse_unknown_values
from metrics.store import EVERYTHING, open_store
from metrics.store.exports import write_csv

if TYPE_CHECKING:
    from metrics.cli.question import Commands


def add(commands: "Commands") -> None:
    """Declare the command."""
    what = "The rows behind a reading, each with why it was counted or not."
    parser = add_question(commands, "evidence", _run, what)
    parser.add_argument("--status", help="only rows counted, hit, immature, left_out, or left out for this reason")
    parser.add_argument("--out", type=Path, metavar="FILE.csv", help="write the rows to a file")


def _run(asked: argparse.Namespace) -> None:
    store, question = open_store(asked.workspace), query(asked)
    found = store.evidence(EVERYTHING, question, asked.status, limit=None)
    if not any(found.counts.values()):
        refuse_unknown_values(store, question)
    if asked.out:
        write_csv(found.rows, asked.out)
        print_json({"rows": found.total, "counts": found.counts, "file": str(asked.out)})
    elif asked.json:
        print_json({"counts": found.counts, "rows": found.rows.to_dicts()})
    else:
        print(found.counts)
        print(found.rows)
