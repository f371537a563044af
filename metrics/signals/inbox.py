"""Signals as work: each in one box, with what people did about it and why it may be held back."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from metrics.signals.handling import Act, Handling, State, handled
from metrics.signals.key import SignalKey
from metrics.signals.raised import Raised
from metrics.signals.signal import Doubt, Meaning

_NEWS = {Meaning.BAD: 0, Meaning.NEITHER: 1, Meaning.GOOD: 2}


class Box(StrEnum):
    """Where a signal lies; every signal lies in exactly one."""

    OPEN = "open"
    HELD = "held"
    PAST = "past"
    CLOSED = "closed"


@dataclass(frozen=True)
class Entry:
    """One signal with its handling; `raised` is None where the newest data no longer show what people worked on."""

    key: SignalKey
    raised: Raised | None
    handling: Handling
    held: tuple[Doubt, ...]

    @property
    def box(self) -> Box:
        """Return where the signal lies: what somebody took on stays open until it is closed."""
        if self.handling.state is State.CLOSED:
            return Box.CLOSED
        if self.handling.state is State.ACKNOWLEDGED or self.raised is None:
            return Box.OPEN
        if not self.raised.is_current:
            return Box.PAST
        return Box.HELD if self.held else Box.OPEN


def inbox(
    signals: Iterable[Raised], acts: Iterable[Act], held: Mapping[SignalKey, tuple[Doubt, ...]], ranks: Sequence[str]
) -> list[Entry]:
    """Return an entry per signal and per key that people acted on, the newest first, then bad news before good.

    `ranks` lists the KPIs by importance; within one of them the signal furthest out stands first.
    """
    log: dict[SignalKey, list[Act]] = {}
    for act in acts:
        log.setdefault(act.key, []).append(act)
    found = {signal.key: signal for signal in signals}
    entries = [
        Entry(key, found.get(key), handled(log.get(key, ())), held.get(key, ()))
        for key in dict.fromkeys([*found, *log])
    ]
    place = {key: rank for rank, key in enumerate(ranks)}
    by_news = sorted(entries, key=lambda entry: _order(entry, place))
    return sorted(by_news, key=_when, reverse=True)


def _when(entry: Entry) -> str:
    return entry.raised.flagged if entry.raised else entry.key.first


def _order(entry: Entry, place: Mapping[str, int]) -> tuple[int, int, float, str]:
    rank, unit = place.get(entry.key.kpi, len(place)), entry.key.unit or ""
    if entry.raised is None:
        return len(_NEWS), rank, 0.0, unit
    return _NEWS[entry.raised.meaning], rank, -(entry.raised.sigmas or 0.0), unit
