"""The tables of the data page about rows: what the rules found, what is held back, and what changed since."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from dashboard import numbers
from dashboard.address import address
from dashboard.components.linked_table import Cell, Row, Table
from dashboard.filters import Filters
from dashboard.places import Place, Places
from dashboard.provenance.objections import objection
from dashboard.provenance.tables import heads
from dashboard.provenance.words import cut, raw_row, rule_text, share
from dashboard.tone import Tone
from dashboard.wording import evidence, frame, say
from dashboard.wording import provenance as words
from metrics.registry import all_kpis
from metrics.text import Language

if TYPE_CHECKING:
    import polars as pl


def checks(rows: "pl.DataFrame", filters: Filters, language: Language) -> Table:
    """Return what each rule found; what failed opens the rows that wait for it."""
    figures = (words.JUDGED, words.FAILED, words.SHARE)
    cells = (
        [
            Cell(rule_text(row, language)),
            Cell(row["source"]),
            Cell(numbers.count(row["evaluated"]), value=row["evaluated"]),
            _failed(row, filters),
            Cell(share(row["share"], language), value=row["share"]),
        ]
        for row in rows.to_dicts()
    )
    columns = heads(language, (words.RULE, words.SOURCE, *figures), figures, (words.RULE,))
    return Table(words.PARTS["checks"].to(language), columns, [*map(Row, cells)])


def _failed(row: Mapping[str, Any], filters: Filters) -> Cell:
    if not row["failed"]:
        return Cell("0", symbol="✓", tone=Tone.QUIET, value=0)
    there = to_rows(row, filters)
    return Cell(numbers.count(row["failed"]), symbol="✗", tone=Tone.BAD, href=there, value=row["failed"])


def to_rows(row: Mapping[str, Any], filters: Filters) -> str:
    """Return the address of the rows that wait for one reason."""
    rule = f"{row['rule']}.{row['column']}"
    return address("data", filters.choose(part="quarantine", source=row["source"], rule=rule))


def reasons(rows: "pl.DataFrame", filters: Filters, language: Language) -> Table:
    """Return why rows are held back; each number opens its rows."""
    figures = (words.ROWS, words.LAST_LOAD)
    columns = heads(language, (words.RULE, words.SOURCE, *figures), figures, (words.RULE,))
    cells = (
        [
            Cell(rule_text(row, language)),
            Cell(row["source"]),
            Cell(
                numbers.count(row["rows"]),
                href=to_rows(row, filters),
                label=say(words.OPEN_RULE, language, rows=row["rows"]),
                value=row["rows"],
            ),
            Cell(say(words.LOAD_NUMBER, language, load=row["newest"])),
        ]
        for row in rows.to_dicts()
    )
    return Table(words.PARTS["quarantine"].to(language), columns, [*map(Row, cells)])


def held_back(rows: "pl.DataFrame", texts: "pl.DataFrame", name: str, language: Language) -> Table:
    """Return rows that are held back, each with the rule in the words of `texts` and the raw row as text."""
    told = {(row["source"], row["rule"], row["column"]): rule_text(row, language) for row in texts.to_dicts()}
    columns = (words.FILE, words.ROW, words.RULE, words.OBJECTION, words.RAW)
    cells = (
        [
            Cell(row["file"], note=row["source"]),
            Cell(numbers.count(row["row"]), value=row["row"]),
            Cell(told.get((row["source"], row["rule"], row["column"]), row["rule"])),
            Cell(
                words.HIDDEN.to(language)
                if row["detail"] is None
                else cut(objection(row["detail"], row["rule"], language), language)
            ),
            Cell(raw_row(row["raw"], language)),
        ]
        for row in rows.to_dicts()
    )
    wide = (words.RULE, words.OBJECTION, words.RAW)
    return Table(name, heads(language, columns, (words.ROW,), wide), [*map(Row, cells)])


def restated(rows: "pl.DataFrame", places: Places, filters: Filters, language: Language) -> Table:
    """Return figures that changed after they were published; each opens its rows."""
    columns = (words.LAST_LOAD, frame.KPI, frame.MONTH, frame.PLACE, words.BEFORE, words.AFTER)
    known = [row for row in rows.to_dicts() if row["kpi"] in all_kpis()]
    shown = heads(language, columns, (words.BEFORE, words.AFTER))
    name = words.PARTS["restatements"].to(language)
    return Table(name, shown, [Row(_restated(row, places, filters, language)) for row in known])


def _restated(row: Mapping[str, Any], places: Places, filters: Filters, language: Language) -> list[Cell]:
    kpi, dated = all_kpis()[row["kpi"]], row["month"][0].isdigit()
    place = Place("unit", row["unit"])
    there = filters.choose(part=None, kpi=kpi.key, month=row["month"]).at(place) if dated else None
    before, after = (
        say(
            words.FIGURE_ON,
            language,
            value=numbers.value(kpi, row[f"value_{when}"], language),
            n=numbers.count(row[f"n_{when}"] or 0),
        )
        for when in ("before", "after")
    )
    return [
        Cell(say(words.LOAD_NUMBER, language, load=row["load"])),
        Cell(kpi.name.to(language)),
        Cell(numbers.month(row["month"], language) if dated else evidence.UNDATED.to(language)),
        Cell(places.name(place, language)),
        Cell(before),
        Cell(after, href=address("evidence", there) if there else ""),
    ]
