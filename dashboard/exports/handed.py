"""Files as they are handed out: built when they are asked for, and written down where single records leave."""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime

from dashboard.access import viewer_name
from dashboard.exports.about import about, address_of
from dashboard.exports.files import csv_file, workbook
from dashboard.exports.sheet import Sheet
from dashboard.visit import Visit
from dashboard.wording import exports as words
from metrics.store.export_log import Exported, record_export
from metrics.text import Text


def xlsx(visit: Visit, makers: Mapping[Text, Callable[[], Sheet]]) -> bytes:
    """Return all sheets of a page as a workbook."""
    sheets = [make() for make in makers.values()]
    content = workbook(about(visit, sheets), words.ABOUT.to(visit.language), sheets)
    logged(visit, "xlsx", sum(sheet.rows.height for sheet in sheets if sheet.is_of_records))
    return content


def csv(visit: Visit, make: Callable[[], Sheet]) -> bytes:
    """Return one sheet of a page as CSV."""
    sheet = make()
    content = csv_file(about(visit, [sheet]), sheet)
    logged(visit, "csv", sheet.rows.height if sheet.is_of_records else 0)
    return content


def logged(visit: Visit, kind: str, records: int) -> None:
    """Write down that a viewer takes single records out; what holds none is not written down."""
    if records:
        source = visit.source
        taken = Exported(viewer_name(), datetime.now(UTC), address_of(visit), kind, records, source.load.id)
        record_export(source.store, source.scope, taken)
