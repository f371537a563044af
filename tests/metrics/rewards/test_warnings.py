"""What a statement warns of: doubts about the sign, thin or unverified months, and traces of invented forms."""

from datetime import UTC, datetime, timedelta
from fractions import Fraction
from itertools import count

import pytest

from metrics.rewards.warning_limits import WarningLimits

PLAIN = ["AAB", "ABB", "BBB", "ABC", "BBC"] * 8
MAY = {"month": "2025-05"}


def at(day, hour=2, minute=0):
    return datetime(2025, 5, day, hour, minute, tzinfo=UTC)


def spread():
    """Return times that lie three hours apart, from the first of May on."""
    hours = count()
    return lambda: datetime(2025, 4, 30, 17, tzinfo=UTC) + timedelta(hours=3 * next(hours))


def test_an_ordinary_month_is_warned_of_nothing(story):
    story.month("2025-04", PLAIN, jobs=40).month("2025-05", PLAIN, jobs=40, received_at=spread())
    assert story.warnings("2025-05") == {}


def test_a_sign_that_depends_on_the_denominator_is_said_with_every_sign(story):
    """35 points by 10 forms and jobs, then 40 by 10 forms and 12 jobs: 4.00 or 3.33."""
    april, may = (["AAA"] * 5 + [last] * 5 for last in ("BCC", "ACC"))
    story.month("2025-04", april, jobs=10).month("2025-05", may, jobs=12)
    said = story.warnings("2025-05")["sign_depends_on_denominator"]
    assert "up by forms used; down by jobs; up by verified forms" in said


def test_a_sign_that_unverified_forms_would_turn_is_said(story):
    story.month("2025-04", ["ABB"] * 30).month("2025-05", ["AAB"] * 30).month("2025-05", ["EEE"] * 8, verified=None)
    assert story.warnings("2025-05")["sign_depends_on_unverified"].endswith("would be down.")


def test_few_forms_and_many_unverified_ones_are_said_with_their_numbers(story):
    story.month("2025-04", PLAIN).month("2025-05", PLAIN[:6]).month("2025-05", PLAIN[:4], verified="pending")
    said = story.warnings("2025-05")
    assert said["few_forms"].startswith("Only 6 forms count")
    assert said["unverified_share"].startswith("4 of 10 forms")
    assert "unverified_share" not in story.warnings("2025-05", warn_at=WarningLimits(unverified_share=Fraction(2, 5)))


def test_a_month_that_follows_a_gap_is_said_to_be_compared_with_an_older_one(story):
    story.month("2025-03", PLAIN).month("2025-05", PLAIN)
    assert "nothing to compare with" in story.warnings("2025-05")["previous_month_missing"]
    older = story.warnings("2025-05", baseline="last_assessed_month")["previous_month_missing"]
    assert "2025-03 is compared with instead" in older


def test_a_response_rate_that_fell_by_more_than_chance_is_said(story):
    silent = {"received_at": None, "sent_at": at(3)}
    story.month("2025-04", PLAIN).month("2025-05", PLAIN, sent_at=at(2)).month("2025-05", ["___"] * 40, **silent)
    assert "fell by 50.0 percentage points" in story.warnings("2025-05")["response_rate_dropped"]


def test_a_burst_before_the_months_end_is_said(story):
    story.month("2025-05", PLAIN[:10], received_at=spread()).month("2025-05", PLAIN[:12], received_at=at(30))
    assert story.warnings("2025-05")["burst_before_month_end"].startswith("12 of 22 forms came back in the last 3 days")


def test_a_weekly_delivery_at_the_months_end_is_no_burst(story):
    for day in (8, 15, 22, 30):
        story.month("2025-05", PLAIN, received_at=at(day))
    assert "burst_before_month_end" not in story.warnings("2025-05")


@pytest.mark.parametrize(("minute", "warned"), [(7, True), (None, False)])
def test_forms_verified_alike_in_one_minute_are_one_hand_but_a_mere_date_is_no_minute(story, minute, warned):
    when = datetime(2025, 5, 11, 16, tzinfo=UTC) if minute is None else at(12, minute=minute)
    story.month("2025-05", PLAIN, received_at=spread()).month(
        "2025-05", ["AAA"] * 5, verified_by="S1", verified_at=when
    )
    assert ("same_hand" in story.warnings("2025-05")) is warned


def test_forms_verified_in_one_minute_by_two_people_or_with_other_grades_are_not_one_hand(story):
    for letters, who in (("AAA", "S1"), ("AAA", "S2"), ("AAB", "S1")):
        story.month("2025-05", [letters] * 4, verified_by=who, verified_at=at(12), received_at=spread())
    assert "same_hand" not in story.warnings("2025-05")


def test_one_customer_with_many_forms_and_forms_about_no_work_are_said(story):
    story.month("2025-05", PLAIN, received_at=spread())
    story.month("2025-05", PLAIN[:11], received_at=spread(), customer_id="C1", job_id=None)
    said = story.warnings("2025-05")
    assert said["same_customer"] == "One customer gave 11 forms."
    assert said["without_work"].startswith("11 of 51 forms")


def test_forms_verified_by_the_units_own_staff_are_said(story):
    story.month("2025-05", PLAIN[:2], verified_by="T1", verified_at=at(20)).month("2025-05", PLAIN, verified_by="S1")
    assert story.warnings("2025-05")["own_verifier"].startswith("2 forms were verified by the unit's own staff")


def test_warnings_never_change_the_amount(story):
    story.month("2025-04", PLAIN).month(
        "2025-05", ["AAA"] * 9, received_at=at(31), verified_by="T1", verified_at=at(31)
    )
    assert len(story.warnings("2025-05")) >= 4
    assert story.judged("2025-05") == ("all_max", 100_000)
