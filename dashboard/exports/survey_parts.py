"""The SERVQUAL page as files: the tables of a wave, and one dimension's answers."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from dashboard.exports.page_paper import Paper, page_pdf
from dashboard.exports.sheet import Makers, Sheet
from dashboard.exports.tabular import Drawn, sheet_of, sheets
from dashboard.survey import picture, tables
from dashboard.survey.message import basis
from dashboard.survey.reads import Surveyed
from dashboard.survey.words import dimension
from dashboard.visit import Visit
from dashboard.wording import exports as words
from metrics.store.surveys import Survey


def servqual(visit: Visit, known: Surveyed, survey: Survey) -> Makers:
    """Return the tables on screen, and where a dimension is opened all answers to its items."""
    opened = _opened(visit, survey)
    answers: Makers = {words.ANSWERS: partial(_answers, visit, known, survey, opened)} if opened else {}
    return {**sheets(_drawn(visit, known, survey), visit), **answers}


def servqual_pdf(visit: Visit, known: Surveyed, survey: Survey, title: str) -> Callable[[Visit], bytes]:
    """Return what prints the page, without the single answers."""
    paper = Paper(
        title,
        tables=lambda: [make() for make in _drawn(visit, known, survey).values()],
        lines=lambda: [basis(survey, visit.language)],
    )
    return partial(page_pdf, paper)


def _drawn(visit: Visit, known: Surveyed, survey: Survey) -> Drawn:
    language, before, opened = visit.language, known.before, _opened(visit, survey)
    return {
        words.DIMENSIONS: lambda: tables.dimensions(survey, visit.filters, language),
        words.FIVE: lambda: picture.table(survey.five, picture.boxes_of(visit, survey), language),
        words.FIVE_BY_DIMENSION: lambda: tables.five_by_dimension(survey, language),
        **({words.WAVES: lambda: tables.waves_of(known, before, language)} if before else {}),
        **({words.ITEMS: lambda: tables.items(survey, opened, language)} if opened else {}),
    }


def _opened(visit: Visit, survey: Survey) -> str:
    """Return the dimension that is opened; "" where none is, or the instrument knows none of that name."""
    asked = visit.filters.dimension or ""
    return asked if asked in survey.instrument.dimensions else ""


def _answers(visit: Visit, known: Surveyed, survey: Survey, opened: str) -> Sheet:
    rows = known.every_answer(opened).rows
    name = dimension(opened, visit.language)
    table = tables.answers(rows, survey.instrument, visit.source.places, name, visit.language)
    return replace(sheet_of(table, words.ANSWERS.to(visit.language), visit), is_of_records=True)
