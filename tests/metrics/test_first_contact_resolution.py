"""First-contact resolution from contacts to figures: what an issue is, who called, and how much hangs on the window."""

import json
from contextlib import redirect_stdout
from datetime import timedelta
from io import StringIO

import pytest

from metrics.__main__ import main
from metrics.store import EVERYTHING, Query, open_store

FCR = "first_contact_resolution"
CASES = [{"case_id": "K", "customer_id": "C1", "reason_code": "R1", "product": "glass"}]
REASONS = [{"code": "R1", "group": "damage", "fcr_eligible": False}, {"code": "R2", "group": "price"}]
DAY = timedelta(days=1)


@pytest.fixture
def gaps(built):
    """Return a function that gives, per contact in order, the days since the one before it about the same issue."""

    def read(*contacts, links=()):
        rows = [
            {"contact_id": str(number), "started_at": at, "ended_at": at, "disposition": "resolved", **told}
            for number, (at, told) in enumerate(contacts)
        ]
        told = [{"table": "contacts", "key": key, "case_id": case, "method": method} for key, case, method in links]
        found = built("contacts", contacts=rows, cases=CASES, reason_codes=REASONS, links=told)
        return [found[key]["previous_gap"] and found[key]["previous_gap"] / DAY for key in sorted(found)]

    return read


MAY_1, MAY_3, MAY_9 = "2025-05-01 09:00", "2025-05-03 09:00", "2025-05-09 09:00"
ANN = {"customer_id": "C1", "reason_code": "R1"}


def test_a_customer_who_comes_back_by_another_channel_is_the_same_customer(gaps):
    assert gaps((MAY_1, {**ANN, "channel": "phone"}), (MAY_3, {**ANN, "channel": "wechat"})) == [None, 2.0]


def test_a_number_stands_for_a_customer_whose_id_nobody_typed(gaps):
    number = {"identity_key": "13800000000", "reason_code": "R1"}
    assert gaps((MAY_1, number), (MAY_3, number)) == [None, 2.0]


def test_a_number_joins_calls_that_name_their_customer_with_those_that_do_not(gaps):
    number = {"identity_key": "13800000000", "reason_code": "R1"}
    assert gaps((MAY_1, {**number, "customer_id": "C1"}), (MAY_3, number)) == [None, 2.0]
    assert gaps((MAY_1, number), (MAY_3, {**number, "customer_id": "C1"}), (MAY_9, ANN)) == [None, 2.0, 6.0]


def test_a_number_under_which_two_customers_call_names_neither_of_them_nor_anybody_else(built):
    told = {"identity_key": "02160000000", "reason_code": "R1", "disposition": "resolved"}
    names = zip((MAY_1, MAY_3, MAY_9), ("C1", "C2", None), strict=True)
    rows = [{"contact_id": f"{at}", "started_at": at, "customer_id": name, **told} for at, name in names]
    found = built("contacts", contacts=rows)
    assert [found[at]["shared"] for at in (MAY_1, MAY_3, MAY_9)] == [False, False, True]
    assert [found[at]["previous_gap"] for at in (MAY_1, MAY_3, MAY_9)] == [None, None, None]


@pytest.mark.parametrize(("day", "shared"), [("2025-06-01 09:00", True), ("2025-06-01 09:01", False)], ids=str)
def test_whose_a_number_is_is_asked_29_days_around(built, day, shared):
    told = {"identity_key": "02160000000", "reason_code": "R1", "disposition": "resolved"}
    names = zip((MAY_1, MAY_3, day), ("C1", None, "C2"), strict=True)
    rows = [{"contact_id": f"{at}", "started_at": at, "customer_id": name, **told} for at, name in names]
    found = built("contacts", contacts=rows)
    assert found[MAY_3]["shared"] == shared
    assert found[MAY_3]["previous_gap"] == (None if shared else 2 * DAY)


def test_a_customer_who_is_named_is_known_though_others_use_the_number(gaps):
    told = {**ANN, "identity_key": "02160000000"}
    shared = [("1", None, "shared_identity")]
    assert gaps((MAY_1, told), (MAY_3, told), links=shared) == [None, 2.0]
    assert gaps((MAY_1, told), (MAY_3, {**told, "customer_id": None}), links=shared) == [None, None]


def test_another_reason_or_product_is_another_issue(gaps):
    assert gaps((MAY_1, ANN), (MAY_3, {**ANN, "reason_code": "R2"})) == [None, None]
    assert gaps((MAY_1, {**ANN, "product": "glass"}), (MAY_3, {**ANN, "product": "camera"})) == [None, None]


def test_a_case_is_one_issue_whoever_calls_about_it(gaps):
    contacts = ((MAY_1, {"customer_id": "C1"}), (MAY_3, {"customer_id": "HIS WIFE", "reason_code": "R2"}))
    assert gaps(*contacts, links=[("0", "K", "id"), ("1", "K", "id")]) == [None, 2.0]


