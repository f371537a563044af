"""The message of the funnel page: how many were completed, where most were lost, and whether that is news."""

from typing import Any

import polars as pl

from dashboard import numbers
from dashboard.funnel_choice import FunnelChoice
from dashboard.funnel_names import Names
from dashboard.places import EVERYWHERE, Place
from dashboard.waterfalls import share
from dashboard.wording import funnel as words
from dashboard.wording import judgement, say
from metrics.change import Verdict
from metrics.funnel.segments import WORSE
from metrics.model import Unit
from metrics.quantity import difference_in_words
from metrics.store.funnel_query import FunnelQuery
from metrics.store.funnel_summary import FunnelSummary
from metrics.text import Language


def period(query: FunnelQuery, language: Language) -> str:
    """Return the months of entry of a question."""
    first, last = (numbers.month(str(month), language) for month in (query.first, query.last))
    return first if first == last else say(words.PERIOD, language, first=first, last=last)


def message(summary: FunnelSummary, choice: FunnelChoice, place: Place, names: Names) -> str:
    """Return how many of the cases that entered were completed, and after which step most were lost."""
    language, totals = names.language, summary.totals
    text = words.MESSAGE_SO_FAR if totals["open"] else words.MESSAGE
    first = say(
        text,
        language,
        period=period(choice.query, language),
        entered=numbers.count(totals["entered"]),
        share=share(summary.stages["overall_conversion"][-1], language),
        open=numbers.count(totals["open"]),
    )
    first += _most_lost(summary, names)
    where = [names.places.name(place, language)] if place != EVERYWHERE else []
    where += [names.segment(*choice.segment)] if choice.segment else []
    return say(words.AT_PLACE, language, place=" · ".join(where), message=first) if where else first


def _most_lost(summary: FunnelSummary, names: Names) -> str:
    if summary.worst is None:
        return words.NOTHING_LOST.to(names.language)
    piece = _worst_bar(summary)
    return say(
        words.MOST_LOST,
        names.language,
        stage=names.stage(summary.worst),
        lost=numbers.count(piece["n"]),
        lost_share=share(piece["share"], names.language),
    )


def sentence(summary: FunnelSummary, choice: FunnelChoice, names: Names) -> str:
    """Return how completion moved, the first reason of the worst step, and whether any segment stands out."""
    parts = [_change(summary, choice, names.language), _reason(summary, names), _segment(summary, names)]
    return ("" if names.language == "zh" else " ").join(filter(None, parts))


def rules(summary: FunnelSummary, names: Names, zone: str) -> str:
    """Return by which rules the funnel counts."""
    return say(
        words.RULES,
        names.language,
        window=numbers.length(summary.funnel.window, names.language),
        mode=words.MODES[summary.funnel.mode].to(names.language),
        skipped=words.SKIPPED[summary.funnel.skipped].to(names.language),
        at=numbers.moment(summary.as_of, zone),
    )


def empty(choice: FunnelChoice, place: Place, names: Names) -> str:
    """Return that nobody entered, and under which filters."""
    language = names.language
    segment = say(words.OF_SEGMENT_TOO, language, segment=names.segment(*choice.segment)) if choice.segment else ""
    return say(
        words.NOBODY_ENTERED_HOW,
        language,
        place=names.places.name(place, language),
        segment=segment,
        period=period(choice.query, language),
        funnel=choice.funnel.text.to(language),
    )


def before_in_words(choice: FunnelChoice, language: Language) -> str:
    """Return the period before."""
    return period(choice.query.previous(), language)


def _change(summary: FunnelSummary, choice: FunnelChoice, language: Language) -> str:
    change, before = summary.change_since_start.row(-1, named=True), before_in_words(choice, language)
    verdict, moved = Verdict(change["verdict"]), change["difference"]
    if verdict is Verdict.TOO_EARLY:
        window = numbers.length(summary.funnel.window, language)
        immature = numbers.count(change["immature"])
        return say(words.TOO_EARLY, language, immature=immature, window=window, before=before)
    if moved is None:
        return say(words.NOTHING_BEFORE, language, before=before)
    if moved == 0:
        return say(words.SAME, language, before=before)
    size = difference_in_words(moved, Unit.SHARE).to(language)
    said = judgement.VERDICTS[verdict].to(language)
    return say(words.ROSE if moved > 0 else words.FELL, language, before=before, size=size, verdict=said)


def _reason(summary: FunnelSummary, names: Names) -> str:
    if summary.worst is None:
        return ""
    first = summary.reasons.filter(stage=summary.worst).row(0, named=True)
    return say(
        words.FIRST_REASON,
        names.language,
        reason=names.reason(first["reason"]),
        lost=numbers.count(first["lost"]),
        share=share(first["share"], names.language),
    )


def _segment(summary: FunnelSummary, names: Names) -> str:
    beyond = summary.segments.filter(verdict=WORSE)
    if beyond.is_empty():
        return words.NONE_BEYOND_CHANCE.to(names.language)
    surest = beyond.row(0, named=True)
    segment = names.segment(surest["dimension"], surest["segment"])
    places = numbers.count(beyond.height)
    return say(words.BEYOND_CHANCE, names.language, places=places, stage=names.stage(surest["stage"]), segment=segment)


def _worst_bar(summary: FunnelSummary) -> dict[str, Any]:
    return summary.bars.row(by_predicate=pl.col("fall") == f"lost:{summary.worst}", named=True)
