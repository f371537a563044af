"""`plan`: which forms of a month to verify by telephone, drawn so that anyone can draw them again."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

import polars as pl

from metrics.cli.output import print_json
from metrics.cli.question import add_command, months_of_units
from metrics.rewards.errors import SampleError
from metrics.rewards.sampling import Design, Sample
from metrics.store import EVERYTHING, open_store
from metrics.store.errors import QueryError
from metrics.store.exports import write_rows
from metrics.store.verification import callback_plan

if TYPE_CHECKING:
    from metrics.cli.question import Commands

_USUAL = Design()


def add(commands: "Commands") -> None:
    """Declare the command."""
    what = "Which forms of a month to verify by telephone: stratified, and the same whenever it is drawn."
    parser = add_command(commands, "plan", _run, what)
    parser.add_argument("--month", required=True, help="the month whose forms are to be verified, such as 2025-06")
    parser.set_defaults(first=None, last=None)
    parser.add_argument("--unit", help="one service centre; without it, each")
    half = f"wanted half-width of the 95 %% interval of the share contradicted (default {_USUAL.precision})"
    parser.add_argument("--precision", type=float, default=_USUAL.precision, help=half)
    expected = f"share expected to be contradicted (default {_USUAL.expected}, which takes most calls)"
    parser.add_argument("--expected", type=float, default=_USUAL.expected, help=expected)
    parser.add_argument("--seed", default=_USUAL.seed, help="another seed draws another sample")
    parser.add_argument("--out", type=Path, metavar="FILE", help="write the list for the callers: .csv or .xlsx")


def _run(asked: argparse.Namespace) -> None:
    store, design = open_store(asked.workspace), _design(asked)
    source, wanted = store.reward_source(EVERYTHING), months_of_units(store, asked)
    units = [wanted.unit] if wanted.unit else store.units(EVERYTHING)["unit"].to_list()
    plans = {unit: callback_plan(source, (unit, asked.month), design) for unit in units}
    if asked.out:
        write_rows(pl.concat(plan.drawn for plan in plans.values()), asked.out)
    told = [{"unit": unit, **_plain(plan)} for unit, plan in plans.items() if plan.population or plan.without_number]
    if asked.json:
        print_json({"month": asked.month, "precision": design.precision, "seed": design.seed, "plans": told})
        return
    for plan in told:
        print("{unit}: call about {drawn} of {population} forms ({without_number} without a number)".format(**plan))


def _design(asked: argparse.Namespace) -> Design:
    try:
        return Design(asked.precision, asked.expected, asked.seed)
    except SampleError as problem:
        raise QueryError(str(problem)) from problem


def _plain(plan: Sample) -> dict[str, object]:
    return {
        "population": plan.population,
        "drawn": plan.drawn.height,
        "without_number": plan.without_number,
        "strata": plan.strata.to_dicts(),
        "forms": plan.drawn["form_id"].to_list(),
    }
