"""What a tile says, decided before anything is drawn."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dashboard import numbers, tone
from dashboard.address import address, rows_of
from dashboard.figures.sparkline import Shape, sparkline
from dashboard.filters import Filters
from dashboard.measured import Measured
from dashboard.tone import Tone
from dashboard.wording import judgement, say, tile
from metrics.model import Kpi
from metrics.status import Status
from metrics.text import Language

# What a sparkline shows.
MONTHS = 12


@dataclass(frozen=True)
class Card:
    """The words of one tile, its shape, and where it leads."""

    label: str
    value: str
    moved: str
    arrow: str
    tone: Tone
    against: str
    shape: Shape
    shape_label: str
    target: str
    target_tone: Tone
    basis: str
    immature: str
    help: Sequence[str]
    help_label: str
    open: str
    href: str


def card(shown: Measured, trail: Sequence[Measured], filters: Filters, language: Language) -> Card:
    """Return the tile of a measured KPI; `trail` are its months up to this one."""
    verdict = judgement.VERDICTS[shown.change.verdict].to(language)
    difference = shown.change.difference
    before = numbers.month_before(shown.month, language)
    values = [month.now["value"] if month.now else None for month in trail]
    return Card(
        label=shown.kpi.name.to(language),
        value=numbers.figure(shown.kpi, shown.now, language),
        moved=verdict if difference is None else numbers.difference(shown.kpi, difference, language),
        arrow=tone.arrow(shown),
        tone=tone.of_change(shown),
        against="" if difference is None else say(tile.AGAINST, language, before=before, verdict=verdict),
        shape=sparkline(values),
        shape_label=shape_in_words(shown.kpi, values, language),
        target=target(shown, language),
        target_tone=tone.of_status(shown),
        basis=basis(shown.kpi, shown.now, language),
        immature=immature(shown.now, language),
        help=meaning(shown.kpi, language),
        help_label=tile.MEANING.to(language),
        open=say(tile.OPEN_ROWS, language, rows=numbers.count(_opened(shown))),
        href=address("kpi", rows_of(shown, filters)) if shown.now else "",
    )


def _opened(shown: Measured) -> int:
    """Return how many rows a tile opens: those that count, or else those that do not."""
    return shown.n or (shown.now["immature"] + shown.now["excluded"] if shown.now else 0)


def target(shown: Measured, language: Language) -> str:
    """Return the target in force, called so, and how the value stands against it."""
    words = standing(shown, language)
    return say(tile.TARGET, language, target=words) if shown.target else words


def standing(shown: Measured, language: Language) -> str:
    """Return the target's value and how the figure stands against it."""
    if shown.target is None:
        return tile.NO_TARGET.to(language)
    aim = numbers.value(shown.kpi, shown.target.meet, language)
    return aim if shown.status is Status.NONE else f"{aim} · {judgement.STATUSES[shown.status].to(language)}"


def basis(kpi: Kpi, now: Mapping[str, Any] | None, language: Language) -> str:
    """Return how many rows a figure rests on, and its interval."""
    if now is None or now["value"] is None:
        return tile.NO_BASIS.to(language)
    between = numbers.interval(kpi, now["low"], now["high"], language)
    text = tile.BASIS if between != judgement.NO_DATA.to(language) else tile.NO_INTERVAL
    words = say(text, language, n=numbers.count(now["n"]), interval=between)
    scale = numbers.scale(kpi, language)
    return say(tile.ON_SCALE, language, basis=words, scale=scale) if scale else words


def immature(now: Mapping[str, Any] | None, language: Language) -> str:
    """Return how many rows cannot be judged yet; nothing where there are none."""
    rows = now["immature"] if now else 0
    return say(tile.IMMATURE, language, rows=numbers.count(rows)) if rows else ""


def meaning(kpi: Kpi, language: Language) -> list[str]:
    """Return what a KPI asks, how it is computed and what to beware of."""
    return [text.to(language) for text in (kpi.question, kpi.formula, kpi.caveat)]


def shape_in_words(kpi: Kpi, values: Sequence[float | None], language: Language) -> str:
    """Return what a sparkline shows, for those who cannot see it."""
    known = [value for value in values if value is not None]
    name = kpi.name.to(language)
    if not known:
        return say(tile.NO_SPARKLINE, language, kpi=name)
    first, last = (numbers.value(kpi, value, language) for value in (known[0], known[-1]))
    return say(tile.SPARKLINE, language, kpi=name, months=len(known), first=first, last=last)
