"""A signal as plain data in both languages, fit to be kept in a cache, with all that a list says of it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from metrics.signals.control import ControlChart
from metrics.signals.key import SignalKey, key_of
from metrics.signals.sentence import sentence
from metrics.signals.signal import Doubt, Meaning, Signal
from metrics.signals.watch import false_alarms_expected, signals
from metrics.text import Text

# A signal of one of the last so many periods is news; an older one only while its pattern lasts.
RECENT = 3


@dataclass(frozen=True)
class Raised:
    """What a signal says: see `Signal`; `says` is its sentence without the doubts, `rule` the pattern in words.

    `is_current` holds for a pattern that lasts or was complete within the last three periods, `is_newest` for one
    that reaches into the newest period.
    """

    key: SignalKey
    flagged: str
    last: str
    meaning: Meaning
    rule: Text
    says: Text
    value: float
    centre: float
    limit: float
    beyond: float
    sigmas: float | None
    spans: int
    doubts: tuple[Doubt, ...]
    is_current: bool
    is_newest: bool


@dataclass(frozen=True)
class Watched:
    """What the charts of one KPI say; chance alone would raise about `expected` signals on them (None: not known)."""

    kpi: str
    charts: int
    expected: float | None
    signals: tuple[Raised, ...]


def watched(kpi: str, charts: list[ControlChart], places: Mapping[str, Text]) -> Watched:
    """Return the signals on the charts of one KPI; `places` names its units in their sentences."""
    found = [raised(chart, signal, places) for chart in charts for signal in signals(chart)]
    return Watched(kpi, len(charts), false_alarms_expected(charts), tuple(found))


def raised(control: ControlChart, signal: Signal, places: Mapping[str, Text]) -> Raised:
    """Return one signal of a chart as plain data."""
    newest = control.periods[-1]
    recent = control.periods[-RECENT:]
    return Raised(
        key=key_of(signal),
        flagged=signal.flagged,
        last=signal.last,
        meaning=signal.meaning,
        rule=signal.rule.text,
        says=sentence(replace(signal, doubts=()), control.kpi, places.get(signal.unit) if signal.unit else None),
        value=signal.value,
        centre=signal.centre,
        limit=signal.high if signal.value > signal.centre else signal.low,
        beyond=signal.beyond,
        sigmas=signal.sigmas,
        spans=signal.rule.span,
        doubts=signal.doubts,
        is_current=signal.lasts or signal.flagged in recent,
        is_newest=signal.last == newest,
    )
