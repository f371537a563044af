"""The five-gap picture: each gap in a box of its own with its figure, its interval and whose answers it rests on."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dashboard import numbers
from dashboard.address import address, rows_of
from dashboard.components.linked_table import Cell, Column, Row, Table
from dashboard.filters import Filters
from dashboard.measured import Measured
from dashboard.survey import words as told
from dashboard.tone import Tone
from dashboard.visit import Visit
from dashboard.wording import say
from dashboard.wording import servqual as words
from metrics.registry import all_kpis
from metrics.servqual.five import CUSTOMERS_GAP, GapFigure
from metrics.store.surveys import Survey
from metrics.text import Language

# What our own records say beside what people answered: of delivery by its promises kept and answers right, of what is
# promised outside, and of the customers' verdict after the service.
BESIDE = {
    3: ("resolution_on_time", "answer_accuracy"),
    4: ("contacted_within_one_minute",),
    5: ("csat_top_two",),
}


@dataclass(frozen=True)
class Link:
    """A figure of another page."""

    text: str
    href: str


@dataclass(frozen=True)
class Box:
    """One gap as it is shown."""

    name: str
    between: str
    value: str
    tone: Tone
    interval: str
    source: str
    beside: Sequence[Link]


def boxes_of(visit: Visit, survey: Survey) -> list[Box]:
    """Return the boxes of a survey, held against the KPIs of the visit's month."""
    beside = {gap: [visit.measured(all_kpis()[key]) for key in keys] for gap, keys in BESIDE.items()}
    return boxes(survey.five, beside, visit.filters, visit.language)


def boxes(
    figures: Sequence[GapFigure], beside: Mapping[int, Sequence[Measured]], filters: Filters, language: Language
) -> list[Box]:
    """Return the boxes in the order of the gaps; `beside` are measured KPIs to hold each gap against."""
    return [_box(figure, beside.get(figure.gap, ()), filters, language) for figure in figures]


def _box(figure: GapFigure, beside: Sequence[Measured], filters: Filters, language: Language) -> Box:
    known = figure.value is not None
    people = {"n": numbers.count(figure.n), "others": numbers.count(figure.others)}
    source = say(words.GAP_SOURCE[figure.gap], language, **people)
    return Box(
        name=words.GAP_NAMES[figure.gap].to(language),
        between=words.GAP_BETWEEN[figure.gap].to(language),
        value=told.signed(figure.value, language) if known else words.NO_EVIDENCE.to(language),
        tone=told.tone(figure.low, figure.high) if figure.gap == CUSTOMERS_GAP else Tone.QUIET,
        interval=told.between(figure.low, figure.high, language) if known else "",
        source=source if known else words.NOT_ASKED.to(language),
        beside=[_beside(shown, filters, language) for shown in beside if shown.now is not None],
    )


def table(figures: Sequence[GapFigure], told: Sequence[Box], language: Language) -> Table:
    """Return the boxes `told` of some figures as a table."""
    texts = (words.GAP, words.BETWEEN, words.VALUE, words.INTERVAL, words.SOURCE)
    heads = [Column(text.to(language), is_figure=text in (words.VALUE, words.INTERVAL)) for text in texts]
    rows = [
        Row(
            [
                Cell(box.name),
                Cell(box.between),
                Cell(box.value, tone=box.tone, value=figure.value),
                Cell(box.interval, value=(figure.low, figure.high)),
                Cell(box.source, note=" · ".join(link.text for link in box.beside)),
            ]
        )
        for figure, box in zip(figures, told, strict=True)
    ]
    return Table(words.FIVE.to(language), heads, rows)


def _beside(shown: Measured, filters: Filters, language: Language) -> Link:
    text = say(
        words.BESIDE,
        language,
        kpi=shown.kpi.name.to(language),
        value=numbers.figure(shown.kpi, shown.now, language),
        month=numbers.month(shown.month, language),
    )
    chosen = filters.between_pages()
    return Link(text, address("evidence", rows_of(shown, chosen)))
