"""What each page exports: the sheets of what is on its screen, by name, each made when it is asked for."""

from functools import partial

from dashboard import breakdowns, kpi_choice, overview_parts
from dashboard.board import MOST_UNITS, ordered
from dashboard.exports import evidence_rows, funnel_steps, kpi_parts, readings
from dashboard.exports.complaint_parts import complaints, complaints_pdf
from dashboard.exports.funnel_paper import funnel_pdf
from dashboard.exports.kpi_paper import kpi_pdf
from dashboard.exports.load_parts import data, data_pdf
from dashboard.exports.overview_paper import overview_pdf
from dashboard.exports.sheet import Makers, Sheet
from dashboard.exports.signal_parts import signals, signals_pdf
from dashboard.exports.survey_parts import servqual, servqual_pdf
from dashboard.funnel_names import Names
from dashboard.measured import Measured
from dashboard.rows import Reader
from dashboard.tracked import chart, units_beside_each_other, why
from dashboard.visit import Visit
from dashboard.wording import exports as words
from metrics.store import Query
from metrics.store.funnel_summary import FunnelSummary

__all__ = [
    "complaints", "complaints_pdf", "data", "data_pdf", "evidence", "funnel", "funnel_pdf", "kpi", "kpi_pdf",
    "overview", "overview_pdf", "servqual", "servqual_pdf", "signals", "signals_pdf",
]  # fmt: skip


def overview(visit: Visit) -> Makers:
    """Return the tiles and the table of regions and centres."""

    def tiles() -> Sheet:
        return readings.tiles([visit.measured(kpi) for kpi in visit.leading], visit.language)

    def board() -> Sheet:
        places, measures = visit.source.places, overview_parts.measures(visit)
        shown = {place: measures[place] for place in ordered(measures, places)[:MOST_UNITS]}
        return readings.board(visit.leading, shown, places, visit.language)

    return {words.TILES: tiles, words.BOARD: board}


def kpi(visit: Visit, shown: Measured) -> Makers:
    """Return the part of the page that is on screen, where it can be drawn, and the rows at its foot."""
    makers = {"trend": _trend, "breakdown": _breakdown, "units": _units, "why": _why}
    made = makers[kpi_choice.part(visit)](visit, shown)
    return made | evidence(visit, shown)


def funnel(summary: FunnelSummary, names: Names) -> Makers:
    """Return the steps of a funnel."""
    return {words.STEPS: lambda: funnel_steps.steps(summary, names, words.STEPS.to(names.language))}


def evidence(visit: Visit, shown: Measured) -> Makers:
    """Return every row of the status that is chosen, not only the page on screen."""
    source = visit.source
    query = Query(shown.kpi.key, shown.month, shown.month, where=shown.place.where)
    held = source.store.pinned(source.scope, source.load)

    def rows() -> Sheet:
        found = held.evidence(source.scope, query, visit.filters.status, limit=None)
        reader = Reader(visit.language, source.zone, source.places)
        return evidence_rows.evidence(shown.kpi, found.rows, reader, source.zone)

    return {words.EVIDENCE: rows} if shown.now is not None else {}


def _trend(visit: Visit, shown: Measured) -> Makers:
    record = chart(visit, shown.kpi, shown.place, kpi_choice.grain(visit))
    return {words.TREND: partial(kpi_parts.trend, shown.kpi, record, visit.language)} if record else {}


def _breakdown(visit: Visit, shown: Measured) -> Makers:
    by = kpi_choice.cut(visit)
    query = Query(shown.kpi.key, shown.month, shown.month, by=(by,), where=shown.place.where)
    rows = visit.source.readings(query).to_dicts()
    found = breakdowns.groups(shown.kpi, by, rows, visit.source.places, visit.language)
    return {words.BREAKDOWN: partial(kpi_parts.breakdown, shown.kpi, by, found, visit.language)} if found else {}


def _units(visit: Visit, shown: Measured) -> Makers:
    plot, places = units_beside_each_other(visit, shown.kpi, shown.place), visit.source.places
    return {words.UNITS: partial(kpi_parts.units, shown.kpi, plot, places, visit.language)} if plot else {}


def _why(visit: Visit, shown: Measured) -> Makers:
    if not kpi_choice.can_be_explained(visit):
        return {}
    by = kpi_choice.cut(visit)
    found = why(visit, shown.kpi, kpi_choice.between(visit), by)
    make = partial(kpi_parts.why, shown, by, found, visit.source.places, visit.language)
    return {words.WHY: make} if found.segments.height else {}
