"""The message of the signals page: how much needs somebody's attention, and how much chance alone would flag."""

from collections.abc import Sequence

from dashboard import numbers
from dashboard.early_warning.choice import news
from dashboard.wording import say
from dashboard.wording import signals as words
from metrics.signals import Meaning
from metrics.signals.inbox import Box, Entry
from metrics.store.early_warning import Warnings
from metrics.text import Language


def message(entries: Sequence[Entry], place: str, language: Language) -> str:
    """Return how many signals of a place are open, for the worse and for the better."""
    waiting = [news(entry) for entry in entries if entry.box is Box.OPEN]
    if not waiting:
        return say(words.NONE_OPEN, language, place=place)
    bad, good = (numbers.count(waiting.count(meaning)) for meaning in (Meaning.BAD, Meaning.GOOD))
    return say(words.OPEN_SIGNALS, language, place=place, bad=bad, good=good)


def about(found: Warnings, language: Language) -> str:
    """Return what was looked at, or that there is nothing to look at yet."""
    return by_chance(found, language) if found.charts else words.NO_CHARTS.to(language)


def by_chance(found: Warnings, language: Language) -> str:
    """Return how many charts were looked at, and how many signals an unchanged process would have raised on them."""
    charts = numbers.count(found.charts)
    raised = numbers.count(sum(entry.raised is not None for entry in found.entries))
    if found.expected is None:
        return say(words.CHARTS, language, charts=charts, signals=raised)
    return say(words.BY_CHANCE, language, charts=charts, signals=raised, expected=numbers.whole(found.expected))
