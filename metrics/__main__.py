"""The metrics layer's command line. Exit 0 done, 1 the data cannot answer, 2 wrong use."""

import argparse
import importlib
import os
import pkgutil
import sys
from collections.abc import Sequence

from metrics import cli
from metrics.errors import MetricsError, UnknownDimensionError, UnknownKpiError
from metrics.store.errors import NoWorkspaceError, QueryError, SettingsError, databases_in_words
from metrics.why.errors import NoPartsError

_REFUSED, _WRONG_USE = 1, 2
_WRONG = (UnknownKpiError, UnknownDimensionError, NoPartsError, QueryError, NoWorkspaceError, SettingsError)
_NO_COMMANDS = {"accounts", "appeals_shown", "confirm", "output", "paper", "question"}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command in `arguments` and return its exit code."""
    asked = _parser().parse_args(arguments)
    try:
        with databases_in_words():
            asked.command(asked)
    except _WRONG as problem:
        print(f"metrics: {problem}", file=sys.stderr)
        return _WRONG_USE
    except MetricsError as problem:
        print(f"metrics: {problem}", file=sys.stderr)
        return _REFUSED
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m metrics", description="Ask the metrics layer.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    for _, name, _ in pkgutil.iter_modules(cli.__path__):
        if name not in _NO_COMMANDS:
            importlib.import_module(f"{cli.__name__}.{name}").add(commands)
    return parser


if __name__ == "__main__":
    try:
        sys.exit(main())
    except BrokenPipeError:
        # The reader (head, less) has seen enough; Python must not complain while it closes its output.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
