"""The typed tables of a statement: the same figures wherever they are shown, each in both languages."""

from datetime import UTC, datetime
from fractions import Fraction

import pytest

from metrics.rewards.ledger.names import KINDS
from metrics.rewards.ledger.states import STATES
from metrics.rewards.month_rows import MonthRow, month_rows
from metrics.rewards.paper.appeals import ruling_in_words
from metrics.rewards.paper.months import month_sheet
from metrics.rewards.paper.rows import complaints_sheet, forms_sheet
from metrics.rewards.paper.settings import in_words, labels_of, settings_sheet, sheet_of
from metrics.rewards.paper.sheet import Kind
from metrics.rewards.paper.sums import calls_sheet, denominators_sheet
from metrics.rewards.paper.words import DOUBTS
from metrics.rewards.paper.written import written
from metrics.rewards.policy import SatisfactionPolicy
from metrics.rewards.setting import settings_of
from metrics.rewards.warning import WarningCode
from metrics.store import EVERYTHING
from metrics.store.ledger_accounts import known, month_account
from metrics.text import Text
from tests.rewarded import HOSTILE


def read(sheet, row=0, language="en"):
    """Return one row of a sheet as it is read, by the columns' keys."""
    cells = zip(sheet.columns, sheet.rows[row], strict=True)
    return {column.key: written(value, column.kind, language, "Asia/Shanghai") for column, value in cells}


def test_a_month_has_a_row_per_unit_with_all_that_a_checker_looks_at(drafts):
    account = month_account(drafts.closing, EVERYTHING, known(drafts.closing), "2025-05")
    sheet = month_sheet(month_rows(account), lambda unit: Text(unit, unit))
    north = read(sheet)
    assert [north[key] for key in ("used", "returned", "verified_share")] == ["10", "11", "90.9 %"]
    assert [north[key] for key in ("average", "baseline", "delta")] == ["4.00", "3.50", "+0.50"]
    assert [north[key] for key in ("satisfaction", "complaints", "adjusted", "total")] == [
        "1,000.00", "−50.00", "0.00", "950.00",
    ]  # fmt: skip
    assert (north["sure"], north["doubts"].split(", ")[0]) == ("within noise", "sign hangs on unverified forms")
    assert read(sheet, 1)["total"] == "−800.00"


def test_a_unit_without_statements_has_no_figures_which_are_not_nothing():
    row = MonthRow("N", None, None)
    sheet = month_sheet([row], lambda unit: Text(unit, unit))
    assert [read(sheet)[key] for key in ("used", "average", "rule", "satisfaction")] == ["–"] * 4
    assert (row.total, row.currency) == (0, "")


def test_a_form_shows_its_grades_before_and_after_correction(drafts):
    sheet = forms_sheet(drafts.dossier("S").forms)
    corrected = next(number for number, form in enumerate(sheet.values("form_id")) if form == "FS055")
    told = read(sheet, corrected)
    assert [told[key] for key in ("timeliness", "attitude", "original")] == ["C", "C", "–, –, A"]
    assert (told["verified"], told["verified_at"], told["score"]) == ("corrected", "2025-05-20 10:00", "0.00")
    assert (told["source_file"], told["status"]) == ("exports/forms.csv", "counted")


def test_what_a_customer_wrote_stands_as_he_wrote_it(may_of_north):
    assert HOSTILE in forms_sheet(may_of_north.forms).values("comment")


def test_a_complaint_on_a_form_is_shown_and_not_counted_twice(may_of_north):
    sheet = complaints_sheet(may_of_north.complaints)
    assert [read(sheet, row)["status"] for row in range(2)] == [
        "counted", "on a form or in a call-back: counted in the satisfaction part",
    ]  # fmt: skip
    assert (sheet.values("weight"), read(sheet, 0, "zh")["severity"]) == ([1, None], "轻微")


def test_every_denominator_stands_beside_the_one_that_decides(may_of_north):
    sheet = denominators_sheet(may_of_north.row.satisfaction)
    assert [read(sheet, row)["decides"] for row in range(3)] == ["yes", "no", "no"]
    assert sheet.values("average") == [Fraction(4)] * 3


def test_call_backs_are_set_beside_the_month(may_of_north):
    told = read(calls_sheet(may_of_north.calls))
    assert [told[key] for key in ("called", "share", "average", "delta")] == ["1", "100.0 %", "3.00", "−0.50"]


def test_where_nobody_was_called_a_sentence_stands_in_place_of_figures(drafts):
    sheet = calls_sheet(drafts.dossier("S").calls)
    assert sheet.rows == ()
    assert sheet.about.zh == "收回的表还没有一张被电话回访过。"


def test_a_setting_that_the_document_states_otherwise_is_not_called_the_documents():
    policy = SatisfactionPolicy(baseline="rolling_3", reward_amount=50_000)
    sheet = sheet_of("satisfaction", {one.key: one.value for one in settings_of(policy)}, ())
    whose = dict(zip((label.en for label in sheet.values("setting")), sheet.values("whose"), strict=True))
    assert whose["what the month is compared with"].en == "set here, unlike the source document"
    assert whose["reward"].zh == "单位自定,与原文件不同"
    assert whose["how amounts are meant"].en == "source document"


def test_settings_that_this_project_had_to_invent_are_marked(may_of_north):
    sheet = settings_sheet(may_of_north.row.satisfaction)
    whose = dict(zip((label.en for label in sheet.values("setting")), sheet.values("whose"), strict=True))
    assert whose["reward"].en == "source document"
    assert whose["fewest forms to judge by"].zh == "本项目自定"
    assert {text.en for text in settings_sheet(may_of_north.row.complaints).values("whose")} == {"project's own rule"}


def test_every_setting_has_a_name_and_money_is_read_in_main_units(may_of_north):
    for document in may_of_north.row.documents:
        assert {*document["policy"]["settings"]} == {*labels_of(document["part"])}
    assert in_words("reward_amount", 100_000, "CNY") == "1,000.00 CNY"
    assert in_words("score_map", {"A": 2, "E": -2}, "CNY").en == "A 2, E −2"
    steps = [{"first": 0, "last": 0, "amount": 30_000}, {"first": 1, "last": None, "amount": -600}]
    assert in_words("steps", steps, "CNY").zh == "0:300.00 CNY、1 以上:−6.00 CNY"


@pytest.mark.parametrize(
    ("reads", "said"),
    [
        ({"verified": "rejected"}, "leave out F1"),
        ({"verified": "confirmed"}, "count F1"),
        ({"attitude": "A"}, "read F1 as attitude = A"),
    ],
)
def test_a_ruling_is_told_in_words(reads, said):
    assert ruling_in_words({"table": "feedback_forms", "row": "F1", "reads": reads}).en == said


@pytest.mark.parametrize(
    ("value", "kind", "read"),
    [
        (None, Kind.MONEY, "–"), (0, Kind.MONEY, "0.00"), (-5, Kind.MONEY, "−0.05"), (1234, Kind.COUNT, "1,234"),
        (Fraction(1, 3), Kind.SHARE, "33.3 %"), (datetime(2025, 5, 31, 16, 30, tzinfo=UTC), Kind.MOMENT,
         "2025-06-01 00:30"),
    ],
)  # fmt: skip
def test_values_are_read_by_their_kind_and_times_by_the_business_clock(value, kind, read):
    assert written(value, kind, "en", "Asia/Shanghai") == read


def test_everything_that_can_be_warned_of_or_done_has_a_name():
    assert {*DOUBTS} == {*WarningCode}
    assert all(text.zh and text.en for names in (KINDS, STATES) for text in names.values())
