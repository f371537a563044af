"""Clocks in working time: calendars with zones, holidays and working weekends; start, pause, stop and reopening."""

from metrics.clocks.chinese_days import chinese_days
from metrics.clocks.clock import Mark, pauses_of, read_clocks
from metrics.clocks.errors import (
    BadCalendarError,
    BudgetError,
    CalendarBeginsError,
    CalendarEndsError,
    ClockError,
    UnknownCalendarError,
)
from metrics.clocks.schedules import Assignment, Schedules, Several
from metrics.clocks.working_calendar import WorkingCalendar, working_calendars
from metrics.clocks.worktime import due, worktime

__all__ = [
    "Assignment",
    "BadCalendarError",
    "BudgetError",
    "CalendarBeginsError",
    "CalendarEndsError",
    "ClockError",
    "Mark",
    "Schedules",
    "Several",
    "UnknownCalendarError",
    "WorkingCalendar",
    "chinese_days",
    "due",
    "pauses_of",
    "read_clocks",
    "working_calendars",
    "worktime",
]
