"""What later data says of a closed month comes as a line in the next one, to the cent."""

from datetime import date

from metrics.store import Scope

MAY = {"2025-05": {"N": 100000, "S": -50000}}


def june(company, may: dict[str, int], n: int = 0) -> None:
    """Load these amounts for May, and June with nothing to pay."""
    company.load({"2025-05": may, "2025-06": {"N": n, "S": 0}, "2025-07": {"N": 0, "S": 0}})


def test_an_altered_may_is_paid_with_june(company):
    company.load(MAY)
    company.close("2025-05")
    june(company, {"N": -100000, "S": -50000}, n=33)
    [line] = company.account("2025-06")["adjustments"]
    assert company.adjustments("2025-06") == [("2025-05", "N", 100000, 0, -100000, -200000)]
    assert (line["closed_load"], line["load"], line["entry"]) == (1, 2, None)
    company.close("2025-06")
    assert company.adjustments("2025-06") == [("2025-05", "N", 100000, 0, -100000, -200000)]
    assert company.account("2025-06")["amount_minor"] == 33 - 200000
    assert company.verify().fault is None


def test_only_the_newest_load_counts_while_a_line_is_a_draft(tiny):
    tiny.load(MAY)
    tiny.close("2025-05")
    june(tiny, {"N": 1, "S": -50000})
    june(tiny, {"N": 99999, "S": -50000})
    assert tiny.adjustments("2025-06") == [("2025-05", "N", 100000, 0, 99999, -1)]


def test_amounts_that_return_to_what_they_were_leave_no_line(tiny):
    tiny.load(MAY)
    tiny.close("2025-05")
    june(tiny, {"N": 1, "S": 1})
    june(tiny, MAY["2025-05"])
    assert tiny.adjustments("2025-06") == []


def test_amounts_that_return_after_they_were_adjusted_are_adjusted_back(tiny):
    tiny.load(MAY)
    tiny.close("2025-05")
    june(tiny, {"N": 60000, "S": -50000})
    tiny.close("2025-06")
    june(tiny, MAY["2025-05"])
    assert tiny.adjustments("2025-07") == [("2025-05", "N", 100000, -40000, 100000, 40000)]


def test_two_closed_months_that_change_have_a_line_each(tiny):
    tiny.load(MAY)
    tiny.close("2025-05")
    june(tiny, MAY["2025-05"], n=500)
    tiny.close("2025-06")
    june(tiny, {"N": 100000, "S": -49999}, n=-500)
    assert tiny.adjustments("2025-07") == [
        ("2025-05", "S", -50000, 0, -49999, 1),
        ("2025-06", "N", 500, 0, -500, -1000),
    ]


def test_a_unit_that_vanishes_gives_back_what_it_got_and_one_that_appears_gets_its_amount(company):
    company.load(MAY)
    company.close("2025-05")
    company.load({"2025-05": {"S": -50000, "W": 70}, "2025-06": {"S": 0}, "2025-07": {"S": 0}})
    assert company.adjustments("2025-06") == [
        ("2025-05", "N", 100000, 0, None, -100000),
        ("2025-05", "W", None, 0, 70, 70),
    ]
    company.close("2025-06")
    company.load({"2025-05": {**MAY["2025-05"], "W": 100}, "2025-07": {"S": 0}})
    assert company.adjustments("2025-07") == [
        ("2025-05", "N", 100000, -100000, 100000, 100000),
        ("2025-05", "W", None, 70, 100, 30),
    ]
    assert company.verify().fault is None


def test_a_change_of_policy_adjusts_nothing_that_is_closed(tiny):
    tiny.load({**MAY, "2025-06": {"N": 10, "S": 20}})
    tiny.close("2025-05")
    tiny.policy(tiny.folder.joinpath("policy.toml").read_text() + "# double\n")
    account = tiny.account("2025-06")
    assert (account["adjustments"], account["amount_minor"]) == ([], 60)


def test_a_month_is_shown_as_it_was_known_on_a_day(company):
    company.load(MAY)  # on 1 April: the company's clock begins there and moves with every step
    company.close("2025-05")
    company.now = company.now.replace(month=7)
    june(company, {"N": 100001, "S": -50000}, n=8)
    company.policy(company.folder.joinpath("policy.toml").read_text() + "# double\n")
    company.step("check", "2025-06", "Ann")
    company.now = company.now.replace(month=8)
    june(company, {"N": 100002, "S": -50000}, n=9)
    company.step("approve", "2025-06", "Ben")
    company.step("close", "2025-06", "Cai")
    then = {day: company.account("2025-06", date(2025, *day)) for day in [(6, 30), (7, 31), (8, 31)]}
    assert {day: (account["state"], account["load"], account["amount_minor"]) for day, account in then.items()} == {
        (6, 30): ("draft", 1, None),  # that load knew nothing of June
        (7, 31): ("checked", 2, 16 + 1),
        (8, 31): ("closed", 2, 16 + 1),
    }
    assert company.account("2025-05", date(2025, 7, 31))["later_adjustments"] == []
    assert len(company.account("2025-05", date(2025, 8, 31))["later_adjustments"]) == 1


def test_a_viewer_sees_only_the_units_of_their_scope(tiny):
    tiny.load(MAY)
    tiny.close("2025-05")
    june(tiny, {"N": 1, "S": 1})
    seen = Scope(frozenset({"S"}))
    assert [each["unit"] for each in tiny.account("2025-05", scope=seen)["statements"]] == ["S"]
    assert [each["unit"] for each in tiny.account("2025-06", scope=seen)["adjustments"]] == ["S"]
    assert tiny.account("2025-05", scope=seen)["amount_minor"] == -50000
