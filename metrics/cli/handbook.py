"""`handbook`: print what every KPI means, in both languages, as Markdown."""

import argparse
from typing import TYPE_CHECKING

from metrics.handbook import handbook
from metrics.registry import all_kpis

if TYPE_CHECKING:
    from metrics.cli.question import Commands


def add(commands: "Commands") -> None:
    """Declare the command."""
    what = "Print what every KPI means, in both languages, as Markdown."
    commands.add_parser("handbook", help=what, description=what).set_defaults(command=_run)


def _run(_asked: argparse.Namespace) -> None:
    print(handbook(all_kpis().values()), end="")
