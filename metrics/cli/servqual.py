"""`servqual`: the gap scores of a survey by dimension and item, its weights, reliability and the five gaps."""

import argparse
from dataclasses import asdict
from typing import TYPE_CHECKING

from metrics.cli.output import print_json
from metrics.cli.question import add_command
from metrics.store import EVERYTHING, open_store
from metrics.store.surveys import Survey

if TYPE_CHECKING:
    from metrics.cli.question import Commands


def add(commands: "Commands") -> None:
    """Declare the command."""
    parser = add_command(commands, "servqual", _run, "The gap scores of a survey: perception minus expectation.")
    parser.add_argument("--wave", help="the wave; the last one where none is named")
    parser.add_argument("--instrument", help="the instrument, where the workspace declares several")
    parser.add_argument("--unit", help="one service centre")


def _run(asked: argparse.Namespace) -> None:
    survey = open_store(asked.workspace).survey(EVERYTHING, asked.instrument, asked.wave, asked.unit)
    if asked.json:
        print_json(_plain(survey))
        return
    print(f"{survey.instrument.name}, wave {survey.wave}: {survey.respondents} respondents")
    for row in survey.dimensions.iter_rows(named=True):
        print(f"{row['dimension']:20} gap={row['gap']} n={row['n']} interval={row['low']}..{row['high']}")
    print(survey.overall_refused or f"overall {survey.overall}")


def _plain(survey: Survey) -> dict[str, object]:
    return {
        "wave": survey.wave,
        "instrument": survey.instrument.name,
        "scale_max": survey.instrument.scale_max,
        "respondents": survey.respondents,
        "on_another_scale": survey.on_another_scale,
        "dimensions": survey.dimensions.join(survey.reliability.drop("n"), on="dimension").to_dicts(),
        "items": survey.items.to_dicts(),
        "overall": survey.overall,
        "overall_refused": survey.overall_refused,
        "weights": survey.weights.to_dicts(),
        "weighted": asdict(survey.weighted),
        "quadrants": survey.quadrants.to_dicts(),
        "servperf": {
            "dimensions": survey.performance.dimensions.to_dicts(),
            "overall": survey.performance.overall,
            "weighted": asdict(survey.performance.weighted),
        },
        "zone": survey.zone.to_dicts(),
        "inversions": survey.inversions,
        "gap_1": survey.gap_1.to_dicts(),
        **{f"gap_{gap}": table.to_dicts() for gap, table in survey.gaps_2_to_4.items()},
    }
