"""Charts and explanations as a page asks for them: of the data that it shows already, once per load and policy."""

from dashboard import periods, segments
from dashboard.places import Place
from dashboard.visit import Visit
from metrics.model import Kpi
from metrics.signals.funnel_plot import FunnelPlot, funnel_plot
from metrics.signals.record import ChartRecord
from metrics.store import Query
from metrics.store.comparing import Comparison, explanation
from metrics.store.tracking import Track, monthly_chart, weekly_chart
from metrics.text import Text
from metrics.why import Periods
from metrics.why.record import WhyRecord, why_record


def chart(visit: Visit, kpi: Kpi, place: Place, grain: str = "month") -> ChartRecord | None:
    """Return the control chart of a KPI at a place by month or by week; None where there are too few points."""
    source, track = visit.source, _track(visit, kpi, place)

    def ask() -> ChartRecord | None:
        if grain == "week":
            units = None if place.kind == "all" else [unit.code for unit in source.places.within(place)]
            own = [place.code] if place.kind == "unit" else units
            return weekly_chart(source.store, source.scope, track, own)
        return monthly_chart(source.store, source.scope, track, source.history(kpi.key, place).values())

    return source.asked("chart", ask, kpi.key, place.kind, place.code, grain)


def _track(visit: Visit, kpi: Kpi, place: Place) -> Track:
    name = Text(visit.source.places.name(place, "zh"), visit.source.places.name(place, "en"))
    return Track(kpi, place.unit, name)


def units_beside_each_other(visit: Visit, kpi: Kpi, place: Place) -> FunnelPlot | None:
    """Return the funnel plot of a region's units, or of all; None where they cannot be compared so."""
    where = place.where if place.kind == "region" else ()
    query = Query(kpi.key, visit.month, visit.month, by=("unit",), where=where)
    known = [unit.code for unit in visit.source.places.units]
    readings = visit.source.readings(query)
    return funnel_plot(kpi, readings.filter(readings["unit"].is_in(known)))


def why(visit: Visit, kpi: Kpi, between: tuple[str, str], by: str) -> WhyRecord:
    """Return what moved a KPI at the chosen place between two periods, named as in an address."""
    source = visit.source
    compared = Periods(*map(periods.period, between))
    asked = Comparison(kpi.key, compared, (by,), visit.place.where)

    def ask() -> WhyRecord:
        found = explanation(source.store, source.scope, asked)
        values = found.segments[by].to_list() if by in found.segments.columns else []
        return why_record(found, compared, segments.names(by, values, source.places))

    return source.asked("why", ask, kpi.key, *between, by, visit.place.kind, visit.place.code)
