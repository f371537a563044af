"""The cases behind a bar as a table: what became of each, when, and the row of the source that says so."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from dashboard.address import address
from dashboard.components.linked_table import Cell, Column, Row, Table
from dashboard.filters import Filters
from dashboard.funnel_names import Names
from dashboard.tone import Tone
from dashboard.wording import columns, say
from dashboard.wording import funnel as funnel_words
from dashboard.wording import funnel_parts as words
from metrics.text import Text

if TYPE_CHECKING:
    import polars as pl

_DIMENSIONS = ("unit", "channel", "customer_group", "product", "owner")
_TIMES: Mapping[str, Text] = {
    "entered_at": words.COLUMN_ENTERED_AT,
    "at": words.COLUMN_REACHED_AT,
    "ended_at": words.COLUMN_ENDED_AT,
}
_BAD = ("lost", "timed_out")


def case_rows(rows: "pl.DataFrame", names: Names, filters: Filters, name: str) -> Table:
    """Return the rows of a page; each case leads to its timeline."""
    heads = [
        words.COLUMN_CASE,
        words.COLUMN_STATE,
        *(funnel_words.DIMENSIONS[name] for name in _DIMENSIONS),
        *_TIMES.values(),
    ]
    heads.append(words.COLUMN_SOURCE)
    shown = [Column(head.to(names.language), is_figure=False) for head in heads]
    return Table(name, shown, [Row(_cells(row, names, filters)) for row in rows.iter_rows(named=True)])


def _cells(row: Mapping[str, Any], names: Names, filters: Filters) -> list[Cell]:
    case = row["case_id"]
    opened = address("case", filters.choose(case=case))
    state = words.STATES[row["state"]].to(names.language)
    why = names.reason(row["reason"]) if row["reason"] else ""
    return [
        Cell(case, href=opened, label=say(columns.OPEN_CASE, names.language, case=case)),
        Cell(state, tone=Tone.BAD if row["state"] in _BAD else Tone.QUIET, note=why),
        *(Cell(names.value(name, row[name])) for name in _DIMENSIONS),
        *(_time(row, name, names) for name in _TIMES),
        _source(row, names),
    ]


def _time(row: Mapping[str, Any], column: str, names: Names) -> Cell:
    if column == "at" and row["at"] is None:
        return Cell(words.NOT_LOGGED.to(names.language))
    return Cell(names.reader.words(column, row[column]))


def _source(row: Mapping[str, Any], names: Names) -> Cell:
    """Return the row that says how the case ended there or, where nothing does, the one that says it got there."""
    ended = "ended_" if row.get("ended_source_file") and row["state"] in _BAD else ""
    file, number = row.get(f"{ended}source_file"), row.get(f"{ended}source_row")
    return Cell(say(words.SOURCE_ROW, names.language, file=file, row=number) if file else "–")
