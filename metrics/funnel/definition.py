"""What a funnel is: stages in order, a window in which they must be passed, and how skipped stages are taken."""

from collections import Counter
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from metrics.funnel.errors import FunnelDefinitionError, UnknownStageError
from metrics.text import Text

_NOTHING = timedelta(0)


class Mode(StrEnum):
    """Which events count towards the next stage.

    `ordered`: the stages in order, anything in between. `strict`: in order, and no other stage in between. `any_order`:
    the stages in whatever order; the k-th step is then "k of the stages".
    """

    ORDERED = "ordered"
    STRICT = "strict"
    ANY_ORDER = "any_order"


class Skipped(StrEnum):
    """What a stage that nobody logged, or logged too late, means once a later one was entered.

    `strict`: the case is held before it. `impute`: reaching a stage implies the earlier ones. Both are counted.
    """

    STRICT = "strict"
    IMPUTE = "impute"


@dataclass(frozen=True)
class Stage:
    """One stage; `within` is the longest time that may pass since the stage before it (inclusive)."""

    key: str
    text: Text
    within: timedelta | None = None


@dataclass(frozen=True)
class Funnel:
    """A declared funnel; one that contradicts itself cannot be made.

    `window` is the longest time from the first stage to the last (inclusive): there is no funnel without one. `survey`
    is a stage that samples the completed cases; staying silent there is no loss.
    """

    name: str
    text: Text
    stages: tuple[Stage, ...]
    window: timedelta
    mode: Mode = Mode.ORDERED
    skipped: Skipped = Skipped.STRICT
    survey: str | None = None

    def __post_init__(self) -> None:
        """Refuse a funnel that could never be passed, or that says two things at once."""
        for contradiction in (*self._of_stages(), *self._of_limits(), *self._of_mode()):
            raise FunnelDefinitionError(self.name, contradiction)

    def _of_stages(self) -> list[str]:
        twice = [key for key, times in Counter(self.keys).items() if times > 1]
        return [
            *(["it declares no stages."] if not self.stages else []),
            *(f"stage '{key}' is declared twice." for key in twice),
            *([f"'{self.survey}' is both a stage and the survey."] if self.survey in self.keys else []),
        ]

    def _of_limits(self) -> list[str]:
        limits = [(stage.key, stage.within) for stage in self.stages if stage.within is not None]
        first = self.keys[:1]
        return [
            *([f"its window is {self.window}; it must be longer than nothing."] if self.window <= _NOTHING else []),
            *(
                f"the limit of '{key}' is {limit}; it must be longer than nothing."
                for key, limit in limits
                if limit <= _NOTHING
            ),
            *(
                f"the limit of '{key}' ({limit}) is longer than the window ({self.window})."
                for key, limit in limits
                if limit > self.window
            ),
            *(
                f"'{key}' is the first stage; nothing precedes it that a limit could count from."
                for key, _ in limits
                if key in first
            ),
        ]

    def _of_mode(self) -> list[str]:
        limited = any(stage.within for stage in self.stages)
        return [
            *(
                ["limits of single stages need an order; mode any_order has none."]
                if limited and self.mode is Mode.ANY_ORDER
                else []
            ),
            *(
                [f"skipped = impute needs mode ordered; its mode is {self.mode}."]
                if self.skipped is Skipped.IMPUTE and self.mode is not Mode.ORDERED
                else []
            ),
        ]

    @property
    def keys(self) -> tuple[str, ...]:
        """Return the stages' keys in order."""
        return tuple(stage.key for stage in self.stages)

    @property
    def steps(self) -> tuple[str, ...]:
        """Return what each step is called: its stage or, where the order is free, "2_of_3" of the stages."""
        if self.mode is not Mode.ANY_ORDER:
            return self.keys
        return tuple(f"{place}_of_{len(self.keys)}" for place in range(1, len(self.keys) + 1))

    def position(self, step: str) -> int:
        """Return the place of a step, counted from 1; UnknownStageError names the nearest."""
        if step not in self.steps:
            raise UnknownStageError(step, self.name, self.steps)
        return self.steps.index(step) + 1
