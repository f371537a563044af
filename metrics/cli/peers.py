"""`peers`: units beside each other by the A–E score, drawn towards the mean by how little each of them knows."""

import argparse
from typing import TYPE_CHECKING

from metrics.cli.output import print_json
from metrics.cli.question import add_command, add_period, period
from metrics.store import EVERYTHING, open_store
from metrics.store.trials import beside_each_other

if TYPE_CHECKING:
    from metrics.cli.question import Commands

_METHOD = "empirical Bayes (Morris 1983; DerSimonian & Laird 1986), funnel limits (Spiegelhalter 2005)"


def add(commands: "Commands") -> None:
    """Declare the command."""
    what = "Units beside each other by the A–E score: shrunken for small numbers, with the limits of a funnel plot."
    parser = add_command(commands, "peers", _run, what)
    add_period(parser)


def _run(asked: argparse.Namespace) -> None:
    found = beside_each_other(open_store(asked.workspace), EVERYTHING, *period(asked))
    if asked.json:
        numbers = {"centre": found.centre, "between": found.between, "within": found.within}
        print_json({"method": _METHOD, **numbers, "units": found.units.to_dicts()})
        return
    print(_METHOD)
    for row in found.units.sort("shrunken", descending=True).iter_rows(named=True):
        drawn = (
            "" if row["shrunken"] is None else f" shrunken={row['shrunken']:.2f} ({row['low']:.2f}..{row['high']:.2f})"
        )
        print(f"{row['unit']} n={row['n']} mean={row['mean']:.2f}{drawn} {row['verdict'] or ''}".rstrip())
