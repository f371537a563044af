"""`pareto`: what complaints are about, the largest first, by count, by topic or by cost."""

import argparse
from typing import TYPE_CHECKING

from metrics.cli.output import print_json
from metrics.cli.question import add_command, add_period, period
from metrics.store import EVERYTHING, Query, open_store
from metrics.store.complaints import MEASURES, causes, severity

if TYPE_CHECKING:
    from metrics.cli.question import Commands


def add(commands: "Commands") -> None:
    """Declare the command."""
    what = "What complaints are about, the largest first, and their severity-weighted rate per 100 cases."
    parser = add_command(commands, "pareto", _run, what)
    add_period(parser)
    parser.add_argument("--unit", help="one service centre")
    parser.add_argument("--of", choices=MEASURES, default=MEASURES[0], help="complaints, topics named, or cost")


def _run(asked: argparse.Namespace) -> None:
    store = open_store(asked.workspace)
    query = Query("complaint_repeat_rate", *period(asked), (), (("unit", asked.unit),) if asked.unit else ())
    found, weighted = causes(store, EVERYTHING, query, asked.of), severity(store, EVERYTHING, query)
    if asked.json:
        table = found.table.to_dicts()
        print_json({"measure": found.measure, "complaints": found.counted, "causes": table, "severity": weighted})
        return
    for row in found.table.iter_rows(named=True):
        print(f"{row['topic']:12} {row['amount']:>10} {row['cumulative_share']:.1%} {row['name'] or ''}")
    print(
        f"{found.counted} complaints; weighted {weighted['value']} per 100 cases, "
        f"interval {weighted['low']}..{weighted['high']}"
    )
