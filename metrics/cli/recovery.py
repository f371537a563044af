"""`recovery`: the five steps, how long they take, what they cost and, as a scenario, what is at stake."""

import argparse
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from metrics.cli.output import print_json
from metrics.cli.question import add_command, add_period, condition, moment, period
from metrics.recovery.scenario import NOTE, Scenario, revenue_at_risk
from metrics.store import EVERYTHING, Query, open_store
from metrics.store.errors import QueryError
from metrics.store.recovery import KPIS, Recoveries, recoveries
from metrics.store.scenarios import scenario_called

if TYPE_CHECKING:
    from metrics.cli.question import Commands


def add(commands: "Commands") -> None:
    """Declare the command."""
    what = "The five steps of recoveries, how long they take, what they cost; as a scenario, what is at stake."
    parser = add_command(commands, "recovery", _run, what)
    add_period(parser)
    parser.add_argument("--unit", help="one service centre")
    parser.add_argument("--as-of", type=moment, help="judge rows as of this time, such as 2025-06-30T18:00+08:00")
    parser.add_argument("--scenario", metavar="NAME", help="a repurchase scenario of policy.toml or of the literature")
    parser.add_argument("--value", type=float, help="what a customer is worth, for the scenario")
    parser.add_argument("--customers", action="append", default=[], metavar="GROUP=NUMBER", help="for the scenario")


def _run(asked: argparse.Namespace) -> None:
    store = open_store(asked.workspace)
    where = (("unit", asked.unit),) if asked.unit else ()
    found = recoveries(store, EVERYTHING, Query(KPIS[0], *period(asked), (), where, asked.as_of))
    supposed = _scenario(asked, scenario_called(store.settings.folder, asked.scenario))
    if asked.json:
        print_json({**_plain(found), "scenario": supposed})
        return
    for row in found.readings.iter_rows(named=True):
        print(f"{row['kpi']:30} value={row['value']} n={row['n']} interval={row['low']}..{row['high']}")
    print(f"{found.number} recoveries; steps done {found.steps}")
    print(
        f"seconds to the first step {found.to_first_step['median']}, to satisfaction {found.to_satisfaction['median']}"
    )
    print(f"compensation {found.compensation / 100:.2f}, loss {found.loss / 100:.2f}")
    print(found.comparison.sentence.en)
    print(f"{NOTE.en} {supposed}")


def _scenario(asked: argparse.Namespace, scenario: Scenario) -> dict[str, Any]:
    """Return the scenario's supposed shares and, where customers and their value are named, what is at risk."""
    told = {"measured": False, "note_zh": NOTE.zh, "note_en": NOTE.en, **asdict(scenario)}
    if asked.value is None or not asked.customers:
        return told
    customers = {group: _number(group, number) for group, number in map(condition, asked.customers)}
    return {**told, "at_risk": asdict(revenue_at_risk(scenario, customers, asked.value))}


def _number(group: str, number: str) -> int:
    if not number.isdigit():
        message = f"--customers {group}={number}: write a whole number."
        raise QueryError(message)
    return int(number)


def _plain(found: Recoveries) -> dict[str, Any]:
    sentence = found.comparison.sentence
    return {
        "recoveries": found.number,
        "readings": found.readings.to_dicts(),
        "steps": found.steps,
        "seconds_to_first_step": found.to_first_step,
        "seconds_to_satisfaction": found.to_satisfaction,
        "compensation_minor": found.compensation,
        "loss_minor": found.loss,
        "comparison": {**asdict(found.comparison), "sentence_zh": sentence.zh, "sentence_en": sentence.en},
    }
