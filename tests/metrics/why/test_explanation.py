"""Why a KPI moved: the change and its parts for every measure, and when nothing may be said."""

import pytest

from metrics.why import bridge

SUNNY = {"north": (80, 100), "south": (60, 100)}


@pytest.mark.parametrize("measure", ["share", "mean", "rate"])
def test_the_parts_of_every_measure_add_up_to_its_change(explained, measure):
    found = explained(SUNNY, {"north": (90, 150), "south": (50, 60), "west": (3, 7)}, measure)
    assert found.segments["contribution"].sum() == pytest.approx(found.change.difference, abs=1e-9)
    assert found.mix + found.rate == pytest.approx(found.change.difference, abs=1e-9)
    assert found.now["value"] - found.before["value"] == found.change.difference


def test_the_largest_contribution_comes_first_and_ties_stand_in_order_of_name(explained):
    found = explained({"a": (50, 100), "b": (50, 100), "c": (50, 100)}, {"a": (40, 100), "b": (40, 100), "c": (5, 100)})
    assert found.segments["unit"].to_list() == ["c", "a", "b"]


def test_each_segment_says_how_sure_its_own_change_is(explained):
    found = explained({"big": (800, 1000), "tiny": (4, 5)}, {"big": (700, 1000), "tiny": (2, 5)})
    verdicts = dict(found.segments.select("unit", "verdict").rows())
    assert verdicts == {"big": "real", "tiny": "noise"}


def test_a_segment_without_a_previous_month_cannot_be_compared_and_is_all_mix(explained):
    found = explained({"old": (8, 10)}, {"old": (8, 10), "fresh": (1, 10)})
    row = (
        found.segments.row(0, named=True) if found.segments["unit"][0] == "fresh" else found.segments.row(1, named=True)
    )
    assert (row["presence"], row["verdict"], row["n_before"], row["n_now"]) == ("new", "no_comparison", 0, 10)
    assert (row["rate"], row["value_before"]) == (0.0, None)


def test_a_paradox_is_seen_where_the_whole_rises_though_no_part_does(explained):
    found = explained({"phone": (77, 100), "chat": (18, 20)}, {"phone": (30, 40), "chat": (89, 100)})
    assert found.change.difference > 0
    assert found.is_paradox


@pytest.mark.parametrize("now", [{"phone": (80, 100), "chat": (19, 20)}, {"phone": (77, 100), "chat": (18, 20)}])
def test_a_whole_that_moves_with_its_parts_or_not_at_all_is_no_paradox(explained, now):
    assert not explained({"phone": (77, 100), "chat": (18, 20)}, now).is_paradox


def test_units_within_regions_are_flagged_as_nested(explained):
    before = {("north", "n1"): (8, 10), ("north", "n2"): (7, 10), ("south", "s1"): (6, 10)}
    assert explained(before, before, by=["region", "unit"]).nested == (("unit", "region"),)


def test_crossed_dimensions_are_not_nested(explained):
    before = {
        ("north", "phone"): (8, 10),
        ("north", "web"): (7, 10),
        ("south", "phone"): (6, 10),
        ("south", "web"): (1, 2),
    }
    assert explained(before, before, by=["region", "channel"]).nested == ()


@pytest.mark.parametrize(("before", "now"), [({}, SUNNY), (SUNNY, {}), ({}, {}), ({"north": (0, 0)}, SUNNY)])
def test_without_data_in_either_period_nothing_is_taken_apart(explained, before, now):
    found = explained(before, now)
    assert (found.change.verdict, found.segments.height, found.mix) == ("no_comparison", 0, 0.0)


def test_an_unfinished_month_is_not_taken_apart(explained):
    found = explained(SUNNY, SUNNY, unfinished=True)
    assert (found.change.verdict, found.segments.height) == ("too_early", 0)


def test_the_bridge_leads_from_the_earlier_value_to_the_later_one(explained):
    found = explained(SUNNY, {"north": (90, 150), "south": (50, 60), "west": (3, 7)})
    steps = bridge(found, {}, most=1)
    assert steps["step"].to_list() == ["before", "mix", "rate", "rest", "now"]
    assert steps["end"].to_list()[:1] + steps["end"].to_list()[-2:] == pytest.approx([0.7, 143 / 217, 143 / 217])
    assert (steps["end"] - steps["start"]).to_list()[:4] == pytest.approx(steps["amount"].to_list()[:4])


def test_a_withheld_comparison_has_no_bridge(explained):
    assert bridge(explained({}, SUNNY), {}).height == 0


def test_where_every_own_change_has_a_step_there_is_no_rest(explained):
    found = explained(SUNNY, {"north": (90, 150), "south": (50, 60)})
    assert bridge(found, {})["step"].to_list() == ["before", "mix", "rate", "rate", "now"]
