"""Evidence as it is read: headings and values in words, times by the business zone's clock."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from dashboard import numbers
from dashboard.address import address
from dashboard.components.linked_table import Cell, Column, Row, Table
from dashboard.filters import Filters
from dashboard.places import Place, Places
from dashboard.tone import Tone
from dashboard.wording import columns, evidence, say, values
from metrics.contract import TABLES
from metrics.model import Kpi, Share
from metrics.populations import POPULATIONS, UNKNOWN
from metrics.text import Language

if TYPE_CHECKING:
    import polars as pl

# What a row is and where it came from stand first; the rest follows as the population lists it.
_FIRST = ("key", "status", "value", "unit")
# What separates the parts of a compound key, and anything else that has no shape of its own.
_PART = "\x1f"
_BREAKS = dict.fromkeys(range(32), " · ")
# The columns that name a case.
_CASES = frozenset({"case_id", "linked_case", "merged_into"})
_TONES = {"hit": Tone.GOOD, "missed": Tone.BAD}


def table(kpi: Kpi, rows: "pl.DataFrame", reader: "Reader", name: str) -> Table:
    """Return evidence rows as a table of words."""
    shown = shown_columns(kpi, rows.columns)
    heads = [Column(heading(kpi, column, reader.language), rows.schema[column].is_numeric()) for column in shown]
    cells = ([reader.cell(kpi, column, row) for column in shown] for row in even(rows).to_dicts())
    return Table(name, heads, [Row(list(row)) for row in cells])


def even(rows: "pl.DataFrame") -> "pl.DataFrame":
    """Return rows in which a column of numbers that are all whole holds integers, so that its decimals agree."""
    fractions = rows.select(column for column in rows if column.dtype.is_float())
    whole = [column.name for column in fractions if (column.drop_nulls() % 1 == 0).all()]
    return rows.with_columns(rows[name].cast(int) for name in whole)


def shown_columns(kpi: Kpi, columns: Sequence[str]) -> list[str]:
    """Return the columns in reading order, without the month that every row shares and the key's second copy."""
    own_key = TABLES[POPULATIONS[kpi.population].table].key[0]
    rest = [column for column in columns if column not in (*_FIRST, own_key, "month")]
    return [*(column for column in _FIRST if column in columns), *rest]


def heading(kpi: Kpi, column: str, language: Language) -> str:
    """Return what a column is called; the contract's own word where it has one."""
    own = TABLES[POPULATIONS[kpi.population].table]
    headings = columns.HEADINGS | columns.HEADINGS_OF.get(kpi.population, {})
    if column in headings:
        return headings[column].to(language)
    tables = (own, *TABLES.values())
    found = next((known for table in tables for known in table.columns if known.name == column), None)
    return column if found is None else {"zh": found.zh, "en": found.en}[language]


class Reader:
    """What is needed to put a value into words: the language, the zone and the names of units."""

    def __init__(self, language: Language, zone: str, places: Places, filters: Filters | None = None) -> None:
        """Keep what the reader knows; with the filters of the page, cases lead to their timelines."""
        self.language: Language = language
        self._zone, self._places, self._filters = zone, places, filters

    def cell(self, kpi: Kpi, column: str, row: Mapping[str, Any]) -> Cell:
        """Return one value of a row."""
        if column == "status":
            state = state_of(kpi, row)
            return Cell(status(kpi, state, self.language), tone=_TONES.get(state, Tone.QUIET))
        case = case_of(kpi, column, row)
        if case is None or self._filters is None:
            return Cell(self.words(column, row[column]))
        href = address("case", self._filters.choose(kpi=kpi.key, case=case))
        label = say(columns.OPEN_CASE, self.language, case=case)
        return Cell(self.words(column, row[column]), href=href, label=label)

    def words(self, column: str, value: object) -> str:
        """Return a value as it is read; "–" where there is none."""
        match value:
            case None:
                return "–"
            case bool():
                return (values.YES if value else values.NO).to(self.language)
            case datetime():
                return numbers.moment(value, self._zone)
            case timedelta():
                return numbers.span(value, self.language)
            case int() | float():
                return numbers.money(value) if column in columns.MONEY else numbers.decimal(value)
            case _:
                return self._text(column, str(value))

    def _text(self, column: str, value: str) -> str:
        if column == "unit":
            return self._places.name(Place("unit", value), self.language)
        if value in values.WORDS and (column in values.WORDED or value == UNKNOWN):
            return values.WORDS[value].to(self.language)
        kind, mark, case = value.partition(_PART)
        if mark and kind == "case":
            value = f"{columns.CASE.to(self.language)}{mark}{case}"
        return value.translate(_BREAKS)


def case_of(kpi: Kpi, column: str, row: Mapping[str, Any]) -> str | None:
    """Return the case that a value of a row names; None where it names none."""
    is_key_of_a_case = column == "key" and POPULATIONS[kpi.population].table == "cases"
    named = row.get("case_id") if is_key_of_a_case else row[column] if column in _CASES else None
    return None if named is None else str(named)


def state_of(kpi: Kpi, row: Mapping[str, Any]) -> str:
    """Return the state of a row; a counted row of a share is "hit" or "missed"."""
    if row["status"] == "counted" and isinstance(kpi.measure, Share):
        return "hit" if row["value"] == 1 else "missed"
    return str(row["status"])


_STATES = {
    "counted": evidence.COUNTED,
    "hit": evidence.HIT,
    "missed": evidence.MISSED,
    "immature": evidence.IMMATURE,
    "left_out": evidence.LEFT_OUT,
    "undated": evidence.UNDATED,
}


def status(kpi: Kpi, state: str | None, language: Language) -> str:
    """Return a status or the reason for leaving a row out in words; None means every row."""
    if state is None:
        return evidence.EVERY_ROW.to(language)
    text = _STATES.get(state) or kpi.reasons.get(state)
    return text.to(language) if text else state
