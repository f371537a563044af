"""Asking before money freezes: shown on a terminal, or answered in advance with --yes."""

import argparse
import sys

from metrics.store.errors import QueryError


def add_actor(parser: argparse.ArgumentParser) -> None:
    """Declare who acts, and the answer given in advance."""
    parser.add_argument("--as", dest="who", metavar="NAME", help="who acts: a [[person]] of policy.toml")
    parser.add_argument("--yes", action="store_true", help="do not ask for confirmation")


def require_confirmed(asked: argparse.Namespace, question: str, word: str) -> None:
    """Ask whether to go on, which the word confirms; QueryError where nobody can answer or the answer is no."""
    if asked.yes:
        return
    if asked.json or not sys.stdin.isatty():
        message = f"{question} Nothing was written: confirm with --yes."
        raise QueryError(message)
    if input(f"{question} Type {word} to confirm: ").strip() != word:
        message = "Not confirmed: nothing was written."
        raise QueryError(message)
