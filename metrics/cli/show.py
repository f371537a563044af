"""`show`: readings of a KPI, one in all or one per group of --by."""

import argparse
from typing import TYPE_CHECKING, Any

from metrics.cli.output import print_json
from metrics.cli.question import add_question, holds_rows, query, refuse_unknown_values
from metrics.store import EVERYTHING, open_store

if TYPE_CHECKING:
    from metrics.cli.question import Commands

_KEYS = (
    "kpi", "month", "n", "value", "low", "high", "numerator", "denominator",
    "immature", "excluded", "unit_of_measure", "as_of", "load",
)  # fmt: skip


def add(commands: "Commands") -> None:
    """Declare the command."""
    add_question(commands, "show", _run, "Readings of a KPI: one in all, or one per group of --by.")


def _run(asked: argparse.Namespace) -> None:
    question = query(asked)
    store = open_store(asked.workspace)
    found = store.readings(EVERYTHING, question)
    if not any(map(holds_rows, found.to_dicts())):
        refuse_unknown_values(store, question)
    rows = [_row(reading, question.by, asked.month) for reading in found.to_dicts()]
    if asked.json:
        print_json(rows)
        return
    for row in rows:
        cut = " ".join(str(row[name]) for name in question.by)
        print(f"{cut} {row['kpi']} value={row['value']} n={row['n']} interval={row['low']}..{row['high']}".strip())


def _row(reading: dict[str, Any], by: tuple[str, ...], month: str | None) -> dict[str, Any]:
    """Return a reading as it is printed: the promised keys first, then one per dimension of --by."""
    whole = {name: int(reading[name]) for name in ("numerator", "denominator") if reading[name].is_integer()}
    row = {"month": month, **reading, **whole}
    told = ("method",) if row["method"] else ()
    return {name: row[name] for name in (*_KEYS, *told, *by)}
