"""Computing months in this process, as many at a time as fit into memory; polars uses every core for each batch."""

from collections.abc import Iterator

from metrics.calendar import BusinessCalendar
from metrics.model import Moment
from metrics.populations import POPULATIONS
from metrics.store.compute import Computed, Work, computed
from metrics.store.warehouse import Warehouse

_ROWS_AT_ONCE = 1_000_000


def compute(work: Work, warehouse: Warehouse, moment: Moment, calendar: BusinessCalendar) -> Iterator[Computed]:
    """Yield what the months of the work yield, some months at a time."""
    for batch in _batches(work, warehouse):
        yield computed(warehouse, batch, moment, calendar)


def _batches(work: Work, warehouse: Warehouse) -> Iterator[Work]:
    """Yield the months in batches of at most a million rows; a larger month stands alone."""
    rows = warehouse.scan(POPULATIONS[work.population].table, work.origins)
    sizes = dict(rows.group_by("month").len().collect().iter_rows())
    batch: list[str] = []
    held = 0
    for month in work.origins:
        size = sizes.get(month, 0)
        if batch and held + size > _ROWS_AT_ONCE:
            yield Work(work.population, tuple(batch))
            batch, held = [], 0
        batch, held = [*batch, month], held + size
    yield Work(work.population, tuple(batch))
