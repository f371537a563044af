"""Working time, case by case: until the first response, until the first resolution, and the pauses in between.

A case pauses from a change of state to "pending_customer" until its next change of state. Tests, copies and cancelled
cases are left out. Each case belongs to the month of its creation.
"""

from collections import defaultdict
from typing import Final

from sample_data import worktime
from sample_data.span import label
from sample_data.truth.tally import Row, Tallies

_COUNTS: Final = ("answered", "response_seconds", "resolved", "worked_seconds", "paused_seconds", "paused_cases")


def working_time(cases: list[Row], events: list[Row]) -> Tallies:
    """Return, per month, how many cases were answered and resolved, and the working seconds that took and paused."""
    histories = _changes_of_state(events)
    tallies = Tallies(*_COUNTS)
    for case in cases:
        if case["is_test_or_spam"] or case["merged_into"] is not None or case["status"] == "cancelled":
            continue
        month, created = label(case["created_at"]), case["created_at"]
        if case["first_response_at"] is not None:
            tallies.add((month,), answered=1, response_seconds=_between(created, case["first_response_at"]))
        if case["resolved_first_at"] is not None:
            resolved = case["resolved_first_at"]
            paused = _paused(histories[case["case_id"]], resolved)
            worked = _between(created, resolved) - paused
            tallies.add(
                (month,), resolved=1, worked_seconds=worked, paused_seconds=paused, paused_cases=int(paused > 0)
            )
    return tallies


def _changes_of_state(events: list[Row]) -> defaultdict[str, list[Row]]:
    histories: defaultdict[str, list[Row]] = defaultdict(list)
    for event in sorted(events, key=lambda event: event["at"]):
        if event["kind"] == "status_change":
            histories[event["case_id"]].append(event)
    return histories


def _paused(history: list[Row], resolved: int) -> int:
    ends = [*(event["at"] for event in history[1:]), resolved]
    pauses = [
        (min(event["at"], resolved), min(end, resolved))
        for event, end in zip(history, ends, strict=False)
        if event["to_value"] == "pending_customer"
    ]
    return sum(_between(begin, end) for begin, end in pauses)


def _between(begin: int, end: int) -> int:
    return worktime.until(end) - worktime.until(begin)
