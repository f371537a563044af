"""Months closed over real loads: a closed one never moves, and what later exports say comes to the cent in the next."""

import json
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import polars as pl
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
    shown = office.ask("appeal", "show", "--appeal", number)
    assert [tuple(row.values()) for row in shown["rows"]] == [
        (f"N03{number}", "counted", "rejected") for number in range(4)
    ]
    [march, april] = shown["effects"]
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


def test_a_unit_does_not_appeal_about_anothers_forms(office):
    office.load(**MARCH)
    office.close("2025-03")
    filing = ("appeal", "file", "--month", "2025-03", "--unit", "N", "--as", "Nora", "--yes", "--text", "not ours")
    for row in ("S030", "N020", "N999"):
        assert f"'{row}' is no row behind the satisfaction statement of N" in office.run(*filing, "--with", row, code=1)


def test_the_days_of_an_appeal_are_counted_on_the_calendar_that_was_loaded(office):
    columns = {name: name for name in ("calendar_id", "timezone", "weekday", "starts", "ends")}
    office.company.source("calendars", "calendars", columns)
    week = [f"CN,Asia/Shanghai,{day},09:00,18:00" for day in range(1, 8)]
    office.company.export("calendars.csv", ",".join(columns), *week)
    office.load(**MARCH)
    closed = datetime.fromisoformat(office.close("2025-03")["at"]).astimezone(ZoneInfo("Asia/Shanghai")).date()
    filed = office.ask(
        "appeal", "file", "--month", "2025-03", "--unit", "N", "--as", "Nora", "--yes", "--text", "x", "--without=N030"
    )
    # Seven days a week are worked here: the fifth working day is the fifth day.
    assert (filed["calendar"], filed["until"]) == ("CN", str(closed + timedelta(days=5)))


def test_closed_months_come_out_the_same_from_the_load_that_they_name(office):
    office.load(**MARCH)
    office.close("2025-03")
    office.load(**WORSE)
    assert office.ask("verify", "--recompute")["ok"]
    table = office.company.folder / "var/warehouse/feedback_forms"
    falsify(table, "2025-03")
    assert office.ask("verify")["ok"]
    assert "comes to" in office.run("verify", "--recompute", code=1)
    for file in (table / "month=2025-03").glob("*.parquet"):
        file.unlink()
    assert "the facts of load 1 cannot be read any more" in office.run("verify", "--recompute", code=1)


def falsify(table: Path, month: str) -> None:
    """Let every form of a month bear other grades, in the files and in what the table's log says of them."""
    sizes = {}
    for file in (table / f"month={month}").glob("*.parquet"):
        grades = dict.fromkeys(("timeliness", "repair_quality", "attitude"), pl.lit("E"))
        pl.read_parquet(file).with_columns(**grades).write_parquet(file)
        sizes[f"month={month}/{file.name}"] = file.stat().st_size
    for log in (table / "_delta_log").glob("*.json"):
        actions = [json.loads(line) for line in log.read_text().splitlines()]
        for action in actions:
            if "add" in action and action["add"]["path"] in sizes:
                action["add"]["size"] = sizes[action["add"]["path"]]
        log.write_text("\n".join(map(json.dumps, actions)))


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
