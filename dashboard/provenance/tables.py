"""The tables of the data page about sources: their accounts, their files, and the loads that read them."""

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from dashboard import numbers
from dashboard.address import address
from dashboard.components.linked_table import Cell, Column, Row, Table
from dashboard.early_warning.words import who
from dashboard.filters import Filters
from dashboard.provenance.load_messages import load_message
from dashboard.provenance.words import cut, duration, share, table_name
from dashboard.tone import Tone
from dashboard.wording import provenance as words
from dashboard.wording import say, values
from metrics.text import Language, Text

if TYPE_CHECKING:
    import polars as pl

_TONES = {"refused": Tone.BAD, "failed": Tone.BAD}
_SYMBOLS = {"refused": "✗", "failed": "✗", "loaded": "✓", "published": "✓"}


def heads(
    language: Language, texts: tuple[Text, ...], figures: tuple[Text, ...] = (), wide: tuple[Text, ...] = ()
) -> list[Column]:
    """Return the heads of a table; those in `figures` stand on the right, those in `wide` are broken into lines."""
    return [Column(text.to(language), is_figure=text in figures, wraps=text in wide) for text in texts]


def outcome(state: str, language: Language) -> Cell:
    """Return what became of a source or of a load."""
    text = words.OUTCOMES[state].to(language) if state in words.OUTCOMES else state
    return Cell(text, symbol=_SYMBOLS.get(state, ""), tone=_TONES.get(state, Tone.QUIET))


def accounts(rows: "pl.DataFrame", filters: Filters, zone: str, language: Language) -> Table:
    """Return the account of each source; what was held back opens its rows, the rules open their results."""
    figures = (
        words.BEHIND, words.READ, words.LOADED, words.HELD, words.DUPLICATES, words.SUPERSEDED, words.BALANCE,
        words.RULES,
    )  # fmt: skip
    columns = (words.SOURCE, words.OUTCOME, words.AS_OF, *figures)
    told = rows["message"].drop_nulls().len() > 0
    shown = heads(language, (*columns, *((words.MESSAGE,) if told else ())), figures, (words.MESSAGE,))
    return Table(
        words.PARTS["sources"].to(language),
        shown,
        [
            Row([*_account(row, filters, zone, language), *_message(row, language, told=told)])
            for row in rows.to_dicts()
        ],
    )


def _account(row: Mapping[str, Any], filters: Filters, zone: str, language: Language) -> list[Cell]:
    name, held, passed = row["source"], row["rows_quarantined"], row["rules_passed"]
    to_rows = address("data", filters.choose(part="quarantine", source=name, rule=None)) if held else ""
    to_rules = address("data", filters.choose(part="checks", source=name, rule=None)) if row["rules"] else ""
    rules = {"passed": numbers.count(passed), "rules": numbers.count(row["rules"])}
    return [
        Cell(name, note=table_name(row["table"], language)),
        outcome(row["outcome"], language),
        Cell(numbers.moment(row["data_as_of"], zone), value=row["data_as_of"]),
        Cell(duration(row["behind"], language), value=row["behind"]),
        *map(_counted, (row["rows_read"], row["rows_loaded"])),
        replace(_counted(held), href=to_rows, label=say(words.OPEN_HELD, language, source=name, rows=held)),
        *map(_counted, (row["exact_duplicates"], row["rows_superseded"])),
        Cell("✓") if row["holds"] else Cell("✗", tone=Tone.BAD),
        Cell(
            say(words.PASSED_OF, language, **rules),
            href=to_rules,
            label=say(words.OPEN_CHECKS, language, source=name, rules=row["rules"]),
        ),
    ]


def _counted(rows: int) -> Cell:
    return Cell(numbers.count(rows), value=rows)


def _message(row: Mapping[str, Any], language: Language, *, told: bool) -> list[Cell]:
    return [Cell(cut(load_message(row["message"] or "", language), language))] if told else []


def loads(rows: "pl.DataFrame", zone: str, language: Language) -> Table:
    """Return the loads with their states, times and messages."""
    columns = (words.LAST_LOAD, words.STATE, words.STARTED, words.TOOK, words.JUDGED_BY)
    told = rows["message"].drop_nulls().len() > 0
    return Table(
        words.PARTS["loads"].to(language),
        heads(language, (*columns, *((words.MESSAGE,) if told else ())), (words.TOOK,), (words.MESSAGE,)),
        [
            Row(
                [
                    Cell(say(words.LOAD_NUMBER, language, load=row["id"])),
                    outcome(row["state"], language),
                    Cell(numbers.moment(row["started_at"], zone), value=row["started_at"]),
                    Cell(duration(row["took"], language), value=row["took"]),
                    Cell(numbers.moment(row["as_of"], zone), value=row["as_of"]),
                    *_message(row, language, told=told),
                ]
            )
            for row in rows.to_dicts()
        ],
    )


def exports(rows: "pl.DataFrame", zone: str, language: Language) -> Table:
    """Return who took single records out, when, of which view and how many."""
    columns = (words.WHEN, words.WHO, words.ADDRESS, words.KIND, words.RECORDS, words.LAST_LOAD)
    cells = (
        [
            Cell(numbers.moment(row["at"], zone), value=row["at"]),
            Cell(who(row["who"], language)),
            Cell(row["address"]),
            Cell(row["kind"].upper()),
            _counted(row["rows"]),
            Cell(say(words.LOAD_NUMBER, language, load=row["load"])),
        ]
        for row in rows.to_dicts()
    )
    heading = heads(language, columns, (words.RECORDS,), (words.ADDRESS,))
    return Table(words.PARTS["exports"].to(language), heading, [*map(Row, cells)])


def files(rows: "pl.DataFrame", language: Language) -> Table:
    """Return the files with the hash of their content and their size."""
    columns = (words.FILE, words.SOURCE, words.SIZE, words.FINGERPRINT)
    cells = (
        [Cell(row["file"]), Cell(row["source"]), _counted(row["size"]), Cell(row["sha256"])] for row in rows.to_dicts()
    )
    return Table(words.PARTS["files"].to(language), heads(language, columns, (words.SIZE,)), [*map(Row, cells)])


def links(rows: "pl.DataFrame", language: Language) -> Table:
    """Return how many rows of each table found a case by which method and how surely."""
    figures = (words.CONFIDENCE, words.ROWS, words.SHARE)
    cells = (
        [
            Cell(table_name(row["table"], language)),
            Cell(values.WORDS[row["method"]].to(language) if row["method"] in values.WORDS else row["method"]),
            Cell("–" if row["confidence"] is None else numbers.decimal(row["confidence"]), value=row["confidence"]),
            _counted(row["rows"]),
            Cell(share(row["share"], language), value=row["share"]),
        ]
        for row in rows.to_dicts()
    )
    columns = heads(language, (words.TABLE, words.METHOD, *figures), figures)
    return Table(words.PARTS["linking"].to(language), columns, [*map(Row, cells)])
