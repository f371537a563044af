"""The recovery board in words: its table, how many are late, how long it took and what it cost."""

from collections.abc import Mapping
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from dashboard import numbers
from dashboard.address import address
from dashboard.components.linked_table import Cell, Column, Row, Table
from dashboard.filters import Filters
from dashboard.places import Place, Places
from dashboard.tone import Tone
from dashboard.wording import columns, say
from dashboard.wording import complaints as words
from metrics.model import Unit
from metrics.quantity import from_to, in_words
from metrics.recovery.board import Stage
from metrics.recovery.steps import STEPS
from metrics.store.recovery_board import Board
from metrics.text import Language

if TYPE_CHECKING:
    import polars as pl

_TONES = {Stage.LATE: Tone.BAD, Stage.OPEN: Tone.QUIET, Stage.SATISFIED: Tone.GOOD}
_SYMBOLS = {Stage.LATE: "✗", Stage.OPEN: "…", Stage.SATISFIED: "✓"}
_NONE = "–"
# A single step has no order.
_TWO = 2


class BoardReader:
    """What is needed to put the board into words: the language, the zone, the names of units, and the filters."""

    def __init__(self, language: Language, zone: str, places: Places, filters: Filters) -> None:
        """Keep what the reader knows."""
        self.language: Language = language
        self._zone, self._places, self._filters = zone, places, filters

    def table(self, rows: "pl.DataFrame", name: str) -> Table:
        """Return recoveries as a table: steps across, late ones first; a case opens its timeline."""
        steps = [Column(words.STEPS[step].to(self.language)) for step in STEPS]
        first = [Column(text.to(self.language), is_figure=False) for text in (words.RECOVERY, words.STAGE)]
        last = [Column(words.ORDER.to(self.language), is_figure=False), Column(words.PAID.to(self.language))]
        where = [Column(text.to(self.language), is_figure=False) for text in (words.FOUND, words.UNIT)]
        return Table(name, [*first, *steps, *last, *where], [Row(self._row(row)) for row in rows.to_dicts()])

    def _row(self, row: Mapping[str, Any]) -> list[Cell]:
        steps = (self._after(row[f"after_{step}"]) for step in STEPS)
        place = self._places.name(Place("unit", row["unit"]), self.language)
        return [
            self._recovery(row),
            self._stage(row),
            *steps,
            self._order(row),
            self._paid(row),
            Cell(numbers.moment(row["failure_detected_at"], self._zone), value=row["failure_detected_at"]),
            Cell(place),
        ]

    def _after(self, length: timedelta | None) -> Cell:
        return Cell(_NONE if length is None else self._span(length), value=length)

    def _recovery(self, row: Mapping[str, Any]) -> Cell:
        case = row["case_id"]
        if case is None:
            return Cell(row["recovery_id"])
        label = say(columns.OPEN_CASE, self.language, case=case)
        return Cell(row["recovery_id"], note=case, href=address("case", self._filters.choose(case=case)), label=label)

    def _stage(self, row: Mapping[str, Any]) -> Cell:
        stage = Stage(row["stage"])
        text = say(
            words.WAITED, self.language, stage=words.STAGES[stage].to(self.language), wait=self._span(row["waited"])
        )
        note = words.SAID_NO.to(self.language) if row["answered"] is False else ""
        return Cell(text, symbol=_SYMBOLS[stage], tone=_TONES[stage], note=note)

    def _order(self, row: Mapping[str, Any]) -> Cell:
        if row["out_of_order"]:
            return Cell(words.OUT_OF_ORDER.to(self.language), symbol="✗", tone=Tone.BAD)
        return Cell(words.IN_ORDER.to(self.language) if row["steps_done"] >= _TWO else _NONE)

    def _paid(self, row: Mapping[str, Any]) -> Cell:
        paid, limit = row["compensation_amount"], row["authority_limit"]
        if paid is None and limit is None:
            return Cell(_NONE)
        amounts = {"paid": paid, "limit": limit}
        told = {name: _NONE if amount is None else numbers.money(amount) for name, amount in amounts.items()}
        text = say(words.PAID_OF, self.language, **told)
        return Cell(text, symbol="✗", tone=Tone.BAD) if row["above_authority"] else Cell(text)

    def _span(self, length: timedelta) -> str:
        return seconds(length.total_seconds(), self.language)


def seconds(length: float | None, language: Language) -> str:
    """Return a length of time in its largest fitting unit."""
    return in_words(length, Unit.SECONDS).to(language)


def between(low: float | None, high: float | None, language: Language) -> str:
    """Return an interval of lengths of time; one without an upper end is known to be at least so long."""
    if low is None:
        return _NONE
    return (
        f"≥ {seconds(low, language)}" if high is None else from_to(seconds(low, language), seconds(high, language), "–")
    )


def sums(board: Board, language: Language) -> list[str]:
    """Return what is said of the whole board, line by line."""
    return [line(board, language) for line in (stages, steps, times, money)]


def stages(board: Board, language: Language) -> str:
    """Return how many recoveries are late, under way and done; together they are all."""
    by_stage = {stage.value: numbers.count(number) for stage, number in board.stages.items()}
    return say(words.BOARD_SUM, language, **by_stage, total=numbers.count(board.rows.height))


def times(board: Board, language: Language) -> str:
    """Return the median times with their intervals."""
    figures = {}
    for name, found in (("first", board.to_first_step["median"]), ("satisfied", board.to_satisfaction["median"])):
        figures[name] = seconds(found["value"], language)
        figures[f"{name}_interval"] = between(found["low"], found["high"], language)
    return say(words.TIMES, language, **figures)


def steps(board: Board, language: Language) -> str:
    """Return in how many recoveries each step was taken."""
    total = numbers.count(board.rows.height)
    done = (
        say(words.STEPS_DONE, language, step=words.STEPS[step].to(language), done=numbers.count(number), total=total)
        for step, number in board.steps.items()
    )
    return " · ".join(done)


def money(board: Board, language: Language) -> str:
    """Return what was paid and lost, and how often more was paid than allowed."""
    amounts = {"compensation": numbers.money(board.compensation), "loss": numbers.money(board.loss)}
    counts = {"above": numbers.count(board.above), "limited": numbers.count(board.limited)}
    return say(words.MONEY, language, **amounts, **counts)
