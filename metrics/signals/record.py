"""A control chart and its signals as plain data in both languages, fit to be kept in a cache and drawn."""

from dataclasses import dataclass

import polars as pl

from metrics.signals.control import ControlChart
from metrics.signals.sentence import sentence
from metrics.signals.signal import Meaning, Signal
from metrics.signals.watch import signals, table
from metrics.text import Text


@dataclass(frozen=True)
class SignalRecord:
    """What a signal says: see `Signal`; `says` is its sentence, `rule` the pattern."""

    kpi: str
    unit: str | None
    first: str
    flagged: str
    last: str
    meaning: Meaning
    rule: Text
    says: Text
    is_firm: bool
    lasts: bool


@dataclass(frozen=True, eq=False)
class ChartRecord:
    """A control chart: `points` as `table` gives them, oldest first, why it is of its kind, and its signals.

    `phase` are the first and the last period that set the limits, which are `provisional` where these are few.
    """

    points: pl.DataFrame
    because: Text
    phase: tuple[str, str]
    provisional: bool
    signals: tuple[SignalRecord, ...]


def chart_record(control: ControlChart, where: Text | None = None) -> ChartRecord:
    """Return what a chart shows; `where` names its place in the signals' sentences."""
    found = tuple(signal_record(control, signal, where) for signal in signals(control))
    return ChartRecord(table(control), control.choice.because, control.phase, control.provisional, found)


def signal_record(control: ControlChart, signal: Signal, where: Text | None = None) -> SignalRecord:
    """Return what a signal says."""
    return SignalRecord(
        kpi=signal.kpi,
        unit=signal.unit,
        first=signal.first,
        flagged=signal.flagged,
        last=signal.last,
        meaning=signal.meaning,
        rule=signal.rule.text,
        says=sentence(signal, control.kpi, where),
        is_firm=signal.firm,
        lasts=signal.lasts,
    )
