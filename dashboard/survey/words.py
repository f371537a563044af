"""Names and figures of a survey in words: dimensions, items, gaps with their sign, intervals."""

from dashboard import numbers
from dashboard.tone import Tone
from dashboard.wording import judgement, say
from dashboard.wording import servqual as words
from metrics.servqual.instrument import CLASSIC, Instrument
from metrics.text import Language


def dimension(name: str, language: Language) -> str:
    """Return what a dimension is called; its own name where an instrument brought its own."""
    return words.DIMENSIONS[name].to(language) if name in words.DIMENSIONS else name


def item(number: int, instrument: Instrument, language: Language) -> str:
    """Return what an item asks about, as far as it is known."""
    named = say(words.ITEM_NUMBER, language, item=number)
    if instrument.dimensions != CLASSIC.dimensions or number not in words.ITEMS:
        return named
    return say(words.ITEM_NAMED, language, item=named, name=words.ITEMS[number].to(language))


def points(value: float | None, language: Language) -> str:
    """Return a mean answer with two decimals; "–" where there is none."""
    return judgement.NO_DATA.to(language) if value is None else numbers.decimal(float(value))


def signed(value: float | None, language: Language) -> str:
    """Return a gap with its sign and two decimals; one that rounds to 0 has no sign."""
    if value is None:
        return judgement.NO_DATA.to(language)
    rounded = round(value, 2)
    return f"+{numbers.decimal(rounded)}" if rounded > 0 else numbers.decimal(rounded + 0.0)


def between(low: float | None, high: float | None, language: Language) -> str:
    """Return an interval with both signs; "–" where it is not known."""
    if low is None or high is None:
        return judgement.NO_DATA.to(language)
    return f"{signed(low, language)} … {signed(high, language)}"


def tone(low: float | None, high: float | None) -> Tone:
    """Return the tone of a gap: only one beyond chance is good or bad."""
    if low is None or high is None:
        return Tone.QUIET
    return Tone.BAD if high < 0 else Tone.GOOD if low > 0 else Tone.QUIET
