"""`laboratory`: what a proposed policy file would have paid over the months there are, beside the policy in force."""

import argparse
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from metrics.cli.output import print_json
from metrics.cli.question import add_command, add_period, months_of_units
from metrics.rewards.laboratory import SIDES, Outcome, Trial
from metrics.store import EVERYTHING, open_store
from metrics.store.trials import replayed

if TYPE_CHECKING:
    from metrics.cli.question import Commands

_MINOR = 100


def add(commands: "Commands") -> None:
    """Declare the command."""
    what = "What a proposed policy file would have paid over the months there are, beside the policy in force."
    parser = add_command(commands, "laboratory", _run, what)
    parser.add_argument("policy", type=Path, metavar="POLICY.toml", help="the proposed policy file")
    add_period(parser)
    parser.add_argument("--unit", help="one service centre")


def _run(asked: argparse.Namespace) -> None:
    store = open_store(asked.workspace)
    found = replayed(store, EVERYTHING, asked.policy, months_of_units(store, asked))
    if asked.json:
        print_json(_plain(found))
        return
    for side in SIDES:
        print(f"{side:9} {_told(getattr(found, side))}")
    for row in found.units.filter(found.units["difference"] != 0).iter_rows(named=True):
        print(f"{row['unit']} {row['part']}: {row['difference'] / _MINOR:+,.2f} over {row['months_changed']} months")
    for row in found.flips.iter_rows(named=True):
        before, after = (f"{row[f'rule_{side}']} {row[f'amount_{side}'] / _MINOR:+,.2f}" for side in SIDES)
        print(f"{row['month']} {row['unit']} {row['part']} turns: {before} -> {after}")


def _told(outcome: Outcome) -> str:
    money = f"rewards {outcome.rewards / _MINOR:,.2f}, penalties {outcome.penalties / _MINOR:,.2f}"
    chance = f"{outcome.by_chance} decided by chance ({outcome.by_chance_amount / _MINOR:,.2f} moved)"
    top = f"{outcome.at_ceiling} at the top"
    return f"{money}, in all {outcome.total / _MINOR:,.2f}; {outcome.months} months, {chance}, {top}"


def _plain(found: Trial) -> dict[str, Any]:
    outcomes = {side: {**asdict(getattr(found, side)), "total": getattr(found, side).total} for side in SIDES}
    changed = found.months.filter("changed")
    return {**outcomes, "units": found.units.to_dicts(), "flips": found.flips.to_dicts(), "months": changed.to_dicts()}
