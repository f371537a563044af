"""Computing months one after another in this process; polars uses every core for each."""

from collections.abc import Sequence

import polars as pl

from metrics.calendar import BusinessCalendar
from metrics.model import Moment
from metrics.store.compute import MonthOfWork, month_parts
from metrics.store.warehouse import Warehouse


def compute(
    work: Sequence[MonthOfWork], warehouse: Warehouse, moment: Moment, calendar: BusinessCalendar
) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Return the cube's parts and the daily parts of all months together."""
    computed = [month_parts(warehouse, month, moment, calendar) for month in work]
    return pl.concat(cube for cube, _ in computed), pl.concat(daily for _, daily in computed)
