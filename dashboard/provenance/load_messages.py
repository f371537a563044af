"""Why a load or a source of it did not succeed, in the reader's language; what no phrase is known of is quoted."""

import re
from collections.abc import Iterable
from functools import cache

from dashboard.provenance.objections import objection
from dashboard.wording import frame, say
from dashboard.wording import load_messages as words
from metrics.text import Language, Text

_FIELD = re.compile(r"\\\{(\w+)\\\}")
_CELL = "cell_unreadable"
# A failure is written down with the kind of error before its sentence.
_KIND = re.compile(r"[A-Z]\w*Error: ")


def load_message(message: str, language: Language) -> str:
    """Return a message of a load, line by line."""
    return "\n".join(_line(line, language) for line in message.split("\n"))


def _line(line: str, language: Language) -> str:
    if language == "en" or not line:
        return line
    said = _KIND.sub("", line, count=1)
    told = _whole(said, _patterns(words.SENTENCES))
    return told or say(frame.REASON, language, message=line)


def _whole(text: str, known: Iterable[tuple[re.Pattern[str], str]]) -> str:
    """Return a text that is one of the known sentences; an empty one where it is none."""
    for pattern, told in known:
        if found := pattern.fullmatch(text):
            return told.format(**{name: _inside(name, part) for name, part in found.groupdict().items()})
    return ""


def _inside(name: str, part: str) -> str:
    """Return what stands inside a sentence: the data's own words, except where we said them ourselves."""
    if name == "first":
        return objection(part, _CELL, "zh")
    if name not in {"rows", "kind", "reason", "lacking", "hint"}:
        return part
    for pattern, told in _patterns(words.PIECES):
        part = pattern.sub(lambda found, told=told: told.format(**found.groupdict()), part)  # type: ignore[misc]
    return part.replace("; ", ";").replace(" Column ", "、")


@cache
def _patterns(known: tuple[Text, ...]) -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((_pattern(text.en), text.zh) for text in known)


def _pattern(english: str) -> re.Pattern[str]:
    return re.compile(_FIELD.sub(r"(?P<\1>.+?)", re.escape(english)))
