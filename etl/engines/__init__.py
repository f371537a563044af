"""Where the months of a load are computed: in this process, or spread over workers."""

from collections.abc import Callable, Sequence

import polars as pl

from metrics.calendar import BusinessCalendar
from metrics.model import Moment
from metrics.store.compute import MonthOfWork
from metrics.store.warehouse import Warehouse

Engine = Callable[[Sequence[MonthOfWork], Warehouse, Moment, BusinessCalendar], tuple[pl.DataFrame, pl.DataFrame]]
