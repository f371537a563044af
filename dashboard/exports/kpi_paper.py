"""A KPI's page on paper: its message, its definition with the figures in it, and the table of the part on screen."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from dashboard import breakdowns, bridges, control_charts, kpi_choice, units_compared
from dashboard.components.linked_table import Table
from dashboard.exports.page_paper import Paper, page_pdf
from dashboard.formula import definition
from dashboard.measured import Measured
from dashboard.silent import silent
from dashboard.tracked import chart, units_beside_each_other, why
from dashboard.visit import Visit
from dashboard.wording import kpi as words
from metrics.store import Query


def kpi_pdf(visit: Visit, shown: Measured, title: str) -> Callable[[Visit], bytes]:
    """Return what prints the page, without the rows behind the figure."""
    part = kpi_choice.part(visit)
    paper = Paper(
        title,
        tables=lambda: _TABLES[part](visit, shown),
        lines=lambda: [*_definition(visit, shown), silent(visit, shown), *_LINES[part](visit, shown)],
    )
    return partial(page_pdf, paper)


def _definition(visit: Visit, shown: Measured) -> list[str]:
    return [f"{name.to(visit.language)} · {text}" for name, text in definition(shown, visit.language).items()]


def _trend(visit: Visit, shown: Measured) -> Sequence[Table]:
    record, name = chart(visit, shown.kpi, shown.place, kpi_choice.grain(visit)), words.PARTS["trend"]
    if record is None:
        return ()
    return [control_charts.table(shown, record, visit.filters, name.to(visit.language), visit.language)]


def _breakdown(visit: Visit, shown: Measured) -> Sequence[Table]:
    by = kpi_choice.cut(visit)
    query = Query(shown.kpi.key, shown.month, shown.month, by=(by,), where=shown.place.where)
    rows = visit.source.readings(query).to_dicts()
    found = breakdowns.groups(shown.kpi, by, rows, visit.source.places, visit.language)
    return [breakdowns.table(shown, by, found, visit.filters, visit.language)]


def _units(visit: Visit, shown: Measured) -> Sequence[Table]:
    plot, places = units_beside_each_other(visit, shown.kpi, shown.place), visit.source.places
    return [units_compared.table(shown, plot, places, visit.filters, visit.language)] if plot else ()


def _why(visit: Visit, shown: Measured) -> Sequence[Table]:
    if not kpi_choice.can_be_explained(visit):
        return ()
    by = kpi_choice.cut(visit)
    found = why(visit, shown.kpi, kpi_choice.between(visit), by)
    reader = bridges.Reader(shown, by, visit.source.places, visit.filters, visit.language)
    return [reader.table(found, words.PARTS["why"].to(visit.language))] if found.steps.height else ()


_TABLES: Mapping[str, Callable[[Visit, Measured], Sequence[Table]]] = {
    "trend": _trend,
    "breakdown": _breakdown,
    "units": _units,
    "why": _why,
}


def _of_trend(visit: Visit, shown: Measured) -> list[str]:
    record = chart(visit, shown.kpi, shown.place, kpi_choice.grain(visit))
    if record is None:
        return []
    signals = [control_charts.in_words(signal, visit.language) for signal in reversed(record.signals)]
    return [control_charts.basis(record, visit.language), *signals[: control_charts.MOST_SAID]]


def _of_why(visit: Visit, shown: Measured) -> list[str]:
    if not kpi_choice.can_be_explained(visit):
        return []
    found = why(visit, shown.kpi, kpi_choice.between(visit), kpi_choice.cut(visit))
    return [found.says.to(visit.language), bridges.of_sample(shown.kpi, found, visit.language)]


def _nothing(_visit: Visit, _shown: Measured) -> list[str]:
    return []


_LINES: Mapping[str, Callable[[Visit, Measured], list[str]]] = {
    "trend": _of_trend,
    "breakdown": _nothing,
    "units": _nothing,
    "why": _of_why,
}
