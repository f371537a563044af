"""`list`: name every KPI."""

import argparse
from typing import TYPE_CHECKING

from metrics.cli.output import print_json
from metrics.model import Kpi
from metrics.registry import all_kpis

if TYPE_CHECKING:
    from metrics.cli.question import Commands


def add(commands: "Commands") -> None:
    """Declare the command."""
    parser = commands.add_parser("list", help="name every KPI", description="Name every KPI.")
    parser.add_argument("--json", action="store_true", help="print for machines")
    parser.set_defaults(command=_run)


def _run(asked: argparse.Namespace) -> None:
    if asked.json:
        print_json([_described(kpi) for kpi in all_kpis().values()])
        return
    for kpi in all_kpis().values():
        print(f"{kpi.key:28} {kpi.name.zh} · {kpi.name.en}")


def _described(kpi: Kpi) -> dict[str, str]:
    texts = {"name": kpi.name, "question": kpi.question, "formula": kpi.formula, "caveat": kpi.caveat}
    both = {f"{name}_{language}": text.to(language) for name, text in texts.items() for language in ("zh", "en")}
    return {"kpi": kpi.key, "unit_of_measure": kpi.unit.value, "direction": kpi.direction.value, **both}
