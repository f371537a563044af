"""What the stages, reasons, segments and bars of a funnel are called."""

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from dashboard.places import Place, Places
from dashboard.rows import Reader
from dashboard.wording import funnel as words
from dashboard.wording import say, values
from dashboard.wording import waterfall as bars
from metrics.funnel import Funnel
from metrics.funnel.evidence import EVERY_STEP, Bar, bar
from metrics.funnel.journeys import UNKNOWN_REASON
from metrics.populations import UNKNOWN
from metrics.promises import NOT_SERVED
from metrics.text import Language, Text

if TYPE_CHECKING:
    import polars as pl

_AT_ONE_STEP = {
    "entered": bars.ENTERED_STAGE,
    "converted": bars.WENT_ON,
    "lost": bars.LOST_AFTER,
    "timed_out": bars.TIMED_OUT_AFTER,
    "open": bars.OPEN_AFTER,
    "dropped": bars.DROPPED_AFTER,
    "imputed": bars.IMPUTED_AT,
    "held_up": bars.HELD_UP_AT,
}
_AT_ALL_STEPS = {
    "lost": bars.LOST,
    "timed_out": bars.TIMED_OUT,
    "open": bars.OPEN,
    "dropped": bars.DROPPED,
    "left_out": bars.LEFT_OUT,
}
_LEFT_OUT = bars.LEFT_OUT_REASONS | {rule.reason: rule.text for rule in NOT_SERVED}


@dataclass(frozen=True)
class Names:
    """The names that a reader of `language` sees; `reasons` are reason codes with theirs."""

    funnel: Funnel
    reasons: "pl.DataFrame"
    places: Places
    reader: Reader

    @property
    def language(self) -> Language:
        """Return the reader's language."""
        return self.reader.language

    @cached_property
    def _reasons(self) -> dict[str, str | None]:
        return dict(self.reasons.select("reason", f"reason_{self.language}").iter_rows())

    def stage(self, step: str) -> str:
        """Return what a step is called; a step without a stage of its own by its place."""
        own = next((stage.text for stage in self.funnel.stages if stage.key == step), None)
        if own:
            return own.to(self.language)
        return say(bars.NTH_STEP, self.language, step=self.funnel.position(step)) if step in self.funnel.steps else step

    def reason(self, code: str | None) -> str:
        """Return what a coded reason is called; the code itself where it has no name."""
        if code is None or code == UNKNOWN_REASON:
            return bars.NO_REASON.to(self.language)
        if code in _LEFT_OUT:
            return _LEFT_OUT[code].to(self.language)
        return self._reasons.get(code) or code

    def dimension(self, name: str) -> str:
        """Return what a dimension is called."""
        return words.DIMENSIONS[name].to(self.language)

    def value(self, dimension: str, value: str) -> str:
        """Return what a segment is called within its dimension."""
        if dimension == "unit":
            return self.places.name(Place("unit", value), self.language)
        if value == UNKNOWN:
            return values.WORDS[UNKNOWN].to(self.language)
        return self.reader.words(dimension, value)

    def segment(self, dimension: str, value: str) -> str:
        """Return a segment with the name of its dimension."""
        named = self.value(dimension, value)
        return say(words.OF_SEGMENT, self.language, dimension=self.dimension(dimension), value=named)

    def bar(self, text: str) -> str:
        """Return what the bar written as "appointment:lost:D33" is called."""
        chosen = bar(self.funnel, text)
        name = self._text(chosen).format(stage=self.stage(text.partition(":")[0]))
        if chosen.reason is None:
            return name
        return say(bars.WITH_REASON, self.language, bar=name, reason=self.reason(chosen.reason))

    def _text(self, chosen: Bar) -> str:
        text: Text
        if chosen.step in (None, 0):
            text = _AT_ALL_STEPS[chosen.state]
        elif chosen.state == "entered" and chosen.step == 1:
            text = bars.ENTERED
        elif chosen.state == "converted" and chosen.step == len(self.funnel.stages):
            text = bars.DONE
        else:
            text = _AT_ONE_STEP[chosen.state]
        return text.to(self.language)


def opens(stage: str, state: str, reason: str | None = None) -> str:
    """Return how the bar of a stage and a state is written in an address."""
    return ":".join(filter(None, (stage, state, reason)))


def whole(fall: str, stage: str) -> str:
    """Return which bar the whole of a fall of the waterfall opens."""
    match fall:
        case "entered":
            return opens(stage, "entered")
        case "done":
            return opens(stage, "converted")
        case "timed_out" | "open":
            return opens(EVERY_STEP, fall)
        case _:
            return opens(stage, "lost")
