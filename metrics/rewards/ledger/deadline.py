"""Until when an appeal may be filed: some working days after the figures were made known."""

from datetime import date, timedelta

from metrics.clocks.errors import CalendarEndsError
from metrics.clocks.working_calendar import WorkingCalendar

_DAY = timedelta(days=1)
_FRIDAY = 5


def last_day(calendar: WorkingCalendar | None, announced: date, days: int) -> date:
    """Return the day on which the last of some working days ends; the day of the announcement is none of them.

    Without a calendar Monday to Friday count. CalendarEndsError where the calendar does not know so far ahead.
    """
    day = announced
    while days > 0:
        day += _DAY
        if calendar and calendar.known_until and day > calendar.known_until:
            raise CalendarEndsError(calendar.key, calendar.known_until, day, "a deadline for appeals reaches")
        days -= bool(calendar.blocks(day)) if calendar else day.isoweekday() <= _FRIDAY
    return day
