"""What is read from one flagged frame, for dimensions that wander with the case and for those nobody asked about."""

import polars as pl
import pytest

from metrics.funnel import Attribution
from metrics.store.errors import QueryError
from metrics.store.funnel_query import FunnelQuery
from metrics.store.funnel_reading import FunnelReading


@pytest.fixture
def read(story, ask):
    def reading(**asked):
        query = FunnelQuery(**asked)
        story("one", "a", 0, actor_id="Ann")("one", "b", 1, actor_id="Bob")("two", "b", 0, actor_id="Bob")
        frame = ask(story.enters("three", "a"), skipped="impute", attribution=query.attribution)
        nothing = pl.DataFrame()
        return FunnelReading(frame.funnel, query, frame.as_of, 1, frame.flagged, nothing, nothing, nothing)

    return reading


def test_a_case_that_changes_hands_has_no_share_since_the_start_in_a_hand(read):
    stages = read(by=("actor",), attribution=Attribution.PER_STEP).stages
    assert stages.filter(actor="Bob")["entered"].to_list() == [1, 2, 0]
    assert stages["overall_conversion"].null_count() == stages.height


def test_by_first_touch_every_hand_has_its_share_since_the_start(read):
    stages = read(by=("actor",)).stages
    assert stages.filter(actor="Ann")["overall_conversion"].to_list() == [1.0, 1.0, 0.0]


def test_segments_of_a_dimension_that_was_not_asked_about_are_refused(read):
    with pytest.raises(QueryError, match=r"does not name the dimension 'unit'\. Known: actor"):
        read(by=("actor",)).worse_than_chance(["unit"])


def test_cases_left_out_are_counted_by_reason_and_listed(story, ask):
    known = pl.DataFrame({"case_id": ["one", "two"], "left_out": ["merged", None]})
    frame = ask(story.enters("one", "a").enters("two", "b"), cases=known)
    nothing = pl.DataFrame()
    reading = FunnelReading(frame.funnel, FunnelQuery(), frame.as_of, 1, frame.flagged, nothing, nothing, nothing)
    found = reading.evidence("left_out:merged")
    assert found.counts == {"merged": 1, "not_entered": 1}
    assert (found.total, found.rows["case_id"].to_list()) == (1, ["one"])
