"""What stands at the head of an export: of what, under which filters, by which clock, of which load, how many rows."""

from collections.abc import Sequence

from dashboard import numbers
from dashboard import rows as told
from dashboard.address import address
from dashboard.components.foot import freshness
from dashboard.exports.narrowed import narrowed
from dashboard.exports.sheet import Sheet
from dashboard.filters import Filters
from dashboard.pages import ENTRIES
from dashboard.visit import Visit
from dashboard.wording import exports as words
from dashboard.wording import frame, say
from metrics.text import Text

# The pages that speak of one KPI, those that speak of no month, and that which speaks of no place.
OF_A_KPI = frozenset({"kpi", "evidence"})
OF_NO_MONTH = frozenset({"signals", "data"})
OF_NO_PLACE = frozenset({"data"})


def about(visit: Visit, sheets: Sequence[Sheet]) -> list[tuple[str, str]]:
    """Return the lines; the address reproduces the page that was exported."""
    source, language = visit.source, visit.language
    at = numbers.moment(source.load.finished_at, source.zone)
    status = visit.filters.status
    limited = {words.STATUS: told.status(visit.kpi, status, language)} if status else {}
    lines = {
        words.PRODUCT: f"{frame.PRODUCT.to(language)} · {source.store.settings.name}",
        words.PAGE: ENTRIES[visit.page].title.to(language),
        **_chosen(visit),
        **narrowed(visit),
        **limited,
        words.ADDRESS: address_of(visit),
        words.ZONE: source.zone,
        words.JUDGED: numbers.moment(source.load.as_of, source.zone),
        words.DATA: freshness(source, language),
        words.LOAD: say(words.LOADED, language, load=source.load.id, at=at),
    }
    counts = [(sheet.name, say(words.ROWS, language, rows=numbers.count(sheet.rows.height))) for sheet in sheets]
    return [*((name.to(language), text) for name, text in lines.items()), *counts]


def _chosen(visit: Visit) -> dict[Text, str]:
    """Return the month, the place and the KPI, as far as the page speaks of one."""
    lines = {}
    if visit.page not in OF_NO_MONTH:
        lines[frame.MONTH] = numbers.month(visit.month, visit.language)
    if visit.page not in OF_NO_PLACE:
        lines[frame.PLACE] = visit.source.places.name(visit.place, visit.language)
    if visit.page in OF_A_KPI:
        lines[frame.KPI] = visit.kpi.name.to(visit.language)
    return lines


def address_of(visit: Visit) -> str:
    """Return the address of a page, which shows the same figures later too."""
    return f"/{address(visit.page, _pinned(visit)).removeprefix('./')}"


def _pinned(visit: Visit) -> Filters:
    """Return the filters with the month named: an address without one shows another month later."""
    if visit.page in OF_NO_MONTH:
        return visit.filters
    return visit.filters.choose(month=visit.month, page=visit.filters.page)
