"""What can go wrong with the ledger; a refusal says in both languages what was asked, what stands, what is allowed.

LedgerError
├── CanonicalError     something cannot be written down exactly: the programmer's mistake
├── StepError          the month does not stand where this step begins, or it is not its turn
├── IndependenceError  this person may not act here
├── DraftChangedError  what was checked is computed otherwise now
├── LedgerMovedError   somebody else has acted meanwhile
├── LedgerBrokenError  the ledger has been tampered with
└── AppealError        an appeal that is late, unknown, decided or without evidence
"""

from typing import TYPE_CHECKING

from metrics.errors import MetricsError
from metrics.text import Text

if TYPE_CHECKING:
    from metrics.rewards.ledger.faults import Fault


class LedgerError(MetricsError):
    """Something asked of the ledger cannot be done; `said` tells it in both languages."""

    def __init__(self, said: Text) -> None:
        """Say what is refused, and why."""
        super().__init__(said.en)
        self.said = said


class CanonicalError(LedgerError):
    """A value has no exact place in the ledger."""

    def __init__(self, message: str) -> None:
        """Say which value and where; told to programmers, so in English only."""
        super().__init__(Text(message, message))


class StepError(LedgerError):
    """A step does not begin where the month stands."""


class IndependenceError(LedgerError):
    """Whoever acts is not independent of what they act on."""


class DraftChangedError(LedgerError):
    """The figures that were checked come out otherwise now."""


class LedgerMovedError(LedgerError):
    """Somebody has acted between looking and writing."""


class LedgerBrokenError(LedgerError):
    """The ledger does not say what was written."""

    def __init__(self, fault: "Fault") -> None:
        """Say which entry is the first that cannot be trusted."""
        self.fault = fault
        where = f"账本自第 {fault.entry} 条起不可信", f"The ledger is broken at entry {fault.entry}"
        super().__init__(Text(f"{where[0]}:{fault.said.zh}", f"{where[1]}: {fault.said.en}"))


class AppealError(LedgerError):
    """An appeal cannot be filed or decided as asked."""
