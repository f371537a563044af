"""A table whose cells are links inside the dashboard: plain HTML, reached by keyboard, its texts shown as text only."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, field, fields
from datetime import datetime, timedelta
from functools import cached_property
from typing import Any, Final, Literal

from dashboard.components.mounting import component
from dashboard.figures.sparkline import Shape
from dashboard.tone import Tone
from dashboard.wording import frame
from metrics.text import Language

# A figure behind a text, or both ends of an interval.
Value = float | datetime | timedelta | tuple[float | None, float | None]


@dataclass(frozen=True)
class Bar:
    """A bar on a scale that the cells of a column share: from `start` to `end`, as shares of the cell's width."""

    start: float
    end: float
    tone: Tone = Tone.QUIET


@dataclass(frozen=True)
class Cell:
    """One cell: a text, a smaller second line, a sparkline, and where a click leads.

    `symbol` is set before the text in the tone of the text, `label` is what a screen reader says instead; `fill` draws
    a bar behind the text over this share of the cell, and `bar` one on a scale; the text must say the same. `value` is
    the figure that the text says, for files that hold figures; the browser is not told of it.
    """

    text: str
    note: str = ""
    symbol: str = ""
    tone: Tone = Tone.QUIET
    note_tone: Tone = Tone.QUIET
    href: str = ""
    label: str = ""
    line: Shape | None = None
    fill: float = 0
    bar: Bar | None = None
    value: Value | None = None


@dataclass(frozen=True)
class Row:
    """One row, named by its first cell; a "group" heads the "member" rows below it."""

    cells: Sequence[Cell]
    kind: Literal["", "group", "member"] = ""


@dataclass(frozen=True)
class Column:
    """The head of a column; figures stand on the right, long texts are broken into lines."""

    text: str
    is_figure: bool = True
    wraps: bool = False


@dataclass(frozen=True)
class Table:
    """A table with its name for those who cannot see it."""

    name: str
    columns: Sequence[Column]
    rows: Sequence[Row] = field(default_factory=tuple)

    @cached_property
    def told(self) -> dict[str, Any]:
        """Return what the browser must be told of the table, worked out once for all who are shown it."""
        rows = [{"kind": row.kind, "cells": [told(cell) for cell in row.cells]} for row in self.rows]
        return {"name": self.name, "columns": [asdict(column) for column in self.columns], "rows": rows}


# What a cell says by not saying it: most cells are a text and nothing else, and a page holds thousands.
_USUAL: Final = {each.name: each.default for each in fields(Cell) if each.name not in ("text", "value")}


def show_table(table: Table, language: Language, key: str) -> None:
    """Show a table."""
    _mount(key=key, data={**table.told, "language": language, "whole": frame.WHOLE_TEXT.to(language)})


def told(cell: Cell) -> str | dict[str, Any]:
    """Return what the browser must be told of a cell: its text alone, or with what is unusual about it."""
    unusual = {name: value for name, usual in _USUAL.items() if (value := getattr(cell, name)) != usual}
    drawn = {name: vars(shape) for name, shape in (("line", cell.line), ("bar", cell.bar)) if shape}
    unusual |= drawn
    return {"text": cell.text, **unusual} if unusual else cell.text


_mount = component("linked_table", '<div class="plumbline-table"></div>')
