"""The tables of a case's page: what was promised, what the case says of itself, and the customer's other cases."""

from collections.abc import Mapping
from typing import Any

from dashboard import numbers
from dashboard.address import address
from dashboard.components.linked_table import Cell, Column, Row, Table
from dashboard.filters import Filters
from dashboard.timeline_reader import RecordReader
from dashboard.timelines import Told
from dashboard.tone import Tone
from dashboard.wording import case as words
from dashboard.wording import columns, say

_TONES = {"kept": Tone.GOOD, "late": Tone.BAD, "broken": Tone.BAD}
_PROMISE_HEADS = (words.COLUMN_PROMISE, words.COLUMN_KEPT, words.COLUMN_DUE, words.COLUMN_DONE, words.COLUMN_MADE)
_OF_OTHERS = ("created_at", "status", "org_unit_id", "channel", "reason_code", "product")
_FACTS = (
    "customer_id", "customer_group", "org_unit_id", "owner_id", "status", "priority", "case_type", "product",
    "reopen_count", "transfer_count", "agent_touches", "customer_touches", "fcr_eligible", "is_test_or_spam",
    "merged_into",
)  # fmt: skip
# What is said only where it is so.
_IF_SO = ("is_test_or_spam",)


def facts(told: Told, reader: RecordReader) -> list[tuple[str, str]]:
    """Return what the case says of itself beside its times, as far as it says it."""
    said = ((column, told.timeline.case[column]) for column in _FACTS)
    told_of = [(column, value) for column, value in said if value is not None and (value or column not in _IF_SO)]
    return [(reader.heading("cases", column), reader.words(column, value)) for column, value in told_of]


def promise_table(told: Told) -> Table:
    """Return one row per promise, with what became of it."""
    heads = [Column(head.to(told.language), is_figure=False) for head in _PROMISE_HEADS]
    rows = [_promise(row, told) for row in told.timeline.promises.iter_rows(named=True)]
    return Table(words.PROMISES.to(told.language), heads, rows)


def others_table(told: Told, reader: RecordReader, filters: Filters) -> Table:
    """Return the customer's other cases, each the way to its own timeline."""
    heads = [words.COLUMN_CASE.to(told.language), *(reader.heading("cases", column) for column in _OF_OTHERS)]
    heads.append(words.COLUMN_TOLD_BY.to(told.language))
    rows = [_other(row, told, reader, filters) for row in told.timeline.others.iter_rows(named=True)]
    return Table(words.OTHERS.to(told.language), [Column(head, is_figure=False) for head in heads], rows)


def _promise(row: Mapping[str, Any], told: Told) -> Row:
    times = (numbers.moment(row[name], told.zone) for name in ("due_at", "done_at", "made_at"))
    kept = row["kept"]
    outcome = Cell(words.KEPT[kept].to(told.language), symbol=words.SYMBOLS[kept], tone=_TONES.get(kept, Tone.QUIET))
    return Row([Cell(words.WHAT_PROMISED[row["what"]].to(told.language)), outcome, *map(Cell, times)])


def _other(row: Mapping[str, Any], told: Told, reader: RecordReader, filters: Filters) -> Row:
    case = row["case_id"]
    label = say(columns.OPEN_CASE, told.language, case=case)
    first = Cell(case, href=address("case", filters.choose(case=case)), label=label)
    said = (Cell("–" if row[column] is None else reader.words(column, row[column])) for column in _OF_OTHERS)
    return Row([first, *said, Cell(words.METHODS[row["method"]].to(told.language))])
