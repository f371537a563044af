"""Units beside each other as the page shows them: dots between the funnel's lines, and a table with what is noise."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from dashboard import numbers
from dashboard.axes import axis, axis_of_counts
from dashboard.components.linked_table import Cell, Column, Row, Table
from dashboard.data import Published
from dashboard.figures.funnel_plot import Dot, Lines
from dashboard.rewards.reads import Supervised
from dashboard.tone import Tone
from dashboard.wording import kpi as kpi_words
from dashboard.wording import reward_parts as words
from dashboard.wording import say
from metrics.calendar import shift_month
from metrics.model import Unit
from metrics.quantity import in_words
from metrics.registry import kpi
from metrics.rewards.peers import Peers, peers
from metrics.signals.funnel_plot import FunnelPlot, funnel_plot
from metrics.store import Query
from metrics.text import Language

SCORE = kpi("satisfaction_score")
_TONES = {"below_998": Tone.BAD, "above_998": Tone.GOOD}
_TEXTS = ("unit", "verdict")

Point = Mapping[str, Any]


@dataclass(frozen=True, eq=False)
class Compared:
    """Units beside each other, and the lines between which chance would leave them; None where there are too few."""

    peers: Peers
    plot: FunnelPlot | None


def compared(source: Published, month: str, span: int, units: list[str]) -> Compared:
    """Return some units over so many months up to a month; both rest on one reading per unit."""
    read = source.readings(Query(SCORE.key, shift_month(month, 1 - span), month, by=("unit",)))
    known = read.filter(read["unit"].is_in(units))
    return Compared(peers(known.select("unit", "n", "total", "squares")), funnel_plot(SCORE, known))


def dots(found: Compared, known: Supervised, language: Language) -> list[Dot]:
    """Return the units as points."""
    return [_dot(point, known, language) for point in found.peers.units.to_dicts()]


def _dot(point: Point, known: Supervised, language: Language) -> Dot:
    name = known.named(point["unit"]).to(language)
    shown = {name: numbers.value(SCORE, point[name], language) for name in ("mean", "shrunken")}
    hover = say(words.PEER_HOVER, language, unit=name, n=numbers.count(point["n"]), **shown)
    return Dot(
        key=point["unit"],
        name=name,
        size=point["n"],
        value=point["mean"],
        hover=hover,
        tone=_TONES.get(point["verdict"], Tone.QUIET),
        is_beyond=point["verdict"] in _TONES,
        is_named=point["verdict"] in _TONES,
    )


def lines(plot: FunnelPlot, language: Language) -> Lines:
    """Return the limits and the words beside them."""
    return Lines(
        curve=plot.curve.to_dict(as_series=False),
        centre=plot.centre,
        whole=say(kpi_words.WHOLE, language, value=numbers.value(SCORE, plot.centre, language)),
        inner=kpi_words.INNER_LIMIT.to(language),
        outer=kpi_words.OUTER_LIMIT.to(language),
        size=words.PEER_COLUMNS["n"].to(language),
        measure=words.PEER_COLUMNS["mean"].to(language),
        sizes=axis_of_counts(plot.curve["size"]),
        axis=axis(SCORE, plot.points["value"], language),
    )


def alternative(found: Compared, drawn: list[Dot], language: Language) -> str:
    """Return what the plot shows, for those who cannot see it."""
    beyond = [dot.name for dot in drawn if dot.is_beyond]
    comma = "、" if language == "zh" else ", "
    return say(
        words.PEERS_ALTERNATIVE,
        language,
        units=len(drawn),
        centre=numbers.value(SCORE, found.peers.centre, language),
        beyond=comma.join(beyond) if beyond else words.NOBODY.to(language),
    )


def table(found: Compared, known: Supervised, language: Language) -> Table:
    """Return the units by their shrunken average, the highest first."""
    heads = [Column(text.to(language), name not in _TEXTS) for name, text in words.PEER_COLUMNS.items()]
    ordered = found.peers.units.sort("shrunken", "unit", descending=[True, False], nulls_last=True)
    rows = [_row(point, known, language) for point in ordered.to_dicts()]
    return Table(words.PEERS.to(language), heads, rows)


def _row(point: Point, known: Supervised, language: Language) -> Row:
    verdict = point["verdict"]
    standing = "–" if verdict is None else words.STANDINGS[verdict].to(language)
    return Row(
        [
            Cell(known.named(point["unit"]).to(language)),
            Cell(numbers.count(point["n"])),
            Cell(numbers.value(SCORE, point["mean"], language)),
            Cell(numbers.value(SCORE, point["shrunken"], language)),
            Cell(numbers.interval(SCORE, point["low"], point["high"], language)),
            Cell(in_words(point["noise"], Unit.SHARE).to(language)),
            Cell(standing, tone=_TONES.get(verdict or "", Tone.QUIET)),
        ]
    )
