"""All tallies of the clean rows at once."""

from collections import defaultdict
from dataclasses import dataclass

import polars as pl

from sample_data.truth.first_contact import first_contact_resolution
from sample_data.truth.funnel import funnel, within_one_minute
from sample_data.truth.plain import plain
from sample_data.truth.promises import kept_promises
from sample_data.truth.satisfaction import confirmed, satisfaction
from sample_data.truth.tally import Row, Tallies
from sample_data.truth.working_time import working_time
from sample_data.world import World


@dataclass(frozen=True)
class Figures:
    """The tallies: by month and centre unless the name says otherwise."""

    resolution: Tallies
    resolution_by_channel: Tallies
    responded_on_time: Tallies
    resolved_on_time: Tallies
    satisfaction: Tallies
    confirmed: Tallies
    flow: dict[str, Tallies]
    within_one_minute: dict[str, int]
    working_time: Tallies


def count(world: World) -> Figures:
    """Return every tally of the sample company."""
    contacts = plain(world["contacts"].with_columns(true_case=world.true_case))
    category = dict(world["reason_codes"].select("code", "group").iter_rows())
    events, cases = plain(world["case_events"]), plain(world["cases"])
    forms = plain(world["feedback_forms"].filter(pl.col("received_at").is_not_null()))
    resolution, by_channel = first_contact_resolution(contacts, _reopenings(events), category)
    return Figures(
        resolution=resolution,
        resolution_by_channel=by_channel,
        responded_on_time=kept_promises(cases, "first_due_at", "first_response_at"),
        resolved_on_time=kept_promises(cases, "resolve_due_at", "resolved_first_at"),
        satisfaction=satisfaction(forms),
        confirmed=confirmed(forms),
        flow=funnel(events),
        within_one_minute=within_one_minute(events),
        working_time=working_time(cases, events),
    )


def _reopenings(events: list[Row]) -> dict[str, list[int]]:
    found: defaultdict[str, list[int]] = defaultdict(list)
    for event in events:
        if event["kind"] == "reopen":
            found[event["case_id"]].append(event["at"])
    return found
