"""What a tile says, decided before anything is drawn."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from dashboard import numbers, tone
from dashboard.measured import Measured
from dashboard.tone import Tone
from dashboard.wording import judgement, say
from dashboard.wording import tile as tile_words
from metrics.model import Kpi
from metrics.status import Status
from metrics.text import Language


@dataclass(frozen=True)
class Card:
    """The words of one tile."""

    label: str
    value: str
    moved: str
    arrow: str
    tone: Tone
    against: str
    target: str
    target_tone: Tone
    basis: str
    immature: str
    help: str


def card(shown: Measured, language: Language) -> Card:
    """Return the tile of a measured KPI."""
    verdict = judgement.VERDICTS[shown.change.verdict].to(language)
    difference = shown.change.difference
    before = numbers.month_before(shown.month, language)
    return Card(
        label=shown.kpi.name.to(language),
        value=numbers.figure(shown.kpi, shown.now, language),
        moved=verdict if difference is None else numbers.difference(shown.kpi, difference, language),
        arrow=tone.arrow(shown),
        tone=tone.of_change(shown),
        against="" if difference is None else say(tile_words.AGAINST, language, before=before, verdict=verdict),
        target=target(shown, language),
        target_tone=tone.of_status(shown),
        basis=basis(shown.kpi, shown.now, language),
        immature=immature(shown.now, language),
        help=meaning(shown.kpi, language),
    )


def target(shown: Measured, language: Language) -> str:
    """Return the target in force, called so, and how the value stands against it."""
    words = standing(shown, language)
    return say(tile_words.TARGET, language, target=words) if shown.target else words


def standing(shown: Measured, language: Language) -> str:
    """Return the target's value and how the figure stands against it."""
    if shown.target is None:
        return tile_words.NO_TARGET.to(language)
    aim = numbers.value(shown.kpi, shown.target.meet, language)
    return aim if shown.status is Status.NONE else f"{aim} · {judgement.STATUSES[shown.status].to(language)}"


def basis(kpi: Kpi, now: Mapping[str, Any] | None, language: Language) -> str:
    """Return how many rows a figure rests on, and its interval."""
    if now is None or now["value"] is None:
        return tile_words.NO_BASIS.to(language)
    between = numbers.interval(kpi, now["low"], now["high"], language)
    words = say(tile_words.BASIS, language, n=numbers.count(now["n"]), interval=between)
    scale = numbers.scale(kpi, language)
    return say(tile_words.ON_SCALE, language, basis=words, scale=scale) if scale else words


def immature(now: Mapping[str, Any] | None, language: Language) -> str:
    """Return how many rows cannot be judged yet; nothing where there are none."""
    rows = now["immature"] if now else 0
    return say(tile_words.IMMATURE, language, rows=numbers.count(rows)) if rows else ""


def meaning(kpi: Kpi, language: Language) -> str:
    """Return what a KPI asks, how it is computed and what to beware of."""
    return "\n\n".join(text.to(language) for text in (kpi.question, kpi.formula, kpi.caveat))
