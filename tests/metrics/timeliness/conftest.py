"""One case with its clocks, written as short as it can be read; the office works 9 to 17 UTC."""

from datetime import datetime, timedelta

import pytest

OFFICE = [
    {"calendar_id": "OFFICE", "timezone": "UTC", "weekday": day, "starts": "09:00", "ends": "17:00"}
    for day in range(1, 6)
]


@pytest.fixture(scope="session")
def case(built):
    """Return a function that gives one case's clocks in hours and its due times as text, by the office's hours.

    Events are written "pending_customer 2025-06-02 10:00" (a status; the one before it may follow) or
    "reopen 2025-06-02 10:00".
    """

    def clocks(*events, calendars=OFFICE, days=(), timing=None, as_of="2025-07-01 00:00", **told):
        said = [_event(number, *event.split(" ")) for number, event in enumerate(events)]
        tables = {"cases": [{"case_id": "T", **told}], "case_events": said}
        tables |= {"calendars": calendars, "calendar_days": list(days)}
        [row] = built("case_clocks", as_of, timing, **tables).values()
        return {name: _short(value) for name, value in row.items()}

    return clocks


def _event(number, what, day, hour, before=None):
    kind = {"kind": "reopen"} if what == "reopen" else {"kind": "status_change", "to_value": what, "from_value": before}
    return {"event_id": str(number), "case_id": "T", "at": f"{day} {hour}", **kind}


def _short(value):
    if isinstance(value, timedelta):
        return value / timedelta(hours=1)
    return f"{value:%m-%d %H:%M}" if isinstance(value, datetime) else value
