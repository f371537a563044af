"""Columns that an export lacks and a query can make: a time out of day and clock, the first event, a row's number."""

from etl.init.exports import Export, literal, quoted
from etl.init.time_formats import time_format
from etl.init.words import called, half_of_a_time, names_of, updates
from metrics.contract import TABLES

_LOG = 1.2  # so many rows per case make a log of updates
ROW_ID = "row_id"


def with_moment(export: Export) -> Export:
    """Return the export with day and time of day joined to `started_at`, where it keeps them apart."""
    day, time = (half_of_a_time(kind, export.columns) for kind in ("day", "time"))
    if day is None or time is None:
        return export
    joined = export.selecting(f"{quoted(day)} || ' ' || {quoted(time)} as started_at")
    return joined if time_format(joined.frame["started_at"]) else export


def with_row_id(export: Export) -> Export:
    """Return the export with the number of each row as text, for want of an id."""
    prefix = literal(f"{export.name} row ")
    return export.selecting(f"{prefix} || cast(source_row as varchar) as {ROW_ID}")


def case_column(export: Export) -> str | None:
    """Return the column that names the case, where its values repeat as in a log of updates."""
    cases = TABLES["cases"]
    key = called(names_of(cases, cases.column("case_id")), export.columns)
    return key if key and export.rows.height >= _LOG * export.rows[key].n_unique() else None


def last_rows(export: Export, key: str) -> Export:
    """Return the last row of each case, with the time of its first event as `first_event_at`."""
    events = TABLES["case_events"]
    at = called(names_of(events, events.column("at")), export.columns)
    count = called(updates("count"), export.columns)
    order = f"cast({quoted(count)} as int)" if count else quoted(at) if at and _sorts(export, at) else "source_row"
    first = (
        [f"min({quoted(at)}) over (partition by {quoted(key)}) as first_event_at"] if at and _sorts(export, at) else []
    )
    keep = f"qualify row_number() over (partition by {quoted(key)} order by {order} desc) = 1"
    asked = f"'{key}' repeats, as in a log of updates. Is its last row, by {order}, the case as it stands?"
    return export.selecting(*first, keep=keep).asking(asked)


def version_column(export: Export) -> str | None:
    """Return the column by which the newer of two rows with one key can be told."""
    time, count = (called(updates(kind), export.columns) for kind in ("time", "count"))
    return time if time and _sorts(export, time) else count


def with_event_id(export: Export, key: str) -> Export:
    """Return the export with an id for each event: the case's, and the row's number."""
    return export.selecting(f"{quoted(key)} || '-' || cast(source_row as varchar) as event_id")


def _sorts(export: Export, at: str) -> bool:
    # Text of ISO 8601 sorts as its times do; days before months do not.
    found = time_format(export.rows[at])
    return found is not None and not found.formats
