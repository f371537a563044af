"""Entries that nobody altered, but that were written wrong from the start, contradict each other."""

from datetime import UTC, datetime, timedelta

import pytest

from metrics.rewards.ledger.audit import contradiction
from metrics.rewards.ledger.entry import Draft, Entry, Head, Kind, Signature, written

AT = datetime(2025, 7, 1, tzinfo=UTC)
BASIS = {"load": 1, "digest": "d", "versions": {}}


def statement(month: str, amount: int) -> dict:
    return {"month": month, "unit": "N", "part": "satisfaction", "amount_minor": amount}


def close(month: str, *sums: int, step: int = 3, **more) -> Draft:
    """Return a close that names these sums of statements, adjustments and decisions, each of one entry unless 0."""
    names = ("statements", "adjustments", "decided")
    named = {name: int(bool(amount)) for name, amount in zip(names, sums, strict=True)}
    minor = {f"{name}_minor": amount for name, amount in zip(names, sums, strict=True)}
    return Draft(Kind.CLOSE, month, {**BASIS, "step": step, **named, **minor, "amount_minor": sum(sums), **more})


def steps(month: str) -> list[Draft]:
    return [
        Draft(kind, month, {**BASIS, "step": step}) for step, kind in enumerate((Kind.CHECK, Kind.APPROVE), start=1)
    ]


def frozen(month: str, amount: int) -> Draft:
    return Draft(Kind.STATEMENT, month, {"load": 1, "document": statement(month, amount)}, "N", "satisfaction")


def adjustment(**more) -> Draft:
    body = {
        "reason": "load", "amount_minor": -30, "closed_minor": 100, "adjusted_minor": 0, "before_minor": 100,
        "current_minor": 70, "closed_load": 1, "load": 2, "appeal": None, "document": statement("2025-05", 70),
        "paid_in": "2025-06",
    }  # fmt: skip
    return Draft(Kind.ADJUSTMENT, "2025-05", {**body, **more}, "N", "satisfaction")


MAY = [*steps("2025-05"), frozen("2025-05", 100), close("2025-05", 100, 0, 0)]
JUNE = [*steps("2025-06"), frozen("2025-06", 5)]


def told(*drafts: Draft, by: dict[Kind, str] | None = None) -> tuple[int, str] | None:
    """Return what contradicts in a ledger of these entries: the number of the entry, and what is said of it."""
    people = {Kind.CHECK: "Ann", Kind.APPROVE: "Ben", Kind.CLOSE: "Cai", **(by or {})}
    entries: list[Entry] = []
    for draft in drafts:
        head = entries[-1].head if entries else Head()
        entries.append(written(draft, head, Signature(people.get(draft.kind, "Dai"), AT)))
    fault = contradiction(entries, lambda document: "it is too much." if document["amount_minor"] > 999 else None)
    return fault and (fault.entry, fault.said.en)


def test_two_months_with_an_adjustment_bear_each_other_out():
    assert told(*MAY, *JUNE, adjustment(), close("2025-06", 5, -30, 0)) is None


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"before_minor": 90}, "it starts from 90, but 100 was paid until then."),
        ({"amount_minor": -29}, "-29 is not 70 less 100."),
        ({"closed_minor": 99}, "what was closed and adjusted before is 100 and 0."),
        ({"adjusted_minor": 1}, "what was closed and adjusted before is 100 and 0."),
        ({"document": statement("2025-05", 71)}, "its statement by now says 71, not 70."),
        ({"document": None}, "its statement by now says None, not 70."),
        ({"paid_in": "2025-05"}, "it is paid with 2025-05, which is closed."),
    ],
)
def test_an_adjustment_is_the_difference_of_what_stands_in_it(changed, said):
    assert told(*MAY, *JUNE, adjustment(**changed)) == (8, said)


def test_an_adjustment_of_a_month_that_is_not_closed_is_none():
    assert told(*JUNE, adjustment())[1] == "it adjusts 2025-05, which is not closed."


@pytest.mark.parametrize(
    ("sums", "said"),
    [
        ((4, -30, 0), "it names 1 statements of 4 together, and there are 1 of 5."),
        ((5, 0, 0), "it names 0 adjustments of 0 together, and there are 1 of -30."),
        ((5, -30, 1), "it names 1 decided of 1 together, and there are 0 of 0."),
    ],
)
def test_a_close_counts_and_adds_what_was_frozen_with_it(sums, said):
    assert told(*MAY, *JUNE, adjustment(), close("2025-06", *sums)) == (9, said)


def test_a_close_whose_sums_do_not_come_to_its_amount_is_told():
    assert told(*MAY, *JUNE, close("2025-06", 5, 0, 0, amount_minor=6)) == (8, "its sums come to 5, not 6.")


def test_a_close_of_another_draft_than_was_checked_is_told():
    found = told(*steps("2025-05"), frozen("2025-05", 1), close("2025-05", 1, 0, 0, digest="e"))
    assert found == (4, "it names another draft than the one that was checked (entry 1).")


def test_a_step_by_the_same_person_is_told():
    assert told(*MAY, by={Kind.APPROVE: "Ann"})[0] == 2


def test_a_step_out_of_turn_is_told():
    assert told(*MAY, *steps("2025-07")) == (5, "2025-07 does not follow 2025-05, the last month closed.")
    assert told(steps("2025-05")[1])[1].startswith("2025-05 is draft, so it cannot take the step 'approve'")


def test_a_step_that_is_counted_wrong_is_told():
    assert told(Draft(Kind.CHECK, "2025-05", {**BASIS, "step": 2}))[1] == (
        "it calls itself step 2 of the month, and is step 1."
    )


def test_a_statement_frozen_in_a_month_that_nobody_approved_is_told():
    assert told(frozen("2025-05", 1)) == (1, "it is frozen while 2025-05 is draft, not approved.")
    assert told(*MAY, frozen("2025-05", 1)) == (5, "it is frozen while 2025-05 is closed, not approved.")


def test_a_statement_that_stands_for_another_is_told():
    wrong = Draft(Kind.STATEMENT, "2025-05", {"load": 1, "document": statement("2025-05", 1)}, "S", "satisfaction")
    assert told(*steps("2025-05"), wrong)[1].startswith("it stands for ('2025-05', 'S', 'satisfaction')")


def test_a_statement_whose_own_figures_do_not_add_up_is_told():
    assert told(*steps("2025-05"), frozen("2025-05", 1000)) == (3, "it is too much.")


def test_an_entry_that_does_not_say_what_its_kind_says_is_told():
    assert told(*MAY, Draft(Kind.ADJUSTMENT, "2025-05", {}))[1].startswith("it does not say what an entry of its kind")


def test_an_appeal_is_decided_once():
    appeal = Draft(Kind.APPEAL, "2025-05", {"rulings": []}, "N", "satisfaction")
    decision = Draft(Kind.DECISION, "2025-05", {"appeal": 5, "upheld": False}, "N", "satisfaction")
    assert told(*MAY, appeal, decision) is None
    assert told(*MAY, appeal, decision, decision) == (7, "it decides appeal 5, which is none or was decided.")
    assert told(*MAY, decision) == (5, "it decides appeal 5, which is none or was decided.")


def test_an_entry_dated_before_the_one_before_it_is_told():
    first = written(steps("2025-05")[0], Head(), Signature("Ann", AT))
    second = written(steps("2025-05")[1], first.head, Signature("Ben", AT - timedelta(seconds=1)))
    fault = contradiction([first, second], lambda _document: None)
    assert (fault.entry, fault.said.en) == (2, "it is dated 2025-06-30 23:59:59+00:00, before the entry before it.")
