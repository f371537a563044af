"""The recovery board: late ones first, each step after its time, and money against authority."""

from datetime import UTC, datetime, timedelta

import polars as pl

from metrics.recovery.board import Stage, board, counts
from metrics.recovery.steps import STEPS

NOON = datetime(2025, 6, 1, 12, tzinfo=UTC)
_UTC = pl.Datetime("us", "UTC")


def recovery(name, days_ago, answer=(None, None), money=(None, None), **steps):
    """Return one recovery found so many days before noon; `steps` are hours after that, the answer came days after."""
    found = NOON - timedelta(days=days_ago)
    done = {f"{step}_at": found + timedelta(hours=steps[step]) if step in steps else None for step in STEPS}
    answered, after = answer
    said = {"answered": answered, "answered_at": None if after is None else found + timedelta(days=after)}
    amounts = dict(zip(("compensation_amount", "authority_limit"), money, strict=True))
    return {"recovery_id": name, "failure_detected_at": found, **said, **amounts, **done}


def boarded(*rows):
    times = dict.fromkeys(("failure_detected_at", "answered_at", *(f"{step}_at" for step in STEPS)), _UTC)
    amounts = dict.fromkeys(("compensation_amount", "authority_limit"), pl.Int64)
    return board(pl.DataFrame(list(rows), schema_overrides={**times, **amounts, "answered": pl.Boolean}), NOON)


def test_late_ones_come_first_the_longest_wait_first():
    found = boarded(
        recovery("done", 30, answer=(True, 2)),
        recovery("young", 3),
        recovery("late", 20),
        recovery("later", 40),
    )
    assert found.select("recovery_id", "stage").rows() == [
        ("later", "late"), ("late", "late"), ("young", "open"), ("done", "satisfied"),
    ]  # fmt: skip
    assert counts(found) == {Stage.LATE: 2, Stage.OPEN: 1, Stage.SATISFIED: 1}


def test_a_customer_who_said_no_is_still_waiting():
    found = boarded(recovery("no", 20, answer=(False, 3)))
    assert found.select("stage", "waited").row(0) == ("late", timedelta(days=20))


def test_a_satisfied_customer_waited_until_he_said_so_however_late_that_was():
    found = boarded(recovery("slow", 60, answer=(True, 30)))
    assert found.select("stage", "waited").row(0) == ("satisfied", timedelta(days=30))


def test_fourteen_days_to_the_second_are_not_late():
    assert boarded(recovery("edge", 14))["stage"].to_list() == ["open"]


def test_each_step_says_after_what_time_it_was_done():
    found = boarded(recovery("one", 3, apology=2, confirm=48))
    assert found["after_apology"][0] == timedelta(hours=2)
    assert found["after_confirm"][0] == timedelta(days=2)
    assert found["after_calm"][0] is None


def test_more_paid_than_allowed_is_told_where_both_are_known():
    found = boarded(
        recovery("a", 1, money=(60_001, 60_000)),
        recovery("b", 2, money=(60_000, 60_000)),
        recovery("c", 3, money=(5, None)),
    )
    assert dict(found.select("recovery_id", "above_authority").iter_rows()) == {"a": True, "b": False, "c": None}
