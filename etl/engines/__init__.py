"""Where the months of a load are computed: in this process, or spread over workers."""

from collections.abc import Callable

import polars as pl

from metrics.calendar import BusinessCalendar
from metrics.model import Moment
from metrics.store.compute import Work
from metrics.store.warehouse import Warehouse

Engine = Callable[[Work, Warehouse, Moment, BusinessCalendar], tuple[pl.DataFrame, pl.DataFrame]]
