"""Chinese public holidays and working weekends (调休), by the State Council's yearly notices since 2004."""

from datetime import date

import polars as pl
from chinese_calendar import constants

from metrics.clocks.working_calendar import HOLIDAY, WORKING
from metrics.contract.calendar_days import TABLE

_YEARS = [day.year for day in constants.holidays]
FIRST, LAST = date(min(_YEARS), 1, 1), date(max(_YEARS), 12, 31)


def chinese_days(calendar: str) -> pl.DataFrame:
    """Return the days off and the working weekends from `FIRST` to `LAST` as rows of the table `calendar_days`."""
    kinds = ((HOLIDAY, constants.holidays), (WORKING, constants.workdays))
    rows = [(calendar, day, kind, None, name, True) for kind, days in kinds for day, name in days.items()]
    return pl.DataFrame(rows, schema=TABLE.schema, orient="row").sort("date")