def test_calls_without_any_identity_have_no_neighbours(gaps):
    assert gaps((MAY_1, {"reason_code": "R1"}), (MAY_3, {"reason_code": "R1"})) == [None, None]


def test_a_number_that_several_customers_share_names_nobody(gaps):
    shared = [(str(number), None, "shared_identity") for number in (0, 1)]
    number = {"identity_key": "02160000000", "reason_code": "R1"}
    assert gaps((MAY_1, number), (MAY_3, number), links=shared) == [None, None]


@pytest.mark.parametrize(
    "told",
    [
        {"direction": "outbound"},
        {"initiated_by": "bot"},
        {"abandoned": True},
        {"disposition": "wrong_number"},
        {"disposition": "test"},
    ],
    ids=lambda told: next(iter(told.values())),
)
def test_what_is_no_customer_s_handled_contact_is_no_repeat(gaps, told):
    assert gaps((MAY_1, ANN), (MAY_3, {**ANN, **told}), (MAY_9, ANN)) == [None, None, 8.0]


def test_windows_chain_from_contact_to_contact(gaps):
    # Each is within 7 days of the one before, and the last 8 days after the first: still one chain.
    assert gaps((MAY_1, ANN), (MAY_3, ANN), (MAY_9, ANN)) == [None, 2.0, 6.0]


def test_a_longer_window_may_raise_the_figure_where_failed_issues_become_one(built):
    # Ann calls on days 0, 3, 13 and 16, Bob once: by 7 days 1 of 3 issues is settled, by 14 days 1 of 2.
    days = [("C1", day) for day in (11, 14, 24, 27)] + [("C2", 11)]
    told = {"reason_code": "R1", "disposition": "resolved"}
    at = [(who, f"2025-05-{day} 09:00") for who, day in days]
    rows = [{"contact_id": f"{who} {on}", "customer_id": who, "started_at": on, **told} for who, on in at]
    found = built("contacts", contacts=rows).values()
    begun = {days: [row for row in found if (row["previous_gap"] or DAY * 99) > DAY * days] for days in (7, 14)}
    settled = {days: sum((row["next_gap"] or DAY * 99) > DAY * days for row in rows) for days, rows in begun.items()}
    assert {days: (settled[days], len(rows)) for days, rows in begun.items()} == {7: (1, 3), 14: (1, 2)}


# --- the sample ------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def said(loaded_sample):
    """What the command says of May 2026 to a machine."""
    with redirect_stdout(StringIO()) as printed:
        assert main(["fcr", str(loaded_sample), "--month", "2026-05", "--json"]) == 0
    return json.loads(printed.getvalue())


def test_every_definition_stands_beside_the_others_with_the_windows_from_1_to_30_days(said):
    assert {"first_contact_resolution_net", "agent_stated_resolution", "customer_confirmed_resolution"} < set(
        said["variants"]
    )
    strip = {row["days"]: (row["n"], row["numerator"]) for row in said["windows"]}
    assert list(strip) == list(range(1, 31))
    for days, key in ((7, FCR), (14, f"{FCR}_14_days"), (30, f"{FCR}_30_days")):
        reading = said["variants"][key]
        assert strip[days] == (reading["n"], reading["numerator"]), key


def test_settings_that_could_be_chosen_otherwise_stand_beside_the_canonical_definition(said):
    strict, allowed, from_first = (
        said["variants"][f"{FCR}{choice}"] for choice in ("", "_transfers_allowed", "_from_first_contact")
    )
    assert allowed["n"] == strict["n"]
    assert allowed["numerator"] > strict["numerator"]
    assert from_first["n"] >= strict["n"]
    assert from_first["numerator"] <= strict["numerator"] + from_first["n"] - strict["n"]


def test_the_overlap_of_what_episodes_show_and_people_say_adds_up(said):
    agent, customer = said["overlap"]["agent"], said["overlap"]["customer"]
    for counts in (agent, customer):
        assert counts["episodes"] == sum(counts[name] for name in ("both", "settled_only", "said_only", "neither"))
    reading = said["variants"][FCR]
    assert (agent["episodes"], agent["both"] + agent["settled_only"]) == (reading["n"], reading["numerator"])
    assert 0 < customer["episodes"] < agent["episodes"]


def test_repeat_contacts_are_told_by_reason_and_add_up(loaded_sample, said):
    rows = said["repeats"]
    whole = (
        open_store(loaded_sample).readings(EVERYTHING, Query("repeat_contact_rate", "2026-05", "2026-05")).to_dicts()[0]
    )
    assert {row["reason_code"] for row in rows} >= {"R11", "R33", "R51"}
    assert [sum(row[name] for row in rows) for name in ("n", "numerator")] == [whole["n"], whole["numerator"]]
