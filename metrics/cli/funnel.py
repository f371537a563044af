"""`funnel`: how cases pass the stages that the workspace declares, where they are lost, and why."""

import argparse
from typing import TYPE_CHECKING, Any

import polars as pl

from metrics.cli.output import print_json
from metrics.cli.question import add_command, add_period, condition, moment, period
from metrics.funnel.errors import UnknownFunnelError, UnknownStageError, UnknownStateError
from metrics.funnel.flags import Attribution
from metrics.funnel.segments import WORSE
from metrics.store import EVERYTHING, open_store
from metrics.store.errors import QueryError
from metrics.store.funnel_answers import funnel_reading
from metrics.store.funnel_query import FunnelQuery
from metrics.store.funnel_reading import FunnelReading

if TYPE_CHECKING:
    from metrics.cli.question import Commands


def add(commands: "Commands") -> None:
    """Declare the command."""
    what = "How cases pass a funnel's stages: converted, lost with the reason, timed out, still open."
    parser = add_command(commands, "funnel", _run, what)
    parser.add_argument("name", nargs="?", metavar="NAME", help="a [[funnel]] of policy.toml; the first one by default")
    add_period(parser)
    parser.add_argument("--by", default="", help="dimensions separated by commas, such as month,unit")
    parser.add_argument("--where", action="append", default=[], metavar="DIMENSION=VALUE")
    parser.add_argument("--as-of", type=moment, help="judge cases as of this time, such as 2025-06-30T18:00+08:00")
    ways = [way.value for way in Attribution]
    parser.add_argument("--attribution", choices=ways, default=ways[0], help="whose entry gives a dimension its value")
    parser.add_argument("--worse-by", default="", metavar="DIMENSIONS", help="where a segment loses more than chance")
    parser.add_argument("--compare", action="store_true", help="with the period of equal length just before")
    parser.add_argument("--evidence", metavar="STAGE:STATE[:REASON]", help="the cases behind one bar")


def _run(asked: argparse.Namespace) -> None:
    try:
        _answer(asked)
    except (UnknownFunnelError, UnknownStageError, UnknownStateError) as problem:
        raise QueryError(str(problem)) from problem


def _answer(asked: argparse.Namespace) -> None:
    store, query = open_store(asked.workspace), _query(asked)
    reading = funnel_reading(store, EVERYTHING, query)
    if asked.evidence:
        _print_evidence(reading, asked)
        return
    answer = _plain(reading)
    if query.also:
        answer["worse_than_chance"] = reading.worse_than_chance(query.also).to_dicts()
    if asked.compare:
        before = funnel_reading(store, EVERYTHING, query.previous())
        answer["change"] = reading.change_from(before).to_dicts()
    if asked.json:
        print_json(answer)
    else:
        _print(reading, answer)


def _query(asked: argparse.Namespace) -> FunnelQuery:
    by, also = (tuple(name for name in text.split(",") if name) for text in (asked.by, asked.worse_by))
    where = tuple(condition(text) for text in asked.where)
    attribution = Attribution(asked.attribution)
    return FunnelQuery(asked.name, *period(asked), by, where, asked.as_of, attribution, also)


def _plain(reading: FunnelReading) -> dict[str, Any]:
    funnel, query = reading.funnel, reading.query
    frames = {
        "stages": reading.stages,
        "reasons": reading.reasons,
        "left_out": reading.left_out,
        "durations": reading.durations,
        "cohorts": reading.cohorts,
        "by_day": reading.by_day,
        "survey": reading.survey if funnel.survey else pl.DataFrame(),
    }
    return {
        "funnel": funnel.name,
        "zh": funnel.text.zh,
        "en": funnel.text.en,
        "mode": funnel.mode,
        "skipped": funnel.skipped,
        "window_seconds": int(funnel.window.total_seconds()),
        "first": query.first,
        "last": query.last,
        "as_of": reading.as_of,
        "load": reading.load,
        "warnings": reading.told_of_foreign(),
        **{name: frame.to_dicts() for name, frame in frames.items()},
    }


_SHOWN = {
    "reasons": ("stage", "reason", "reason_en", "lost", "share"),
    "worse_than_chance": ("stage", "dimension", "segment", "n", "lost", "share", "rest_share", "extra", "q", "verdict"),
    "change": ("stage", "value", "value_before", "difference", "difference_low", "difference_high", "verdict"),
    "survey": ("completed", "asked", "answered", "satisfied", "value", "low", "high"),
}


def _print(reading: FunnelReading, answer: dict[str, Any]) -> None:
    """Print what a reader looks at first; of the segments only those that lose more than chance. JSON has it all."""
    by, states = reading.query.by, ("entered", "converted", "lost", "timed_out", "open")
    print(f"{reading.funnel.text.en} as of {reading.as_of.isoformat()}, window {reading.funnel.window}")
    with pl.Config(
        tbl_rows=-1, tbl_cols=-1, tbl_width_chars=160, tbl_hide_dataframe_shape=True, tbl_hide_column_data_types=True
    ):
        print(reading.stages.select(*by, "stage", *states, "step_conversion", "overall_conversion"))
        for name, columns in _SHOWN.items():
            rows = pl.DataFrame(answer.get(name, []), infer_schema_length=None)
            rows = rows.filter(pl.col("verdict") == WORSE) if name == "worse_than_chance" and rows.height else rows
            cut = [] if name == "worse_than_chance" else by
            print(f"{name.replace('_', ' ')}:", rows.select(*cut, *columns) if rows.height else "none", sep="\n")
    for warning in answer["warnings"]:
        print(f"note: {warning}")


def _print_evidence(reading: FunnelReading, asked: argparse.Namespace) -> None:
    found = reading.evidence(asked.evidence, limit=None)
    if asked.json:
        print_json({"counts": found.counts, "total": found.total, "rows": found.rows.to_dicts()})
    else:
        print(found.total, found.counts)
        print(found.rows)
