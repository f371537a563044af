"""A page on paper: its message, its sentences, the tables that it draws, and what the figures are of."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from dashboard.cards import Card
from dashboard.components.linked_table import Cell, Table
from dashboard.exports.about import about
from dashboard.exports.paper import framed, printed, row, tile
from dashboard.exports.tabular import sheet_of
from dashboard.visit import Visit
from dashboard.wording import exports as words
from metrics.rewards.paper.breadth import breadths, breakable, longest_words


@dataclass(frozen=True)
class Paper:
    """What of a page is printed, each part made when somebody prints."""

    title: str
    tables: Callable[[], Sequence[Table]]
    lines: Callable[[], Sequence[str]] = tuple
    tiles: Callable[[], Sequence[Card]] = tuple


def page_pdf(paper: Paper, visit: Visit) -> bytes:
    """Return a page as PDF; a table without a row is left out."""
    tables = [table for table in paper.tables() if table.rows]
    counted = [sheet_of(table, table.name, visit) for table in tables]
    told = {
        **framed(visit, paper.title),
        "lines": [breakable(line) for line in paper.lines() if line],
        "tiles": [tile(card) for card in paper.tiles()],
        "tables": [_table(table) for table in tables],
        "about": {"title": words.ABOUT.to(visit.language), "lines": about(visit, counted)},
    }
    return printed("page.typ", told)


def _table(table: Table) -> dict[str, Any]:
    heads = [column.text for column in table.columns]
    read = [[_longest(cell) for cell in shown.cells] for shown in table.rows]
    return {
        "title": table.name,
        "heads": heads,
        "breadths": breadths(heads, read),
        "words": longest_words(heads, read),
        "right": [column.is_figure for column in table.columns],
        "rows": [_breakable(row(shown)) for shown in table.rows],
    }


def _longest(cell: Cell) -> str:
    """Return the longer line of a cell, its symbol beside its text."""
    return _kept(max(f"{cell.symbol}\u00a0{cell.text}" if cell.symbol else cell.text, cell.note, key=len))


def _breakable(told: dict[str, Any]) -> dict[str, Any]:
    cells = [{**cell, "text": _kept(cell["text"]), "note": _kept(cell["note"])} for cell in told["cells"]]
    return {**told, "cells": cells}


def _kept(text: str) -> str:
    """Return a text whose percent sign stays beside its number, and of which no word leaves its column."""
    return breakable(text.replace(" %", "\u00a0%"))
