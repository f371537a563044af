"""The tables of the SERVQUAL page: dimensions, items, waves, answers, and the five gaps by dimension."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from dashboard import numbers
from dashboard.address import address
from dashboard.components.linked_table import Cell, Column, Row, Table
from dashboard.filters import Filters
from dashboard.places import Place, Places
from dashboard.survey import words as told
from dashboard.tone import Tone
from dashboard.wording import judgement, say
from dashboard.wording import servqual as words
from metrics.change import Verdict
from metrics.servqual.five import CUSTOMERS_GAP, RATED
from metrics.servqual.instrument import Instrument
from metrics.store.surveys import Survey
from metrics.text import Language, Text

if TYPE_CHECKING:
    import polars as pl

    from dashboard.survey.reads import Surveyed


def dimensions(survey: Survey, filters: Filters, language: Language) -> Table:
    """Return the dimensions with all that is said of each; the name of each opens its items and answers."""
    figures = (
        words.EXPECTATION, words.PERCEPTION, words.GAP, words.INTERVAL, words.COUNT, words.POINTS,
        words.ALPHA_EXPECTATION, words.ALPHA_PERCEPTION, words.ALPHA_GAP,
    )  # fmt: skip
    joined = survey.dimensions.join(survey.reliability.drop("n"), on="dimension", how="left").join(
        survey.quadrants.select("dimension", "points", "quadrant"), on="dimension", how="left"
    )
    rows = [Row(_dimension(row, filters, language)) for row in joined.to_dicts()]
    return Table(words.GAPS.to(language), _heads((words.DIMENSION, *figures, words.QUADRANT), figures, language), rows)


def _dimension(row: Mapping[str, Any], filters: Filters, language: Language) -> list[Cell]:
    name = told.dimension(row["dimension"], language)
    there = address("servqual", filters.choose(dimension=row["dimension"]))
    quadrant = words.QUADRANTS[row["quadrant"]].to(language) if row["quadrant"] and row["points"] is not None else "–"
    alphas = (
        Cell(told.points(row[alpha], language), value=row[alpha])
        for alpha in ("alpha_expectation", "alpha_perception", "alpha_gap")
    )
    return [
        Cell(name, href=there, label=say(words.OPEN_DIMENSION, language, dimension=name)),
        *_scores(row, language),
        Cell(told.points(row["points"], language), value=row["points"]),
        *alphas,
        Cell(quadrant),
    ]


def _scores(row: Mapping[str, Any], language: Language) -> list[Cell]:
    return [
        *(Cell(told.points(row[side], language), value=row[side]) for side in ("expectation", "perception")),
        _gap(row["gap"], row["low"], row["high"], language),
        Cell(told.between(row["low"], row["high"], language), value=(row["low"], row["high"])),
        Cell(numbers.count(row["n"]), value=row["n"]),
    ]


def _gap(value: float | None, low: float | None, high: float | None, language: Language) -> Cell:
    tone = told.tone(low, high)
    return Cell(told.signed(value, language), symbol={"bad": "✗", "good": "✓"}.get(tone, ""), tone=tone, value=value)


def items(survey: Survey, dimension: str, language: Language) -> Table:
    """Return the items of one dimension."""
    figures = (words.EXPECTATION, words.PERCEPTION, words.GAP, words.INTERVAL, words.COUNT)
    rows = [
        Row([Cell(told.item(row["item_no"], survey.instrument, language)), *_scores(row, language)])
        for row in survey.items.filter(dimension=dimension).to_dicts()
    ]
    name = told.dimension(dimension, language)
    return Table(name, _heads((words.ITEM, *figures), figures, language), rows)


def answers(rows: "pl.DataFrame", instrument: Instrument, places: Places, name: str, language: Language) -> Table:
    """Return answers, each with whether it counts and where it came from."""
    figures = (words.EXPECTATION, words.PERCEPTION, words.GAP, words.ROW)
    columns = (words.RESPONSE, words.ITEM, words.COUNTED, *figures[:3], words.UNIT, words.FILE, words.ROW)
    cells = (
        [
            Cell(row["response_id"]),
            Cell(told.item(row["item_no"], instrument, language)),
            Cell(words.STATUSES[row["status"]].to(language)),
            *(Cell(told.points(row[side], language), value=row[side]) for side in ("expectation", "perception")),
            Cell(told.signed(row["gap"], language), value=row["gap"]),
            Cell(places.name(Place("unit", row["org_unit_id"] or "unknown"), language)),
            Cell(row["source_file"]),
            Cell(numbers.count(row["source_row"]), value=row["source_row"]),
        ]
        for row in rows.to_dicts()
    )
    return Table(name, _heads(columns, figures, language), [*map(Row, cells)])


def waves_of(known: "Surveyed", before: str, language: Language) -> Table:
    """Return every wave side by side, and how the chosen one moved since an earlier one."""
    order = known.by_wave["wave"].unique().sort().to_list()
    return waves(known.by_wave, known.change_since(before), order, language)


def waves(by_wave: "pl.DataFrame", change: "pl.DataFrame", order: Sequence[str], language: Language) -> Table:
    """Return each dimension's gap in every wave of `order`, and how it moved between the two that were compared."""
    known = {(row["dimension"], row["wave"]): row for row in by_wave.to_dicts()}
    heads = [Column(words.DIMENSION.to(language), is_figure=False), *map(Column, order)]
    heads += [Column(text.to(language)) for text in (words.CHANGE, words.INTERVAL)]
    heads.append(Column(words.VERDICT.to(language), is_figure=False))
    rows = []
    for moved in change.to_dicts():
        figures = (known.get((moved["dimension"], wave), {}).get("gap") for wave in order)
        rows.append(
            Row(
                [
                    *_named(moved, language),
                    *(Cell(told.signed(gap, language), value=gap) for gap in figures),
                    *_moved(moved, language),
                ]
            )
        )
    return Table(words.WAVES.to(language), heads, rows)


