"""The car-glass flow by month of entry: who reached each stage, who was lost why, who timed out, who is still open."""

from collections import defaultdict

from sample_data.journey import STAGES
from sample_data.span import END, MINUTE, label
from sample_data.truth.tally import Row, Tallies

# The survey is an answer, not a step that can be lost.
_SURVEY, _COMPLETION = STAGES[-1], STAGES[-2]


def funnel(events: list[Row]) -> dict[str, Tallies]:
    """Return per month of entry: cases by furthest stage, losses by stage and reason, and the state of every case.

    A stage that nobody logged is taken as passed when a later one was entered.
    """
    reached, lost = Tallies("cases"), Tallies("cases")
    states = Tallies("entered", "completed", "lost", "timed_out", "open", "surveyed", "contact_not_logged")
    for history in _by_case(events).values():
        entered = {event["stage"]: event["at"] for event in history if event["kind"] == "stage_enter"}
        if STAGES[0] not in entered:
            continue
        month = label(entered[STAGES[0]])
        furthest = max(STAGES.index(stage) for stage in entered if stage != _SURVEY)
        for stage in STAGES[: furthest + 1]:
            reached.add((month, stage), cases=1)
        skipped = "contact" not in entered and furthest > STAGES.index("contact")
        left = [event for event in history if event["kind"] == "stage_exit"]
        states.add((month,), entered=1, surveyed=int(_SURVEY in entered), contact_not_logged=int(skipped))
        states.add((month,), **{_state(entered, left): 1})
        for event in left:
            if event["outcome"] == "lost":
                lost.add((month, event["stage"], event["drop_reason_code"]), cases=1)
    return {"reached": reached, "lost": lost, "states": states}


def _state(entered: dict[str, int], left: list[Row]) -> str:
    if _COMPLETION in entered:
        return "completed"
    return str(left[0]["outcome"]) if left else "open"


def _by_case(events: list[Row]) -> dict[str, list[Row]]:
    histories: defaultdict[str, list[Row]] = defaultdict(list)
    for event in events:
        histories[event["case_id"]].append(event)
    return histories


def within_one_minute(events: list[Row]) -> dict[str, int]:
    """Return how many of the contacted customers (`n`) were reached within sixty seconds of their referral (`hits`).

    Without a contact on record a case was `not_contacted`, or the contact was `not_logged` if a later stage was.
    """
    counts = {"n": 0, "hits": 0, "not_contacted": 0, "not_logged": 0}
    for history in _by_case(events).values():
        entered = {event["stage"]: event["at"] for event in history if event["kind"] == "stage_enter"}
        if "referral" not in entered:
            continue
        if "contact" in entered:
            counts["n"] += 1
            counts["hits"] += int(entered["contact"] - entered["referral"] <= MINUTE)
        elif entered.keys() - {"referral"}:
            counts["not_logged"] += 1
        else:
            counts["not_contacted"] += int(entered["referral"] + MINUTE <= END)
    return counts
