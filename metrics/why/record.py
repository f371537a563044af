"""Why a KPI moved as plain data, fit to be kept in a cache and drawn."""

from dataclasses import dataclass

import polars as pl

from metrics.change import Change
from metrics.text import Text
from metrics.why.bridge import bridge
from metrics.why.explanation import Explanation
from metrics.why.names import Names
from metrics.why.sentence import Periods, sentence


@dataclass(frozen=True, eq=False)
class WhyRecord:
    """The sentence about a change, the change, its sums, the steps of its bridge (see `bridge`) and its segments.

    `sample` is the part of `mix` that comes from how much of each segment was counted; None for a rate. `steps` and
    `segments` are empty where the comparison is withheld or there is nothing to compare.
    """

    says: Text
    change: Change
    mix: float
    sample: float | None
    rate: float
    steps: pl.DataFrame
    segments: pl.DataFrame


def why_record(explanation: Explanation, periods: Periods, names: Names) -> WhyRecord:
    """Return what an explanation says; `names` gives segments their names in both languages."""
    says = sentence(explanation, periods, names)
    steps = bridge(explanation, names)
    sums = (explanation.mix, explanation.sample, explanation.rate)
    return WhyRecord(says, explanation.change, *sums, steps, explanation.segments)
