"""Names and values of the data page in words: tables, rules, raw rows and times."""

import json
from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from dashboard import numbers
from dashboard.wording import provenance as words
from dashboard.wording import say
from metrics.contract import TABLES
from metrics.model import Unit
from metrics.quantity import in_words
from metrics.text import Language

# A row of more characters than this is cut: it is shown to be found in its file, not to be read to the end.
LONGEST = 600
_NONE = "–"
# The least share that is not rounded to 0.
_LEAST = 0.0005


def table_name(table: str, language: Language) -> str:
    """Return what a canonical table is called."""
    known = TABLES.get(table)
    return table if known is None else {"zh": known.zh, "en": known.en}[language]


def rule_text(row: Mapping[str, Any], language: Language) -> str:
    """Return a rule as the check that found it says it; its name where no check told it."""
    if row["rule"] == "key_of_another_source":
        return words.OF_ANOTHER_SOURCE.to(language)
    return str(row[f"text_{language}"] or f"{row['rule']} · {row['column']}")


def raw_row(raw: str | None, language: Language) -> str:
    """Return a raw row as "column: value", one after the other; what is no JSON object is shown as it came."""
    if raw is None:
        return words.HIDDEN.to(language)
    try:
        cells = json.loads(raw)
    except ValueError:
        return cut(raw, language)
    if not isinstance(cells, dict):
        return cut(raw, language)
    return cut(" · ".join(f"{name}: {_NONE if value is None else value}" for name, value in cells.items()), language)


def cut(text: str, language: Language) -> str:
    """Return a text of bearable length, and how much of it is not shown."""
    rest = len(text) - LONGEST
    return text if rest <= 0 else say(words.CUT, language, shown=text[:LONGEST], rest=numbers.count(rest))


def duration(length: timedelta | None, language: Language) -> str:
    """Return a length of time in its largest fitting unit; "–" where there is none."""
    return in_words(None if length is None else length.total_seconds(), Unit.SECONDS).to(language)


def share(part: float | None, language: Language) -> str:
    """Return a share in percent; "–" where there is nothing to divide by. What is not 0 is not told as 0."""
    if part and part < _LEAST:
        return f"< {in_words(2 * _LEAST, Unit.SHARE).to(language)}"
    return in_words(part, Unit.SHARE).to(language)
