"""`response`: who answered of those who were sent a form, and what the silent ones could change."""

import argparse
from dataclasses import asdict
from typing import TYPE_CHECKING

from metrics.cli.output import print_json
from metrics.cli.question import add_command, add_period, period
from metrics.store import EVERYTHING, Query, open_store
from metrics.store.responses import graded_bounds, satisfaction_bounds

if TYPE_CHECKING:
    from metrics.cli.question import Commands


def add(commands: "Commands") -> None:
    """Declare the command."""
    what = "Who answered of those who were sent a form, and what the silent ones could change."
    parser = add_command(commands, "response", _run, what)
    add_period(parser)
    parser.add_argument("--unit", help="one service centre")


def _run(asked: argparse.Namespace) -> None:
    where = (("unit", asked.unit),) if asked.unit else ()
    store, query = open_store(asked.workspace), Query("response_rate", *period(asked), (), where)
    found, graded = satisfaction_bounds(store, EVERYTHING, query), graded_bounds(store, EVERYTHING, query)
    if asked.json:
        print_json({**asdict(found), "score": asdict(graded)})
        return
    print(f"asked {found.asked}, rated {found.answered} (share {found.response_rate}), satisfied {found.satisfied}")
    print(f"satisfied among those who rated {found.satisfied_share}; among all between {found.low} and {found.high}")
    print(f"A–E score of {graded.graded} complete forms {graded.mean}; of all between {graded.low} and {graded.high}")