def _named(row: Mapping[str, Any], language: Language) -> list[Cell]:
    return [Cell(told.dimension(row["dimension"], language))]


def _moved(row: Mapping[str, Any], language: Language) -> list[Cell]:
    verdict = Verdict.NO_COMPARISON if row["difference"] is None else Verdict.REAL if row["real"] else Verdict.NOISE
    tone = told.tone(row["low"], row["high"])
    return [
        Cell(told.signed(row["difference"], language), tone=tone, value=row["difference"]),
        Cell(told.between(row["low"], row["high"], language), value=(row["low"], row["high"])),
        Cell(judgement.VERDICTS[verdict].to(language), tone=tone),
    ]


def five_by_dimension(survey: Survey, language: Language) -> Table:
    """Return the five gaps of each dimension side by side, each with its interval; they are not added up."""
    tables = {1: survey.gap_1, **{gap: survey.gaps_2_to_4[gap] for gap in RATED}}
    found = {gap: {row["dimension"]: row for row in table.to_dicts()} for gap, table in tables.items()}
    found[CUSTOMERS_GAP] = {row["dimension"]: {**row, "value": row["gap"]} for row in survey.dimensions.to_dicts()}
    figures = tuple(words.GAP_NAMES.values())
    rows = [
        Row([Cell(told.dimension(name, language)), *(_five(gap, found[gap].get(name), language) for gap in found)])
        for name in survey.instrument.dimensions
    ]
    heads = _heads((words.DIMENSION, *figures), figures, language)
    return Table(words.FIVE_BY_DIMENSION.to(language), heads, rows)


def _five(gap: int, row: Mapping[str, Any] | None, language: Language) -> Cell:
    if row is None or row["value"] is None:
        return Cell(words.NO_EVIDENCE.to(language))
    # Only the customers' gap has a good side and a bad one; full marks are the most that the others can reach.
    tone = told.tone(row["low"], row["high"]) if gap == CUSTOMERS_GAP else Tone.QUIET
    between = told.between(row["low"], row["high"], language)
    return Cell(told.signed(row["value"], language), note=between, tone=tone, value=row["value"])


def _heads(texts: Sequence[Text], figures: Sequence[Text], language: Language) -> list[Column]:
    return [Column(text.to(language), is_figure=text in figures) for text in texts]
