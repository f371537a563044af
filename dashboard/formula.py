"""A KPI's formula in words with the figures of one reading in it."""

from dashboard import cards, numbers, tone
from dashboard.measured import Measured
from dashboard.wording import evidence, judgement, say
from metrics.model import Quantile, Rate
from metrics.text import Language, Text


def definition(shown: Measured, language: Language) -> dict[Text, str]:
    """Return what a figure means, line by line: its arithmetic, its basis, its question, its trap and its target."""
    kpi = shown.kpi
    basis = [cards.basis(kpi, shown.now, language), cards.immature(shown.now, language)]
    return {
        evidence.FORMULA: arithmetic(shown, language),
        evidence.BASIS: " · ".join(filter(None, basis)),
        evidence.AGAINST: change_in_words(shown, language),
        evidence.TARGET: cards.standing(shown, language),
        evidence.QUESTION: kpi.question.to(language),
        evidence.WHY: kpi.why.to(language),
        evidence.CAVEAT: kpi.caveat.to(language),
    }


def arithmetic(shown: Measured, language: Language) -> str:
    """Return "formula = numerator / denominator = value", or that there is nothing to divide by."""
    formula = shown.kpi.formula.to(language)
    now = shown.now
    if now is None or now["value"] is None:
        return say(evidence.NOTHING_TO_DIVIDE, language, formula=formula)
    measure, value = shown.kpi.measure, numbers.value(shown.kpi, now["value"], language)
    if isinstance(measure, Quantile):
        # A percentile is read off the rows in order; nothing is divided.
        return say(evidence.PERCENTILE, language, formula=formula, value=value)
    return say(
        evidence.ARITHMETIC_PER if isinstance(measure, Rate) else evidence.ARITHMETIC,
        language,
        formula=formula,
        numerator=numbers.plain_number(now["numerator"]),
        denominator=numbers.plain_number(now["denominator"]),
        per=measure.per if isinstance(measure, Rate) else "",
        value=value,
    )


def change_in_words(shown: Measured, language: Language) -> str:
    """Return the change with its interval and what can be said of it."""
    moved = shown.change
    verdict = judgement.VERDICTS[moved.verdict].to(language)
    if moved.difference is None:
        return verdict
    words = evidence.CHANGE if moved.low is not None else evidence.CHANGE_WITHOUT_INTERVAL
    return say(
        words,
        language,
        arrow=tone.arrow(shown),
        size=numbers.difference(shown.kpi, moved.difference, language),
        interval=numbers.difference_interval(shown.kpi, moved.low, moved.high, language),
        verdict=verdict,
    ).strip()
