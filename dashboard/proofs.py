"""What the proof of a number says, decided before anything is shown."""

from collections.abc import Mapping, Sequence
from typing import Any

from dashboard import numbers, rows
from dashboard.components.linked_table import Cell, Column, Row, Table
from dashboard.counts import Counts
from dashboard.data import Published
from dashboard.measured import Measured
from dashboard.tone import Tone
from dashboard.wording import judgement, say
from dashboard.wording import proof as words
from metrics.engine import COUNTED
from metrics.model import Quantile, Rate
from metrics.store.origin import Origin
from metrics.text import Language, Text

Lines = list[tuple[str, str]]


def arithmetic(shown: Measured, counts: Counts, language: Language) -> Lines:
    """Return numerator, denominator, rows that count, and rows that do not by their reason."""
    now = shown.now
    left_out = [
        f"{rows.status(shown.kpi, status, language)} {numbers.count(number)}"
        for status, number in counts.parts.items()
        if status != COUNTED
    ]
    comma = "、" if language == "zh" else ", "
    divided = {
        words.NUMERATOR: numbers.plain_number(now["numerator"]) if now else judgement.NO_DATA.to(language),
        words.DENOMINATOR: _denominator(shown, now, language),
    }
    # A percentile is read off the rows in order; nothing is divided.
    said = {} if isinstance(shown.kpi.measure, Quantile) else divided
    lines = {
        **said,
        words.COUNTED: numbers.count(counts.of(COUNTED)),
        words.LEFT_OUT: comma.join(left_out) or words.NOTHING_LEFT_OUT.to(language),
    }
    return [(name.to(language), text) for name, text in lines.items()]


def _denominator(shown: Measured, now: Mapping[str, Any] | None, language: Language) -> str:
    if now is None:
        return judgement.NO_DATA.to(language)
    per = f" / {shown.kpi.measure.per}" if isinstance(shown.kpi.measure, Rate) else ""
    return numbers.plain_number(now["denominator"]) + per


def rules(shown: Measured, source: Published, origin: Origin, language: Language) -> Lines:
    """Return the filters, the moment, the load, and the versions of the rules."""
    place = source.places.name(shown.place, language)
    at = numbers.moment(source.load.finished_at, source.zone)
    lines: dict[Text, str] = {
        words.FILTERS: f"{numbers.month(shown.month, language)} · {place}",
        words.AS_OF: f"{numbers.moment(source.load.as_of, source.zone)} {source.zone}",
        words.LOAD: say(words.LOADED, language, load=source.load.id, at=at),
        words.DEFINITIONS: origin.definitions or judgement.NO_DATA.to(language),
        words.POLICY: origin.policy,
    }
    return [(name.to(language), text) for name, text in lines.items()]


def files(origin: Origin, language: Language) -> Table:
    """Return the source files with their hashes."""
    heads = _heads([words.COLUMN_FILE, words.COLUMN_SOURCE, words.COLUMN_SIZE, words.COLUMN_HASH], 2, language)
    found = [
        Row([Cell(row["file"]), Cell(row["source"]), Cell(numbers.count(row["size"])), Cell(row["sha256"])])
        for row in origin.files.to_dicts()
    ]
    return Table(words.FILES.to(language), heads, found)


def checks(origin: Origin, language: Language, *, every: bool) -> Table:
    """Return the checks of the sources, those with failures first; without `every` only these."""
    heads = _heads(
        [words.COLUMN_RULE, words.COLUMN_SOURCE, words.COLUMN_EVALUATED, words.COLUMN_FAILED], 2, language
    )  # fmt: skip
    heads[3] = Column(heads[3].text)
    found = [_check(row, language) for row in origin.checks.to_dicts() if every or row["failed"]]
    return Table(words.CHECKS.to(language), heads, found)


def _check(row: Mapping[str, Any], language: Language) -> Row:
    failed = Cell(numbers.count(row["failed"]), tone=Tone.BAD if row["failed"] else Tone.QUIET)
    return Row([Cell(row[f"text_{language}"]), Cell(row["source"]), Cell(numbers.count(row["evaluated"])), failed])


def checks_in_words(origin: Origin, language: Language) -> str:
    """Return how many rules there are and how many of them have failures."""
    failed = sum(1 for number in origin.checks["failed"] if number)
    return say(words.CHECKS_SAID, language, rules=origin.checks.height, failed=failed)


def _heads(texts: Sequence[Text], figure: int, language: Language) -> list[Column]:
    return [Column(text.to(language), is_figure=place == figure) for place, text in enumerate(texts)]
