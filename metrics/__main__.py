"""The metrics layer's command line: list, show and evidence. Exit 0 done, 1 data refused, 2 wrong use."""

import argparse
import json
import sys
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from metrics.errors import MetricsError, UnknownDimensionError, UnknownKpiError
from metrics.registry import all_kpis
from metrics.store import EVERYTHING, Query, open_store
from metrics.store.errors import QueryError
from metrics.store.exports import write_csv

_REFUSED, _WRONG_USE = 1, 2
_KEYS = (
    "kpi", "month", "n", "value", "low", "high", "numerator", "denominator",
    "immature", "excluded", "unit_of_measure", "as_of", "load",
)  # fmt: skip


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command in `arguments` and return its exit code."""
    asked = _parser().parse_args(arguments)
    try:
        asked.command(asked)
    except (UnknownKpiError, UnknownDimensionError, QueryError) as problem:
        print(f"metrics: {problem}", file=sys.stderr)
        return _WRONG_USE
    except MetricsError as problem:
        print(f"metrics: {problem}", file=sys.stderr)
        return _REFUSED
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m metrics", description="Ask the metrics layer.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    listing = commands.add_parser("list", help="name every KPI")
    listing.add_argument("--json", action="store_true")
    listing.set_defaults(command=_list)
    _question(commands, "show", _show, "readings of a KPI: one in all, or one per group of --by")
    rows = _question(commands, "evidence", _evidence, "the rows behind a reading, each with why it was counted or not")
    rows.add_argument("--status", help="only rows counted, hit, immature, left_out, or left out for this reason")
    rows.add_argument("--out", type=Path, metavar="FILE.csv", help="write the rows to a file")
    return parser


def _question(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]",
    name: str,
    function: Callable[[argparse.Namespace], None],
    what: str,
) -> argparse.ArgumentParser:
    parser = commands.add_parser(name, help=what, description=what)
    parser.add_argument("workspace", type=Path, metavar="WORKSPACE")
    parser.add_argument("kpi", metavar="KPI")
    parser.add_argument("--month", help="one month, such as 2025-06")
    parser.add_argument("--from", dest="first", metavar="MONTH", help="the first month")
    parser.add_argument("--to", dest="last", metavar="MONTH", help="the last month")
    parser.add_argument("--by", default="", help="dimensions separated by commas, such as month,unit")
    parser.add_argument("--where", action="append", default=[], metavar="DIMENSION=VALUE")
    parser.add_argument("--as-of", type=_moment, help="judge rows as of this time, such as 2025-06-30T18:00+08:00")
    parser.add_argument("--json", action="store_true", help="print for machines")
    parser.set_defaults(command=function)
    return parser


def _moment(text: str) -> datetime:
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is None:
        message = f"'{text}' says no zone; write it like 2025-06-30T18:00+08:00."
        raise argparse.ArgumentTypeError(message)
    return moment.astimezone(UTC)


def _query(asked: argparse.Namespace) -> Query:
    if asked.month and (asked.first or asked.last):
        message = "Ask for one --month or for --from and --to, not for both."
        raise QueryError(message)
    return Query(
        kpi=asked.kpi,
        first=asked.month or asked.first,
        last=asked.month or asked.last,
        by=tuple(name for name in asked.by.split(",") if name),
        where=tuple(_condition(text) for text in asked.where),
        as_of=asked.as_of,
    )


def _condition(text: str) -> tuple[str, str]:
    name, equals, value = text.partition("=")
    if not equals:
        message = f"--where {text}: write it as dimension=value, such as channel=phone."
        raise QueryError(message)
    return name, value


def _list(asked: argparse.Namespace) -> None:
    kpis = all_kpis().values()
    if asked.json:
        print(json.dumps([_described(kpi.key) for kpi in kpis], ensure_ascii=False, indent=1))
    else:
        for kpi in kpis:
            print(f"{kpi.key:28} {kpi.name.zh} · {kpi.name.en}")


def _described(key: str) -> dict[str, str]:
    kpi = all_kpis()[key]
    texts = {"name": kpi.name, "question": kpi.question, "formula": kpi.formula, "caveat": kpi.caveat}
    both = {f"{name}_{language}": text.to(language) for name, text in texts.items() for language in ("zh", "en")}
    return {"kpi": key, "unit_of_measure": kpi.unit.value, "direction": kpi.direction.value, **both}


def _show(asked: argparse.Namespace) -> None:
    query = _query(asked)
    found = open_store(asked.workspace).readings(EVERYTHING, query)
    rows = [_row(row, asked) for row in found.to_dicts()]
    if asked.json:
        print(json.dumps(rows, ensure_ascii=False, indent=1, default=_iso))
        return
    for row in rows:
        cut = " ".join(str(row[name]) for name in query.by)
        print(f"{cut} {row['kpi']} value={row['value']} n={row['n']} interval={row['low']}..{row['high']}".strip())


def _row(reading: dict[str, Any], asked: argparse.Namespace) -> dict[str, Any]:
    """Return a reading as it is printed: the promised keys first, then one per dimension of --by."""
    whole = {name: int(reading[name]) for name in ("numerator", "denominator") if reading[name].is_integer()}
    row = {"month": asked.month, **reading, **whole}
    return {name: row[name] for name in (*_KEYS, *_query(asked).by)}


def _evidence(asked: argparse.Namespace) -> None:
    query = _query(asked)
    found = open_store(asked.workspace).evidence(EVERYTHING, query, asked.status, limit=None)
    if asked.out:
        write_csv(found.rows, asked.out)
        print(json.dumps({"rows": found.total, "counts": found.counts, "file": str(asked.out)}, ensure_ascii=False))
    elif asked.json:
        print(json.dumps({"counts": found.counts, "rows": found.rows.to_dicts()}, ensure_ascii=False, default=_iso))
    else:
        print(found.counts)
        print(found.rows)


def _iso(value: object) -> str:
    return value.isoformat() if isinstance(value, datetime) else str(value)


if __name__ == "__main__":
    sys.exit(main())
