"""What is wrong with a row that was held back, in the reader's language; what came with the data stays as it is."""

import re
from functools import cache

from dashboard.wording import objections as words
from metrics.contract import TABLES
from metrics.text import Language

# A value as it came, between quotation marks, is nobody's phrase.
_QUOTED = re.compile(r"('[^']*')")
_NAMED = re.compile(r"(?:(?<=^)|(?<=, )|(?<=; ))([a-z_]+)(?= = |: ')")


def objection(detail: str, rule: str, language: Language) -> str:
    """Return what is wrong: "column = value" for a rule, the load's own sentence for a cell it could not read."""
    named = _NAMED.sub(lambda found: _headings(language).get(found[1], found[1]), detail)
    if rule != "cell_unreadable":
        return re.sub(r"(?<== )\(empty\)(?=$|, )", words.EMPTY.to(language), named)
    parts = _QUOTED.split(named)
    return "".join(part if part.startswith("'") else _phrase(part, language) for part in parts)


def _phrase(text: str, language: Language) -> str:
    for phrase, told in words.PHRASES.items():
        text = text.replace(phrase, told.to(language))
    return text.replace(" or ", f" {words.OR.to(language)} ") if text == " or " else text


@cache
def _headings(language: Language) -> dict[str, str]:
    """Return what the contract calls its columns; of columns of one name, as the first table does."""
    found: dict[str, str] = {}
    for table in TABLES.values():
        for column in table.columns:
            found.setdefault(column.name, {"zh": column.zh, "en": column.en}[language])
    return found
