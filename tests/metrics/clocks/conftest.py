"""Calendars, times and marks for tests of clocks, written as short as they can be read."""

from datetime import UTC, date, datetime, timedelta

import polars as pl
import pytest

from metrics.clocks import Schedules, WorkingCalendar, due, read_clocks, working_calendars, worktime
from metrics.contract import TABLES

TIME = pl.Datetime("us", "UTC")


@pytest.fixture(scope="session")
def at():
    """Return a function that reads a UTC time: "2013-03-21 09:30"."""
    return lambda text: None if text is None else datetime.fromisoformat(text).replace(tzinfo=UTC)


@pytest.fixture(scope="session")
def tables():
    """Return a function that makes the two calendar tables of one calendar.

    `week` is {weekday: "09:00-12:00,13:00-18:00"}, `days` lists (day, kind, blocks, active).
    """

    def make(week, zone="UTC", days=(), key="C"):
        spans = [(weekday, span) for weekday, listed in week.items() for span in listed.split(",") if span]
        weekly = [(key, zone, weekday, *span.split("-")) for weekday, span in spans]
        exceptions = [(key, date.fromisoformat(day), kind, blocks, None, active) for day, kind, blocks, active in days]
        return (
            pl.DataFrame(weekly, schema=TABLES["calendars"].schema, orient="row"),
            pl.DataFrame(exceptions, schema=TABLES["calendar_days"].schema, orient="row"),
        )

    return make


@pytest.fixture(scope="session")
def calendar(tables):
    """Return a function that makes a calendar, with the arguments of `tables`."""
    return lambda *told, **more: working_calendars(*tables(*told, **more))[more.get("key", "C")]


@pytest.fixture(scope="session")
def office(calendar) -> WorkingCalendar:
    """Return a calendar of Monday to Friday, 09:00 to 17:00 UTC."""
    return calendar(dict.fromkeys(range(1, 6), "09:00-17:00"))


@pytest.fixture(scope="session")
def minutes(at):
    """Return a function that gives the working minutes between two times; None where they are unknown."""

    def between(calendar, start, end):
        ends = [pl.Series([at(time)], dtype=TIME) for time in (start, end)]
        [worked] = worktime(calendar, *ends)
        return None if worked is None else worked / timedelta(minutes=1)

    return between


@pytest.fixture(scope="session")
def due_at(at):
    """Return a function that gives when so many working minutes from a start are over, as text."""

    def after(calendar, start, budget):
        budgets = pl.Series([timedelta(minutes=budget)], dtype=pl.Duration("us"))
        [end] = due(calendar, pl.Series([at(start)], dtype=TIME), budgets)
        return f"{end:%Y-%m-%d %H:%M}"

    return after


@pytest.fixture(scope="session")
def marks(at):
    """Return a function that makes the marks of one clock, each written "start 2013-06-04 09:00"."""

    def make(*rows, clock="T", **more):
        told = [(clock, at(row.partition(" ")[2]), row.partition(" ")[0]) for row in rows]
        frame = pl.DataFrame(told, schema={"clock": pl.String, "at": TIME, "mark": pl.String}, orient="row")
        return frame.with_columns(**{name: pl.lit(value) for name, value in more.items()})

    return make


@pytest.fixture(scope="session")
def read(at, marks):
    """Return a function that reads one clock on one calendar: its times in minutes, its states as they are."""

    def reading(calendar, *rows, as_of="2030-01-01 00:00"):
        [clock] = read_clocks(marks(*rows), Schedules({calendar.key: calendar}), at(as_of)).to_dicts()
        return {
            name: value / timedelta(minutes=1) if isinstance(value, timedelta) else value
            for name, value in clock.items()
        }

    return reading
