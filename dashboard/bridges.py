"""What an explanation shows: the steps of its bridge and its table, decided before anything is drawn."""

from collections.abc import Mapping, Sequence
from typing import Any, Literal

from dashboard import breakdowns, numbers, segments
from dashboard.axes import Axis, axis
from dashboard.components.linked_table import Bar, Cell, Column, Row, Table
from dashboard.figures.bridge import Step
from dashboard.filters import Filters
from dashboard.measured import Measured
from dashboard.places import Places
from dashboard.tone import Tone
from dashboard.wording import kpi as words
from dashboard.wording import say
from metrics.model import Direction, Kpi
from metrics.text import Language
from metrics.why.record import WhyRecord

_VALUES = ("before", "now")


def steps(kpi: Kpi, why: WhyRecord, names: tuple[str, str], language: Language) -> list[Step]:
    """Return the bridge's steps; `names` are what the earlier and the later period are called."""
    called = dict(zip(_VALUES, names, strict=True))
    return [_step(kpi, row, called, language) for row in why.steps.to_dicts()]


def _step(kpi: Kpi, row: Mapping[str, Any], called: Mapping[str, str], language: Language) -> Step:
    if row["step"] in _VALUES:
        value = numbers.value(kpi, row["end"], language)
        return Step(called[row["step"]], row["end"], row["end"], value, is_value=True)
    text = numbers.signed_difference(kpi, row["amount"], language)
    return Step(row[f"label_{language}"], row["start"], row["end"], text, tone_of(kpi, row["amount"]))


def ticks(kpi: Kpi, drawn: Sequence[Step], language: Language) -> Axis:
    """Return the ticks of a bridge's axis."""
    return axis(kpi, [end for step in drawn for end in (step.start, step.end)], language)


def ladder(steps: Sequence[Step], name: str, language: Language) -> Table:
    """Return the steps as a table whose bars hang from one another on one scale, the earlier value on top."""
    ends = [end for step in steps for end in (step.start, step.end)]
    least, reach = min(ends), (max(ends) - min(ends)) or 1.0
    heads = [
        Column(words.COLUMN_STEP.to(language), is_figure=False),
        Column(words.COLUMN_FROM_TO.to(language), is_figure=False),
        Column(words.COLUMN_AMOUNT.to(language)),
    ]
    rows = []
    for step in steps:
        start, end = sorted(((step.start - least) / reach, (step.end - least) / reach))
        kind: Literal["", "group"] = "group" if step.is_value else ""
        rows.append(Row([Cell(step.name), Cell("", bar=Bar(start, end, step.tone)), Cell(step.text)], kind=kind))
    return Table(name, heads, rows)


def of_sample(kpi: Kpi, why: WhyRecord, language: Language) -> str:
    """Return how much of the groups' shares is a change of sample; nothing for a rate, or where nothing was split."""
    if why.sample is None or why.segments.is_empty():
        return ""
    parts = {name: numbers.signed_difference(kpi, amount, language) for name, amount in
             (("mix", why.mix), ("sample", why.sample))}  # fmt: skip
    return say(words.OF_SAMPLE, language, **parts)


def tone_of(kpi: Kpi, amount: float) -> Tone:
    """Return whether a step pulls the KPI the right way."""
    if amount == 0:
        return Tone.QUIET
    return Tone.GOOD if (amount > 0) == (kpi.direction is Direction.HIGHER_IS_BETTER) else Tone.BAD


class Reader:
    """What is needed to put a segment into words."""

    def __init__(self, shown: Measured, by: str, places: Places, filters: Filters, language: Language) -> None:
        """Keep what the reader knows."""
        self.kpi, self.by, self.places, self.filters = shown.kpi, by, places, filters
        self.language: Language = language

    def table(self, why: WhyRecord, name: str) -> Table:
        """Return the segments as a table that adds up, the largest contribution first."""
        texts = (
            words.COLUMN_BEFORE, words.COLUMN_NOW, words.COLUMN_SHARES, words.COLUMN_OWN, words.COLUMN_SUM,
        )  # fmt: skip
        first = Column(segments.heading(self.kpi, self.by, self.language), is_figure=False)
        heads = [first, *(Column(text.to(self.language)) for text in texts)]
        return Table(name, heads, [*map(self._row, why.segments.to_dicts()), self._sum(why)])

    def _row(self, row: Mapping[str, Any]) -> Row:
        name = segments.called(self.by, row[self.by], self.places, self.language)
        href = breakdowns.place_address(self.by, row[self.by], self.filters)
        values = (numbers.value(self.kpi, row[f"value_{when}"], self.language) for when in _VALUES)
        return Row(
            [Cell(name, href=href), *map(Cell, values), *map(self._moved, (row["mix"], row["rate"])), self._total(row)]
        )

    def _moved(self, amount: float) -> Cell:
        return Cell(numbers.signed_difference(self.kpi, amount, self.language))

    def _total(self, row: Mapping[str, Any]) -> Cell:
        amount = row["contribution"]
        text = numbers.signed_difference(self.kpi, amount, self.language)
        return Cell(text, tone=tone_of(self.kpi, amount))

    def _sum(self, why: WhyRecord) -> Row:
        steps = {row["step"]: row["end"] for row in why.steps.to_dicts()}
        ends = (numbers.value(self.kpi, steps[when], self.language) for when in _VALUES)
        parts = (self._moved(why.mix), self._moved(why.rate), self._moved(why.change.difference or 0.0))
        return Row([Cell(words.SUM.to(self.language)), *map(Cell, ends), *parts], kind="group")
