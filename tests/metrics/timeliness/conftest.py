"""Facts out of literal rows, for tests of the populations that clocks and events make; the office works 9 to 17."""

from datetime import UTC, date, datetime, timedelta

import polars as pl
import pytest

from metrics.contract import TABLES
from metrics.populations import POPULATIONS
from metrics.store.warehouse import SETTINGS

OFFICE = [
    {"calendar_id": "OFFICE", "timezone": "UTC", "weekday": day, "starts": "09:00", "ends": "17:00"}
    for day in range(1, 6)
]


def moment(text):
    return None if text is None else datetime.fromisoformat(text).replace(tzinfo=UTC)


def typed(name, rows):
    """Return literal rows as a canonical table: times as text, what a row does not say null."""
    schema = TABLES[name].stored_schema
    readers = {column: moment for column, dtype in schema.items() if isinstance(dtype, pl.Datetime)}
    readers |= {column: date.fromisoformat for column, dtype in schema.items() if isinstance(dtype, pl.Date)}
    values = {
        column: [
            value if (value := row.get(column)) is None else readers.get(column, lambda x: x)(value) for row in rows
        ]
        for column in schema
    }
    return pl.DataFrame(values, schema=schema).lazy()


@pytest.fixture(scope="session")
def built():
    """Return a function that builds a population as of a moment from rows per table, as dictionaries by key."""

    def build(name, as_of="2025-07-01 00:00", timing=None, **tables):
        population = POPULATIONS[name]
        frames = {table: typed(table, tables.get(table, [])) for table in TABLES}
        facts = {table: rows if table == population.table else rows.drop("month") for table, rows in frames.items()}
        kept = [] if timing is None else [("timing", timing.as_json(), "all")]
        facts["settings"] = pl.DataFrame(kept, schema=SETTINGS, orient="row").lazy()
        facts["moment"] = pl.LazyFrame({"as_of": [moment(as_of)]})
        rows = population.build(facts).collect()
        return {row["key"]: row for row in rows.to_dicts()}

    return build


@pytest.fixture(scope="session")
def case(built):
    """Return a function that gives one case's clocks in hours and its due times as text, by the office's hours.

    Events are written "pending_customer 2025-06-02 10:00" (a status) or "reopen 2025-06-02 10:00".
    """

    def clocks(*events, calendars=OFFICE, days=(), timing=None, as_of="2025-07-01 00:00", **told):
        said = [_event(number, *event.split(" ", 1)) for number, event in enumerate(events)]
        tables = {"cases": [{"case_id": "T", **told}], "case_events": said}
        tables |= {"calendars": calendars, "calendar_days": list(days)}
        [row] = built("case_clocks", as_of, timing, **tables).values()
        return {name: _short(value) for name, value in row.items()}

    return clocks


def _event(number, what, at):
    kind = {"kind": "reopen"} if what == "reopen" else {"kind": "status_change", "to_value": what}
    return {"event_id": str(number), "case_id": "T", "at": at, **kind}


def _short(value):
    if isinstance(value, timedelta):
        return value / timedelta(hours=1)
    return f"{value:%m-%d %H:%M}" if isinstance(value, datetime) else value
