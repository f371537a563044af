"""`why`: what moved a KPI between two months or periods."""

import argparse
from typing import TYPE_CHECKING, Any

from metrics.cli.output import print_json
from metrics.cli.question import add_command, condition, holds_rows, refuse_unknown_values
from metrics.store import EVERYTHING, open_store
from metrics.store.comparing import Comparison, explanation, segment_names
from metrics.store.errors import QueryError
from metrics.why import Explanation, Period, Periods, sentence
from metrics.why.names import called

if TYPE_CHECKING:
    from metrics.cli.question import Commands
    from metrics.text import Text

_TO = ".."


def add(commands: "Commands") -> None:
    """Declare the command."""
    parser = add_command(commands, "why", _run, "What moved a KPI between two months or periods.")
    parser.add_argument("kpi", metavar="KPI")
    period = "such as 2025-05, or 2025-01..2025-03"
    parser.add_argument("--from", dest="before", metavar="PERIOD", required=True, help=f"the earlier period, {period}")
    parser.add_argument("--to", dest="now", metavar="PERIOD", required=True, help=f"the later period, {period}")
    parser.add_argument("--by", default="unit", help="dimensions separated by commas (default: unit)")
    parser.add_argument("--where", action="append", default=[], metavar="DIMENSION=VALUE")


def _run(asked: argparse.Namespace) -> None:
    periods = Periods(_period(asked.before), _period(asked.now))
    by = tuple(name for name in asked.by.split(",") if name)
    comparison = Comparison(asked.kpi, periods, by, tuple(condition(text) for text in asked.where))
    store = open_store(asked.workspace)
    found, load = explanation(store, EVERYTHING, comparison), store.published(EVERYTHING)
    if not any(map(holds_rows, (found.before, found.now))):
        refuse_unknown_values(store, comparison.queries[1])
    names = segment_names(store, EVERYTHING, found)
    said = sentence(found, periods, names)
    if asked.json:
        print_json(_answer(found, periods, said) | {"as_of": load.as_of, "load": load.id})
        return
    print(f"{said.zh}\n{said.en}")
    for row in found.segments.to_dicts():
        cut, told = " ".join(str(row[name]) for name in by), called(row, by, names)
        parts = f"contribution={row['contribution']:+.6f} rate={row['rate']:+.6f} mix={row['mix']:+.6f}"
        print(f"{cut:24} {parts}  {told.zh} / {told.en}")
    print(f"rate={found.rate:+.6f} mix={found.mix:+.6f} of which sample={found.sample}")


def _period(text: str) -> Period:
    first, to, last = text.partition(_TO)
    if to and not last:
        message = f"'{text}' has no end; write a period as 2025-01{_TO}2025-03."
        raise QueryError(message)
    return Period(first, last or first)


def _answer(found: Explanation, periods: Periods, said: "Text") -> dict[str, Any]:
    return {
        "kpi": found.kpi.key,
        "unit_of_measure": found.kpi.unit,
        "by": found.by,
        "before": _side(periods.before, found.before),
        "now": _side(periods.now, found.now),
        "difference": found.change.difference,
        "low": found.change.low,
        "high": found.change.high,
        "verdict": found.change.verdict,
        "mix": found.mix,
        "of_which_sample": found.sample,
        "rate": found.rate,
        "factors": found.factors.to_dicts(),
        "paradox": found.is_paradox,
        "nested": found.nested,
        "segments": found.segments.to_dicts(),
        "sentence_zh": said.zh,
        "sentence_en": said.en,
    }


def _side(period: Period, reading: Any) -> dict[str, Any]:  # noqa: ANN401 a row of readings
    shown = ("n", "value", "low", "high", "numerator", "denominator", "immature", "excluded")
    return {"first": period.first, "last": period.last, **{name: reading[name] for name in shown}}
