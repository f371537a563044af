"""What the waterfall of a funnel says: its bars, its table and its sentence, decided before anything is drawn."""

from collections.abc import Mapping
from typing import Any, cast

from dashboard import numbers
from dashboard.figures.waterfall import Bar, Kind, Piece
from dashboard.funnel_names import Names, opens, whole
from dashboard.plain import drawn
from dashboard.wording import say
from dashboard.wording import waterfall as words
from metrics.model import Unit
from metrics.quantity import in_words
from metrics.store.funnel_summary import FunnelSummary
from metrics.text import Language

_STATES = {"entered": "entered", "done": "converted"}


def bars(summary: FunnelSummary, chosen: str, names: Names) -> list[Bar]:
    """Return the bars from entered to done; `chosen` is written as in the address."""
    before = {row["fall"]: (row["lower"], row["upper"]) for row in summary.bars_before.iter_rows(named=True)}
    return [
        Bar(
            name=drawn(names.bar(whole(row["fall"], row["stage"]))),
            label=drawn(label(row, names)),
            kind=cast("Kind", row["fall"].partition(":")[0]),
            pieces=_pieces(summary, row["fall"], names),
            before=before.get(row["fall"]),
            is_chosen=_is_of(chosen, row["fall"], row["stage"]),
        )
        for row in summary.bars.iter_rows(named=True)
    ]


def label(row: Mapping[str, Any], names: Names) -> str:
    """Return the number of a bar and its share of those who entered."""
    return say(words.BAR_LABEL, names.language, n=numbers.count(row["n"]), share=share(row["share"], names.language))


def share(amount: float | None, language: Language) -> str:
    """Return a share in percent."""
    return in_words(amount, Unit.SHARE).to(language)


def alternative(summary: FunnelSummary, names: Names) -> str:
    """Return what the figure shows, for those who cannot see it."""
    rows = list(summary.bars.iter_rows(named=True))
    parts = [
        say(
            words.ALTERNATIVE_PART,
            names.language,
            bar=names.bar(whole(row["fall"], row["stage"])),
            n=numbers.count(row["n"]),
            share=share(row["share"], names.language),
        )
        for row in rows[1:]
    ]
    joined = (";" if names.language == "zh" else "; ").join(parts)
    return say(words.ALTERNATIVE, names.language, entered=numbers.count(rows[0]["n"]), bars=joined)


def _pieces(summary: FunnelSummary, fall: str, names: Names) -> list[Piece]:
    return [_piece(row, names) for row in summary.pieces.filter(fall=fall).iter_rows(named=True)]


def _piece(row: Mapping[str, Any], names: Names) -> Piece:
    opened = opens(row["stage"], row["state"], row["reason"])
    hover = say(
        words.PIECE_HOVER,
        names.language,
        bar=names.bar(opened),
        n=numbers.count(row["n"]),
        share=share(row["share"], names.language),
    )
    return Piece(opened, row["lower"], row["upper"], drawn(hover))


def _is_of(chosen: str, fall: str, stage: str) -> bool:
    """Return whether the bar that was chosen is a fall of the waterfall, or a piece of it."""
    at, state, *_ = (*chosen.split(":"), "")
    if fall in ("timed_out", "open"):
        return state == fall
    return (at, state) == (stage, _STATES.get(fall, "lost"))
