"""Where the months of a load are computed: in this process, or spread over workers."""

from collections.abc import Callable, Iterator

from metrics.calendar import BusinessCalendar
from metrics.model import Moment
from metrics.store.compute import Computed, Work
from metrics.store.warehouse import Warehouse

Engine = Callable[[Work, Warehouse, Moment, BusinessCalendar], Iterator[Computed]]
