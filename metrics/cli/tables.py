"""`tables`: print every canonical table and column that a source can be mapped to, as Markdown."""

import argparse
from typing import TYPE_CHECKING

from metrics.contract import TABLES
from metrics.dictionary import dictionary

if TYPE_CHECKING:
    from metrics.cli.question import Commands


def add(commands: "Commands") -> None:
    """Declare the command."""
    what = "Print every table and column that a source can be mapped to, as Markdown."
    commands.add_parser("tables", help=what, description=what).set_defaults(command=_run)


def _run(_asked: argparse.Namespace) -> None:
    print(dictionary(TABLES.values()), end="")
