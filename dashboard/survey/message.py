"""The message of the SERVQUAL page: where customers find the service furthest from what they expect."""

from dashboard import numbers
from dashboard.survey import words as told
from dashboard.tone import Tone
from dashboard.wording import say
from dashboard.wording import servqual as words
from metrics.servqual.five import CUSTOMERS_GAP
from metrics.store.surveys import Survey
from metrics.text import Language


def message(survey: Survey, language: Language) -> str:
    """Return which dimension falls shortest of expectations, and which others do so beyond chance."""
    rows = survey.dimensions.drop_nulls("gap").sort("gap").to_dicts()
    if not rows:
        return say(words.NO_ANSWERS, language, wave=survey.wave)
    short = [row for row in rows if told.tone(row["low"], row["high"]) is Tone.BAD]
    if not short:
        return say(words.NONE_SHORT, language, wave=survey.wave)
    names = [told.dimension(row["dimension"], language) for row in short]
    parts = {"wave": survey.wave, "dimension": names[0], "gap": told.signed(short[0]["gap"], language)}
    if not names[1:]:
        return say(words.FALLS_SHORT, language, **parts)
    return say(words.FALLS_SHORT_AND, language, **parts, others=_listed(names[1:], language))


def _listed(names: list[str], language: Language) -> str:
    if language == "zh":
        return "、".join(names)
    lower = [name.lower() for name in names]
    return lower[0] if len(lower) == 1 else f"{', '.join(lower[:-1])} and {lower[-1]}"


def basis(survey: Survey, language: Language) -> str:
    """Return on how many customers the figures rest, what a gap is, the overall gap both ways, and who was left out."""
    parts = [say(words.BASIS, language, n=numbers.count(survey.respondents), most=survey.instrument.scale_max)]
    overall = next(figure for figure in survey.five if figure.gap == CUSTOMERS_GAP)
    if overall.value is not None:
        interval = told.between(overall.low, overall.high, language)
        parts.append(say(words.OVERALL, language, value=told.signed(overall.value, language), interval=interval))
    weighted = survey.weighted
    if weighted.per_respondent is not None:
        figures = {
            "value": told.signed(weighted.per_respondent, language),
            "interval": told.between(weighted.low, weighted.high, language),
            "n": numbers.count(weighted.n),
        }
        parts.append(say(words.WEIGHTED, language, **figures))
    if survey.on_another_scale:
        parts.append(say(words.ANOTHER_SCALE, language, n=numbers.count(survey.on_another_scale)))
    return " · ".join(parts)
