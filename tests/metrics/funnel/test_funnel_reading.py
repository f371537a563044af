"""What is read from one flagged frame, for dimensions that wander with the case and for those nobody asked about."""

from types import SimpleNamespace

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
        return of(frame, query)

    return reading


def of(frame, query, names=None):
    """Return the reading of a frame whose rows are at hand and of which nothing is stored."""
    held = SimpleNamespace(flagged=frame.flagged.lazy(), query=query)
    return FunnelReading(frame.funnel, query, frame.as_of, 1, held, pl.DataFrame() if names is None else names)


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
    reading = of(frame, FunnelQuery())
    found = reading.evidence("left_out:merged")
    assert found.counts == {"merged": 1, "not_entered": 1}
    assert (found.total, found.rows["case_id"].to_list()) == (1, ["one"])


@pytest.fixture
def losing(story, ask):
    """Return a reading of cases lost at two stages for three reasons, one of which says nothing."""
    for case, path, reason in (("1", "a", "price"), ("2", "a b", "stock"), ("3", "a b", "price"), ("4", "a b", None)):
        story.enters(case, path).leaves(case, 9, reason=reason)
    story.enters("5", "a b").leaves("5", 9).enters("6", "a b c")
    cases = pl.DataFrame({"case_id": list("123456"), "channel": ["phone", "web"] * 3})
    frame = ask(story, cases=cases)
    names = pl.DataFrame([("price", "价格", "Price")], schema=["reason", "reason_zh", "reason_en"], orient="row")
    return of(frame, FunnelQuery(also=("channel",)), names)


def test_reasons_are_ordered_for_each_stage_and_for_all_together_the_unknown_last(losing):
    assert losing.pareto.select("stage", "reason", "lost", "cumulative").rows() == [
        ("*", "price", 2, 2), ("*", "stock", 1, 3), ("*", "unknown", 2, 5),
        ("a", "price", 1, 1),
        ("b", "price", 1, 1), ("b", "stock", 1, 2), ("b", "unknown", 2, 4),
    ]  # fmt: skip
    assert losing.pareto["cumulative_share"].to_list() == pytest.approx([0.4, 0.6, 1, 1, 0.25, 0.5, 1])
    assert losing.pareto["reason_en"][0] == "Price"


def test_a_funnel_without_losses_has_no_reasons(losing):
    assert losing.cut(FunnelQuery(where=(("channel", "fax"),))).pareto.is_empty()


def test_a_cut_says_what_the_same_question_would_have_said(losing):
    phone = losing.cut(FunnelQuery(where=(("channel", "phone"),)))
    assert phone.totals == {
        "entered": 3, "converted": 0, "lost": 3, "timed_out": 0, "open": 0, "imputed": 0, "held_up": 0,
    }  # fmt: skip
    assert losing.cut(FunnelQuery(first="2021-06")).totals["entered"] == 0
    assert losing.cut(FunnelQuery(last="2021-05")).totals["entered"] == 6


def test_a_cut_by_what_was_not_read_is_refused(losing):
    with pytest.raises(QueryError, match="read without the dimension 'product'"):
        losing.cut(FunnelQuery(where=(("product", "glass"),)))


def test_the_change_since_the_start_counts_everyone_who_entered(losing):
    phone, web = (losing.cut(FunnelQuery(where=(("channel", channel),))) for channel in ("phone", "web"))
    change = web.change_from(phone, since_start=True).row(-1, named=True)
    assert (change["value_before"], change["value"], change["n"]) == (0.0, pytest.approx(1 / 3), 3)
    assert web.change_from(phone).row(-1, named=True)["n"] == 3
