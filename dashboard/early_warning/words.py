"""A signal in words: when, how far beyond, why it may be wrong, and where it stands."""

from dashboard import numbers
from dashboard.tone import Tone
from dashboard.wording import say
from dashboard.wording import signals as words
from metrics.registry import all_kpis
from metrics.signals import Meaning
from metrics.signals.inbox import Box, Entry
from metrics.signals.raised import Raised
from metrics.text import Language

TONES = {Meaning.GOOD: Tone.GOOD, Meaning.BAD: Tone.BAD, Meaning.NEITHER: Tone.QUIET}


def when(entry: Entry, language: Language) -> str:
    """Return since when a pattern lasts, or from when to when it lasted."""
    first = numbers.month(entry.key.first, language)
    raised = entry.raised
    if raised is None or raised.last == entry.key.first:
        return first
    if raised.is_newest:
        return say(words.STILL, language, first=first)
    return say(words.FROM_TO, language, first=first, last=numbers.month(raised.last, language))


def beyond(raised: Raised, language: Language) -> str:
    """Return how far a point lies beyond its limit, or a longer pattern from the centre."""
    size = numbers.difference(all_kpis()[raised.key.kpi], raised.beyond, language)
    if raised.spans > 1:
        return say(words.ON_AVERAGE, language, size=size)
    return say(words.ABOVE if raised.value > raised.limit else words.BELOW, language, size=size)


def doubts(entry: Entry, language: Language) -> str:
    """Return why a signal is held back and what else speaks against it; nothing where nothing does."""
    held = [doubt.text.to(language) for doubt in entry.held]
    reasons = [say(words.WHY_HELD, language, reason=reason) for reason in held]
    raised = entry.raised.doubts if entry.raised else ()
    others = [doubt.text.to(language) for doubt in raised if doubt not in entry.held]
    return (";" if language == "zh" else "; ").join([*reasons, *others])


def state(entry: Entry, language: Language) -> str:
    """Return where a signal stands, and that it is held back or gone."""
    if entry.box is Box.HELD:
        return words.HELD.to(language)
    stands = words.STATES[entry.handling.state].to(language)
    return stands if entry.raised else f"{stands} · {words.GONE.to(language)}"


def who(name: str, language: Language) -> str:
    """Return what somebody who acted is called."""
    return words.WHO[name].to(language) if name in words.WHO else name
