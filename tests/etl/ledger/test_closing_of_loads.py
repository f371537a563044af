"""Months closed over real loads: a closed one never moves, and what later exports say comes to the cent in the next."""

import pytest

from metrics.store import EVERYTHING

MARCH = {"m02": {"N": "B", "S": "B"}, "m03": {"N": "A", "S": "C"}, "m04": {"N": "A", "S": "B"}}
WORSE = MARCH | {"m03": {"N": "C", "S": "C"}}


def amounts(account: dict) -> dict[str, int]:
    return {each["unit"]: each["amount_minor"] for each in account["statements"]}


def lines(account: dict) -> list[tuple]:
    names = ("month", "unit", "closed_minor", "current_minor", "amount_minor", "closed_load", "load")
    return [tuple(each[name] for name in names) for each in account["adjustments"]]


def test_a_closed_march_stays_to_the_byte_and_the_adjustment_is_the_difference(office):
    office.load(**MARCH)
    office.close("2025-03")
    before = office.run("ledger", "--month", "2025-03", "--json")
    assert amounts(office.month("2025-03")) == {"N": 100000, "S": -100000}
    office.load(**WORSE)
    assert office.run("ledger", "--month", "2025-03", "--json") == before
    april = office.month("2025-04")
    assert lines(april) == [("2025-03", "N", 100000, -100000, -200000, 1, 2)]
    # April is compared with what March is by now: A after C is better, and so is B after C.
    assert (amounts(april), april["amount_minor"]) == ({"N": 100000, "S": 100000}, 0)
    office.close("2025-04")
    assert [step["step"] for step in office.month("2025-03")["steps"]] == ["check", "approve", "close"]
    assert office.ask("verify")["ok"]


def test_closed_and_adjusted_together_are_what_the_last_load_says(office):
    office.load(**MARCH)
    office.close("2025-03")
    office.load(**WORSE)
    office.close("2025-04")
    office.load(**MARCH, m05={"N": "A", "S": "B"})
    paid = [office.month(month)["amount_minor"] for month in ("2025-03", "2025-04", "2025-05")]
    said = office.company.store.statements
    assert sum(paid) == sum(each.amount for each in said(EVERYTHING, "2025-03", "2025-05"))


def test_a_policy_that_changes_later_moves_no_closed_month(office):
    office.load(**MARCH)
    office.close("2025-03")
    office.policy(
        (office.company.folder / "policy.toml").read_text()
        + "[[satisfaction_policy]]\nvalid_from = 2025-01-01\nreward_amount = 7\npenalty_amount = 3\n"
    )
    april = office.month("2025-04")
    assert (lines(april), amounts(april)) == ([], {"N": 700, "S": 700})
    assert amounts(office.month("2025-03")) == {"N": 100000, "S": -100000}
    office.load(**WORSE)
    assert lines(office.month("2025-04")) == [("2025-03", "N", 100000, -100000, -200000, 1, 2)]


def test_months_are_shown_by_the_load_and_the_policy_of_a_day(office):
    office.load(**MARCH)
    office.policy(
        (office.company.folder / "policy.toml").read_text()
        + "[[satisfaction_policy]]\nvalid_from = 2025-01-01\nreward_amount = 7\npenalty_amount = 3\n"
    )
    assert amounts(office.month("2025-03")) == {"N": 700, "S": -300}
    assert amounts(office.month("2025-03", "--as-known-on", "2999-01-01")) == {"N": 100000, "S": -100000}
    assert "holds no finished load" in office.run("ledger", "--as-known-on", "2025-07-01", code=1)


def test_an_upheld_appeal_on_real_forms_is_paid_once_and_holds_against_the_next_load(office):
    office.load(**MARCH | {"m03": {"N": "C", "S": "C"}, "m05": {"N": "A", "S": "A"}})
    office.close("2025-03")
    office.close("2025-04")
    filed = office.ask(
        "appeal", "file", "--month", "2025-03", "--unit", "N", "--as", "Nora", "--yes",
        "--text", "four forms are another centre's", *(f"--without=N03{number}" for number in range(4)),
    )  # fmt: skip
    number = str(filed["appeal"])
    [march, april] = office.ask("appeal", "show", "--appeal", number)["effects"]
    # One form is fewer than min_forms: March is not assessed, and April's five best forms are rewarded all the same.
    assert (march["before_minor"], march["after_minor"], april["amount_minor"]) == (-100000, 0, 0)
    used = [march[f"statement_{when}"]["figures"]["forms"]["used"] for when in ("before", "after")]
    assert used == [5, 1]
    office.run("appeal", "uphold", "--appeal", number, "--as", "Dai", "--reason", "they are", "--yes")
    assert lines(office.month("2025-05")) == [("2025-03", "N", -100000, 0, 100000, 1, 1)]
    office.load(**MARCH | {"m03": {"N": "D", "S": "C"}, "m05": {"N": "A", "S": "A"}})
    office.close("2025-05")
    assert lines(office.month("2025-05")) == [("2025-03", "N", -100000, 0, 100000, 1, 1)]
    assert office.ask("verify")["ok"]


def test_a_rejected_appeal_is_kept_with_its_reason(office):
    office.load(**MARCH)
    office.close("2025-03")
    office.run(
        "appeal", "file", "--month", "2025-03", "--unit", "N", "--as", "Nora", "--yes",
        "--text", "not ours", "--without=N030",
    )  # fmt: skip
    [appeal] = office.ask("appeal", "list")
    decision = ("--appeal", str(appeal["appeal"]), "--as", "Dai", "--reason", "the call says otherwise", "--yes")
    office.run("appeal", "reject", *decision)
    assert "rejected by Dai: the call says otherwise" in office.run("appeal", "list")
    assert "was rejected by Dai" in office.run("appeal", "uphold", *decision, code=1)


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("--step", "check"), 2, "Say who acts: --as NAME"),
        (("--step", "check", "--as", "Ann"), 2, "check 2025-03 as Ann? Nothing was written: confirm with --yes."),
        (("--step", "check", "--as", "Nora", "--yes"), 1, "Nora belongs to N, which 2025-03 pays"),
        (("--step", "close", "--as", "Ann", "--yes"), 1, "2025-03 is draft, so it cannot take the step 'close'"),
    ],
)
def test_what_is_refused_says_why_and_writes_nothing(office, arguments, code, said):
    office.load(**MARCH)
    assert said in office.run("close", "--month", "2025-03", *arguments, code=code)
    assert office.ask("verify")["entries"] == 0
