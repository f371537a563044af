"""`verification`: how far call-backs contradict the forms of a month, and what that would do to its score."""

import argparse
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from metrics.cli.output import print_json
from metrics.cli.question import add_command, add_period, months_of_units
from metrics.rewards.discrepancy import Verified
from metrics.rewards.setting import plain
from metrics.rewards.statement import SATISFACTION, Statement
from metrics.store import EVERYTHING, open_store
from metrics.store.verification import verified

if TYPE_CHECKING:
    from metrics.cli.question import Commands


def add(commands: "Commands") -> None:
    """Declare the command."""
    what = (
        "How far call-backs contradict the forms of a month, whenever they were made, and what that does to its score."
    )
    parser = add_command(commands, "verification", _run, what)
    add_period(parser)
    parser.add_argument("--unit", help="one service centre")


def _run(asked: argparse.Namespace) -> None:
    store = open_store(asked.workspace)
    source = store.reward_source(EVERYTHING)
    wanted = months_of_units(store, asked)
    found = store.statements(EVERYTHING, wanted.first, wanted.last, wanted.unit)
    rows = [_row(each, verified(source, each)) for each in found if each.part == SATISFACTION]
    if asked.json:
        print_json(rows)
        return
    for row in rows:
        print(
            "{unit} {month}: {contradicted} of {called} forms contradicted, interval {low}..{high}; ".format(**row),
            end="",
        )
        print("average {average} -> {average_corrected}, difference {delta} -> {delta_corrected}".format(**row))


def _row(statement: Statement, said: Verified) -> dict[str, Any]:
    figures = statement.document()["figures"]
    would_be = {f"{name}_corrected": value for name, value in said.corrected.document().items()}
    discrepancy = {**asdict(said.discrepancy), "shift": plain(said.discrepancy.shift)}
    now = {name: figures[name] for name in ("average", "delta")}
    return {"unit": statement.unit, "month": statement.month, **discrepancy, **now, **would_be}
