"""A control chart and its signals as plain data in both languages, fit to be kept in a cache and drawn."""

from collections.abc import Mapping
from dataclasses import dataclass

import polars as pl

from metrics.signals.control import ControlChart
from metrics.signals.raised import Raised, raised
from metrics.signals.watch import signals, table
from metrics.text import Text


@dataclass(frozen=True, eq=False)
class ChartRecord:
    """A control chart: `points` as `table` gives them, oldest first, why it is of its kind, and its signals.

    `phase` are the first and the last period that set the limits, which are `provisional` where these are few.
    """

    points: pl.DataFrame
    because: Text
    phase: tuple[str, str]
    provisional: bool
    signals: tuple[Raised, ...]


def chart_record(control: ControlChart, places: Mapping[str, Text]) -> ChartRecord:
    """Return what a chart shows; `places` names its unit in the signals' sentences."""
    found = tuple(raised(control, signal, places) for signal in signals(control))
    return ChartRecord(table(control), control.choice.because, control.phase, control.provisional, found)
