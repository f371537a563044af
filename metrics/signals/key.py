"""What makes a signal the same signal from one load to the next: its KPI, its place, its rule and its first point."""

import hashlib
from dataclasses import dataclass

from metrics.signals.signal import Signal

_LONGEST = 12


@dataclass(frozen=True, order=True)
class SignalKey:
    """The identity of a signal; `unit` None is all units together. A pattern that grows keeps its first point."""

    kpi: str
    unit: str | None
    rule_set: str
    rule: int
    first: str

    @property
    def id(self) -> str:
        """Return a short name, fit for an address."""
        parts = "\n".join((self.kpi, self.unit or "", self.rule_set, str(self.rule), self.first))
        return hashlib.sha256(parts.encode()).hexdigest()[:_LONGEST]


def key_of(signal: Signal) -> SignalKey:
    """Return the identity of a signal."""
    return SignalKey(signal.kpi, signal.unit, signal.rule.of.value, signal.rule.number, signal.first)
