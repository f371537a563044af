"""Causes of complaints, by number and by cost, and how severe they are: bars, tables and what they open."""

from typing import TYPE_CHECKING, Any

from dashboard import numbers
from dashboard.address import address
from dashboard.components.linked_table import Cell, Column, Row, Table
from dashboard.figures.pareto import Cause
from dashboard.filters import Filters
from dashboard.wording import complaints as words
from dashboard.wording import say, values
from metrics.model import Unit
from metrics.quantity import in_words
from metrics.store.complaints import Causes
from metrics.text import Language, Text

if TYPE_CHECKING:
    import polars as pl

_OTHER = "other"
# More bars than this are not read; the table holds them all.
MOST_BARS = 12


def name(row: dict[str, Any], language: Language) -> str:
    """Return what a cause is called; its code where no list names it."""
    if row["topic"] == _OTHER:
        return words.OTHER.to(language)
    named = row["name_en"] if language == "en" else row["name"]
    return str(named or row["name"] or row["topic"])


def bars(found: Causes, language: Language) -> list[Cause]:
    """Return the causes as bars, the largest first."""
    return [
        Cause(
            key=row["topic"],
            name=name(row, language),
            amount=row["amount"],
            end=say(
                words.BAR_END, language, amount=_amount(found, row), share=_share(row["cumulative_share"], language)
            ),
        )
        for row in found.table.head(MOST_BARS).to_dicts()
    ]


def in_a_sentence(found: Causes, language: Language) -> str:
    """Return what the bars show, for those who cannot see them."""
    parts = [
        say(words.ALT_BAR, language, cause=name(row, language), amount=_amount(found, row))
        for row in found.table.to_dicts()
    ]
    return "; ".join(parts)


def table(found: Causes, title: Text, filters: Filters, language: Language) -> Table:
    """Return the causes as a table; by number, each opens its complaints."""
    figures = (words.AMOUNT, words.SHARE, words.CUMULATIVE)
    heads = [Column(text.to(language), is_figure=text in figures) for text in (words.CAUSE, *figures)]
    rows = []
    for row in found.table.to_dicts():
        cause = name(row, language)
        shares = (Cell(_share(row[share], language), value=row[share]) for share in ("share", "cumulative_share"))
        rows.append(Row([Cell(cause), _opening(found, row, filters, cause, language), *shares]))
    return Table(title.to(language), heads, rows)


def _opening(found: Causes, row: dict[str, Any], filters: Filters, cause: str, language: Language) -> Cell:
    amount = _amount(found, row)
    if found.measure == "cost":
        return Cell(amount, value=row["amount"] / numbers.MINOR_UNITS)
    label = say(words.OPEN_CAUSE, language, cause=cause, rows=amount)
    return Cell(
        amount, href=to_complaints(filters, cause=row["topic"], severity=None), label=label, value=row["amount"]
    )


def to_complaints(filters: Filters, **chosen: str | None) -> str:
    """Return the address of the list of complaints of one cause or one severity."""
    return address("complaints", filters.choose(part="causes", **chosen))


def severities(rows: "pl.DataFrame", filters: Filters, language: Language) -> Table:
    """Return the complaints by severity; each number opens them."""
    figures = (words.COUNT, words.EACH, words.WEIGHT)
    heads = [Column(text.to(language), is_figure=text in figures) for text in (words.SEVERITY, *figures)]
    cells = []
    for row in rows.to_dicts():
        there = to_complaints(filters, severity=row["severity"], cause=None)
        weights = (
            Cell("–" if row[weight] is None else numbers.plain_number(row[weight]), value=row[weight])
            for weight in ("each", "weight")
        )
        cells.append(
            Row(
                [
                    Cell(severity(row["severity"], language)),
                    Cell(numbers.count(row["complaints"]), href=there, value=row["complaints"]),
                    *weights,
                ]
            )
        )
    return Table(words.SEVERITY.to(language), heads, cells)


def severity(value: str, language: Language) -> str:
    """Return a severity in words."""
    return values.WORDS[value].to(language) if value in values.WORDS else value


def choices(rows: "pl.DataFrame", found: Causes, language: Language) -> tuple[dict[str, str], dict[str, str]]:
    """Return by which causes and by which severities the list can be limited; "" is no limit."""
    causes = {row["topic"]: name(row, language) for row in found.table.to_dicts()}
    grades = {row: severity(row, language) for row in rows["severity"].unique().sort()}
    return {"": words.EVERY_CAUSE.to(language), **causes}, {"": words.EVERY_SEVERITY.to(language), **grades}


def limited(rows: "pl.DataFrame", cause: str, grade: str) -> "pl.DataFrame":
    """Return the complaints of a cause and of a severity, where these are named."""
    asked = {column: value for column, value in (("cause", cause), ("severity", grade)) if value}
    return rows.filter(**asked) if asked else rows


def ordered(rows: "pl.DataFrame", cause: str, grade: str) -> "pl.DataFrame":
    """Return the complaints of a cause and of a severity in the order of the list, the newest first."""
    return limited(rows, cause, grade).sort("received_at", "complaint_id", descending=[True, False])


def listed(rows: "pl.DataFrame", names: dict[str, str]) -> "pl.DataFrame":
    """Return complaints as they are listed: under the name of their cause, without what all of them share."""
    told = rows.with_columns(topic=rows["cause"].replace(names))
    return told.drop("cause", "status", "value", "duplicate_of", "withdrawn")


def weighted(rates: dict[str, Any], language: Language) -> str:
    """Return the severity-weighted rate and the plain one, each with its interval."""
    figures: dict[str, str] = {}
    for key, value, low, high in (("", "value", "low", "high"), ("plain", "plain", "plain_low", "plain_high")):
        prefix = f"{key}_" if key else ""
        figures[key or "value"] = "–" if rates[value] is None else numbers.decimal(float(rates[value]))
        figures[f"{prefix}interval"] = _between(rates[low], rates[high])
    return say(words.WEIGHTED, language, **figures)


def _between(low: float | None, high: float | None) -> str:
    if low is None or high is None:
        return "–"
    return f"{numbers.decimal(float(low))}–{numbers.decimal(float(high))}"


def _amount(found: Causes, row: dict[str, Any]) -> str:
    return numbers.money(row["amount"]) if found.measure == "cost" else numbers.count(row["amount"])


def _share(part: float | None, language: Language) -> str:
    return in_words(part, Unit.SHARE).to(language)
