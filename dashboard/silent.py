"""What those who did not answer could change about a KPI of satisfaction: bounds that assume nothing of them."""

from collections.abc import Callable, Mapping

from dashboard import numbers
from dashboard.measured import Measured
from dashboard.visit import Visit
from dashboard.wording import kpi as words
from dashboard.wording import say
from metrics.nonresponse import Bounds, ScoreBounds
from metrics.store import Query
from metrics.store.responses import graded_bounds, satisfaction_bounds


def silent(visit: Visit, shown: Measured) -> str:
    """Return the bounds in words; nothing for other KPIs, or where no form's time to come back is over."""
    told = _TOLD.get(shown.kpi.key)
    return told(visit, shown) if told else ""


def _score(visit: Visit, shown: Measured) -> str:
    source, query = visit.source, _query(shown)
    found = source.asked("graded bounds", lambda: graded_bounds(source.store, source.scope, query), *_about(shown))
    return _said(visit, shown, found, {"answered": found.graded, "value": found.mean})


def _satisfied(visit: Visit, shown: Measured) -> str:
    source, query = visit.source, _query(shown)
    ask: Callable[[], Bounds] = lambda: satisfaction_bounds(source.store, source.scope, query)  # noqa: E731 handed on
    found = source.asked("satisfaction bounds", ask, *_about(shown))
    return _said(visit, shown, found, {"answered": found.answered, "value": found.satisfied_share})


def _said(visit: Visit, shown: Measured, found: Bounds | ScoreBounds, told: Mapping[str, float | None]) -> str:
    if not found.asked:
        return ""
    language = visit.language
    return say(
        words.SILENT[shown.kpi.key],
        language,
        month=numbers.month(shown.month, language),
        asked=numbers.count(found.asked),
        answered=numbers.count(int(told["answered"] or 0)),
        value=numbers.value(shown.kpi, told["value"], language),
        bounds=numbers.interval(shown.kpi, found.low, found.high, language),
    )


def _query(shown: Measured) -> Query:
    return Query("response_rate", shown.month, shown.month, where=shown.place.where)


def _about(shown: Measured) -> tuple[str, str, str]:
    return shown.month, shown.place.kind, shown.place.code


_TOLD: Mapping[str, Callable[[Visit, Measured], str]] = {
    "satisfaction_score": _score,
    "csat_top_two": _satisfied,
}
