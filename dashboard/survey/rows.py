"""What the figures of a survey are drawn from, and what they show to those who cannot see them."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from dashboard.figures.gap_rows import GapRow
from dashboard.figures.priorities import Priority
from dashboard.figures.wave_rows import WavePoint
from dashboard.plain import drawn
from dashboard.survey import words as told
from dashboard.wording import say
from dashboard.wording import servqual as words
from metrics.store.surveys import Survey
from metrics.text import Language

if TYPE_CHECKING:
    import polars as pl

_FIRST = "mend_first"


def gap_rows(survey: Survey, language: Language) -> list[GapRow]:
    """Return the dimensions in the instrument's order."""
    return [
        GapRow(
            label=drawn(told.dimension(row["dimension"], language)),
            expectation=row["expectation"],
            perception=row["perception"],
            gap=row["gap"],
            low=row["low"],
            high=row["high"],
            tone=told.tone(row["low"], row["high"]),
            text=told.signed(row["gap"], language),
        )
        for row in survey.dimensions.to_dicts()
    ]


def priority_rows(survey: Survey, language: Language) -> list[Priority]:
    """Return the dimensions of which both importance and gap are known."""
    return [
        Priority(
            drawn(told.dimension(row["dimension"], language)), row["points"], row["gap"], row["quadrant"] == _FIRST
        )
        for row in survey.quadrants.drop_nulls(["points", "gap"]).to_dicts()
    ]


def wave_points(by_wave: "pl.DataFrame", language: Language) -> list[WavePoint]:
    """Return every dimension in every wave."""
    return [
        WavePoint(
            drawn(told.dimension(row["dimension"], language)), drawn(row["wave"]), row["gap"], row["low"], row["high"]
        )
        for row in by_wave.to_dicts()
    ]


def dots_in_words(rows: Sequence[GapRow], language: Language) -> str:
    """Return expectation and perception of each dimension."""
    return _joined(
        say(
            words.ALT_DOTS,
            language,
            dimension=row.label,
            expectation=told.points(row.expectation, language),
            perception=told.points(row.perception, language),
        )
        for row in rows
    )


def bars_in_words(rows: Sequence[GapRow], language: Language) -> str:
    """Return the gap of each dimension with its interval."""
    return _joined(
        say(
            words.ALT_BARS,
            language,
            dimension=row.label,
            gap=row.text,
            interval=told.between(row.low, row.high, language),
        )
        for row in rows
    )


def priorities_in_words(survey: Survey, language: Language) -> str:
    """Return importance, gap and quadrant of each dimension."""
    return _joined(
        say(
            words.ALT_PRIORITIES,
            language,
            dimension=told.dimension(row["dimension"], language),
            points=told.points(row["points"], language),
            gap=told.signed(row["gap"], language),
            quadrant=words.QUADRANTS[row["quadrant"]].to(language),
        )
        for row in survey.quadrants.drop_nulls(["points", "gap"]).to_dicts()
    )


def waves_in_words(points: Sequence[WavePoint], language: Language) -> str:
    """Return the gaps of each dimension wave by wave."""
    labels = dict.fromkeys(point.label for point in points)
    return _joined(
        say(
            words.ALT_WAVES,
            language,
            dimension=label,
            waves=", ".join(f"{p.wave} {told.signed(p.gap, language)}" for p in points if p.label == label),
        )
        for label in labels
    )


def _joined(parts: Iterable[str]) -> str:
    return "; ".join(parts)
