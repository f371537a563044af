"""What stands at the head of an export: of what, under which filters, by which clock, of which load, how many rows."""

from collections.abc import Sequence

from dashboard import numbers
from dashboard import rows as told
from dashboard.address import address
from dashboard.components.foot import freshness
from dashboard.exports.sheet import Sheet
from dashboard.filters import Filters
from dashboard.funnel_choice import SPANS
from dashboard.pages import ENTRIES
from dashboard.visit import Visit
from dashboard.wording import exports as words
from dashboard.wording import frame, say
from dashboard.wording import funnel as funnel_words
from metrics.text import Text

# The pages that speak of one KPI.
OF_A_KPI = frozenset({"kpi", "evidence"})


def about(visit: Visit, sheets: Sequence[Sheet]) -> list[tuple[str, str]]:
    """Return the lines; the address reproduces the page that was exported."""
    source, language = visit.source, visit.language
    at = numbers.moment(source.load.finished_at, source.zone)
    status = visit.filters.status
    about_kpi = {frame.KPI: visit.kpi.name.to(language)} if visit.page in OF_A_KPI else {}
    limited = {words.STATUS: told.status(visit.kpi, status, language)} if status else {}
    lines = {
        words.PRODUCT: f"{frame.PRODUCT.to(language)} · {source.store.settings.name}",
        words.PAGE: ENTRIES[visit.page].title.to(language),
        frame.MONTH: numbers.month(visit.month, language),
        frame.PLACE: source.places.name(visit.place, language),
        **about_kpi,
        **(_entered(visit) if visit.page == "funnel" else {}),
        **limited,
        words.ADDRESS: f"/{address(visit.page, _pinned(visit)).removeprefix('./')}",
        words.ZONE: source.zone,
        words.JUDGED: numbers.moment(source.load.as_of, source.zone),
        words.DATA: freshness(source, language),
        words.LOAD: say(words.LOADED, language, load=source.load.id, at=at),
    }
    counts = [(sheet.name, say(words.ROWS, language, rows=numbers.count(sheet.rows.height))) for sheet in sheets]
    return [*((name.to(language), text) for name, text in lines.items()), *counts]


def _entered(visit: Visit) -> dict[Text, str]:
    """Return of which cases a funnel speaks."""
    span = visit.filters.span or SPANS[0]
    segment = visit.filters.segment or funnel_words.EVERY_SEGMENT.to(visit.language)
    return {funnel_words.SPAN: funnel_words.SPANS[span].to(visit.language), funnel_words.SEGMENT: segment}


def _pinned(visit: Visit) -> Filters:
    """Return the filters with the month named: an address without one shows another month later."""
    return visit.filters.choose(month=visit.month, page=visit.filters.page)
