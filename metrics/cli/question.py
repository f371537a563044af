"""The arguments by which every command asks about a KPI: the workspace, the months, the cut, the moment."""

import argparse
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from metrics.errors import nearest
from metrics.rewards.period import Asked
from metrics.store import EVERYTHING, Query, Store
from metrics.store.errors import QueryError

if TYPE_CHECKING:
    Commands = argparse._SubParsersAction[argparse.ArgumentParser]  # noqa: SLF001 argparse has no public name for it

# A query checks its months, whatever it asks about.
_ANY_KPI = "satisfaction_score"

Run = Callable[[argparse.Namespace], None]


def add_command(commands: "Commands", name: str, run: Run, what: str) -> argparse.ArgumentParser:
    """Declare a command on a workspace that can print for machines, and return its parser."""
    parser = commands.add_parser(name, help=what, description=what)
    parser.add_argument("workspace", type=Path, metavar="WORKSPACE", help="the workspace's folder")
    parser.add_argument("--json", action="store_true", help="print for machines")
    parser.set_defaults(command=run)
    return parser


def add_question(commands: "Commands", name: str, run: Run, what: str) -> argparse.ArgumentParser:
    """Declare a command that asks about one KPI, and return its parser."""
    parser = add_command(commands, name, run, what)
    parser.add_argument("kpi", metavar="KPI")
    add_period(parser)
    parser.add_argument("--by", default="", help="dimensions separated by commas, such as month,unit")
    parser.add_argument("--where", action="append", default=[], metavar="DIMENSION=VALUE")
    parser.add_argument("--as-of", type=moment, help="judge rows as of this time, such as 2025-06-30T18:00+08:00")
    return parser


def add_period(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments that name one month or a period."""
    parser.add_argument("--month", help="one month, such as 2025-06")
    parser.add_argument("--from", dest="first", metavar="MONTH", help="the first month")
    parser.add_argument("--to", dest="last", metavar="MONTH", help="the last month")


def moment(text: str) -> datetime:
    """Return a moment given on the command line, in UTC; one without zone is refused."""
    at = datetime.fromisoformat(text)
    if at.tzinfo is None:
        message = f"'{text}' says no zone; write it like 2025-06-30T18:00+08:00."
        raise argparse.ArgumentTypeError(message)
    return at.astimezone(UTC)


def month(text: str) -> str:
    """Return a month given on the command line; what is none is refused."""
    try:
        return date.fromisoformat(f"{text}-01").strftime("%Y-%m")
    except ValueError:
        message = f"'{text}' is not a month; write it as 2025-06."
        raise argparse.ArgumentTypeError(message) from None


def period(asked: argparse.Namespace) -> tuple[str | None, str | None]:
    """Return the first and the last month that were asked for."""
    if asked.month and (asked.first or asked.last):
        message = "Ask for one --month or for --from and --to, not for both."
        raise QueryError(message)
    return asked.month or asked.first, asked.month or asked.last


def months_of_units(store: Store, asked: argparse.Namespace) -> Asked:
    """Return the months and the unit that were asked for; QueryError for a month that is none or an unknown unit."""
    Query(_ANY_KPI, *period(asked))
    known = store.units(EVERYTHING)["unit"].to_list()
    if asked.unit is not None and asked.unit not in known:
        message = f"No unit '{asked.unit}' has data here. {nearest(asked.unit, known)}"
        raise QueryError(message)
    return Asked(*period(asked), asked.unit)


def query(asked: argparse.Namespace) -> Query:
    """Return the question that the arguments ask."""
    first, last = period(asked)
    by = tuple(name for name in asked.by.split(",") if name)
    where = tuple(condition(text) for text in asked.where)
    return Query(asked.kpi, first, last, by, where, asked.as_of)


def refuse_unknown_values(store: Store, asked: Query) -> None:
    """Refuse a question that no row answers because a value of its --where is in no month; QueryError names the near.

    For questions that found nothing: which values there are is looked up only then.
    """
    for name, value in asked.where:
        known = store.readings(EVERYTHING, Query(asked.kpi, by=(name,)))[name].unique().to_list()
        if value not in known:
            message = f"No row of KPI '{asked.kpi}' has the {name} '{value}'. {nearest(value, known)}"
            raise QueryError(message)


def holds_rows(reading: Mapping[str, Any]) -> bool:
    """Return whether any row stands behind a reading, counted or not."""
    return any(reading[name] for name in ("n", "immature", "excluded"))


def condition(text: str) -> tuple[str, str]:
    """Return the dimension and the value of one --where."""
    name, equals, value = text.partition("=")
    if not equals:
        message = f"--where {text}: write it as dimension=value, such as channel=phone."
        raise QueryError(message)
    return name, value
