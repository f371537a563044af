"""What can go wrong with a funnel; a message says what came, what was allowed and what is close to it.

FunnelError
├── FunnelDefinitionError  a declared funnel contradicts itself: the policy's mistake
├── UnknownFunnelError     no funnel of this name is declared
├── UnknownStageError      the funnel declares no such stage
├── UnknownStateError      no case can be in such a state
└── UnevenFunnelError      the states do not add up: the programmer's mistake
"""

from collections.abc import Iterable

from metrics.errors import MetricsError, nearest


class FunnelError(MetricsError):
    """Something asked of a funnel cannot be answered."""


class FunnelDefinitionError(FunnelError):
    """A declared funnel contradicts itself."""

    def __init__(self, funnel: str, contradiction: str) -> None:
        """Say which funnel and what does not fit together."""
        super().__init__(f"Funnel '{funnel}': {contradiction}")


class UnknownFunnelError(FunnelError):
    """The workspace declares no funnel of this name."""

    def __init__(self, name: str, known: Iterable[str]) -> None:
        """Say which funnel was asked for and which ones are declared."""
        declared = sorted(known)
        where = nearest(name, declared) if declared else "policy.toml declares none; add a [[funnel]]."
        super().__init__(f"No funnel is declared as '{name}'. {where}")


class UnknownStageError(FunnelError):
    """The funnel declares no stage of this name."""

    def __init__(self, stage: str, funnel: str, known: Iterable[str]) -> None:
        """Say which stage was named and which ones the funnel has."""
        super().__init__(f"Funnel '{funnel}' declares no stage '{stage}'. {nearest(stage, known)}")


class UnknownStateError(FunnelError):
    """No case can be in a state of this name."""

    def __init__(self, state: str, known: Iterable[str]) -> None:
        """Say which state was named and which ones there are."""
        super().__init__(f"No case is ever '{state}'. {nearest(state, known)}")


class UnevenFunnelError(FunnelError):
    """The states of a stage do not add up to the cases that entered it."""

    def __init__(self, funnel: str, rows: Iterable[object]) -> None:
        """Show the stages that do not add up."""
        super().__init__(f"Funnel '{funnel}' does not add up at: {'; '.join(str(row) for row in rows)}.")
