"""Who belongs to a unit in a month, by the table of staff."""

import polars as pl

from metrics.calendar import BusinessCalendar, shift_month
from metrics.store.masking import MASK
from metrics.store.scope import Scope
from metrics.store.warehouse import Warehouse


def staff_of(warehouse: Warehouse, calendar: BusinessCalendar, scope: Scope, of: tuple[str, str]) -> list[str]:
    """Return the names of those who belonged to a unit on some day of a month, each with the number of the staff table.

    Names are masked for who may not see them; a unit outside the scope has nobody.
    """
    unit, month = of
    start, end = calendar.first_day(month), calendar.first_day(shift_month(month, 1))
    there = (pl.col("valid_from") < end) & (pl.col("valid_to").is_null() | (pl.col("valid_to") > start))
    rows = scope.restrict(warehouse.scan("staff").filter(there & (pl.col("org_unit_id") == unit)), "org_unit_id")
    found = rows.select("staff_id", "name").unique("staff_id", keep="last").sort("staff_id").collect().rows()
    return [f"{(name if scope.personal else MASK) or staff} ({staff})" for staff, name in found]
