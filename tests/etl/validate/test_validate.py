import subprocess
import sys
from datetime import UTC, datetime, timedelta

import polars as pl
import pytest
from great_expectations.expectations import ExpectColumnValuesToMatchRegex

from etl.expectations.rules import about
from etl.validate import REJECTED, RuleBrokenError, RuleResult, check, run
from etl.validate.engine import Engine

NINE = datetime(2025, 6, 2, 9, tzinfo=UTC)
NOW = datetime(2025, 7, 1, tzinfo=UTC)


def result_of(checked, rule: str, column: str) -> RuleResult:
    [found] = [each for each in checked.results if (each.rule, each.column) == (rule, column)]
    return found


def test_a_result_counts_the_rows_that_had_something_to_judge(checked):
    found = checked("cases", {"channel": "phone"}, {"channel": "pigeon"}, {})
    assert result_of(found, "value_not_allowed", "channel") == RuleResult(
        rule="value_not_allowed",
        column="channel",
        evaluated=2,
        failed=1,
        text_zh="“渠道”只能是:phone, web, email, wechat, app, store, insurer, other。",
        text_en="'Channel' must be one of: phone, web, email, wechat, app, store, insurer, other.",
    )


def test_a_rule_on_a_column_without_values_judged_nothing_and_refused_nothing(checked):
    found = result_of(checked("cases", {}, {}), "value_not_allowed", "channel")
    assert (found.evaluated, found.failed) == (0, 0)


def test_a_refused_row_shows_both_values_of_a_pair(checked):
    rejected = checked("cases", {}, {"created_at": NINE, "closed_at": NINE - timedelta(minutes=1)}).rejected
    assert rejected.rows() == [
        (
            "export.csv",
            3,
            "closed_before_opened",
            "closed_at",
            "created_at = 2025-06-02 09:00:00 UTC, closed_at = 2025-06-02 08:59:00 UTC",
        )
    ]


def test_a_refused_row_shows_an_empty_value_as_empty(checked):
    assert checked("org_units", {"name": None}).rejected["detail"].to_list() == ["name = (empty)"]


def test_a_row_that_breaks_two_rules_is_told_twice_and_counted_once(checked):
    found = checked("cases", {"channel": "pigeon", "reopen_count": -1}, {})
    assert found.rejected["rule"].sort().to_list() == ["below_minimum", "value_not_allowed"]
    assert (found.rows_rejected, found.share_rejected) == (1, 0.5)


def test_rows_of_two_files_with_one_number_stay_apart(mapped_rows):
    frame = mapped_rows("org_units", {"name": None}, {}).with_columns(
        source_file=pl.Series(["a.csv", "b.csv"]), source_row=pl.lit(2, pl.Int64)
    )
    rejected = check("org_units", frame, {}, NOW).rejected
    assert rejected.select("source_file", "source_row").rows() == [("a.csv", 2)]


def test_a_reference_is_not_judged_while_its_table_is_unknown(checked):
    found = checked("cases", {"org_unit_id": "C01"})
    assert "reference_unknown" not in {each.rule for each in found.results}
    assert found.rejected.is_empty()


def test_a_reference_into_an_empty_table_is_unknown(checked):
    found = checked("cases", {"org_unit_id": "C01"}, {}, known={"org_units": frozenset()})
    assert result_of(found, "reference_unknown", "org_unit_id").evaluated == 1
    assert found.rejected["detail"].to_list() == ["org_unit_id = C01"]


def test_clocks_may_disagree_by_five_minutes(checked):
    found = checked("cases", {"created_at": NOW + timedelta(minutes=5)}, {"created_at": NOW + timedelta(minutes=6)})
    assert found.rejected["source_row"].to_list() == [3]


def test_a_due_time_may_lie_in_the_future(checked):
    assert checked("cases", {"resolve_due_at": NOW + timedelta(days=9)}).rejected.is_empty()


def test_a_frame_without_rows_passes(checked):
    found = checked("cases")
    assert found.rejected.schema == REJECTED
    assert found.rejected.is_empty()
    assert found.share_rejected == 0.0
    assert {each.evaluated for each in found.results} == {0}


def test_rows_in_parts_are_judged_as_one(checked, monkeypatch):
    rows = [{"case_id": "C1"}, {"reopen_count": -1}, {}, {"case_id": "C1"}, {"reopen_count": -2}]
    whole = checked("cases", *rows)
    monkeypatch.setattr(run, "PART", 2)
    parts = checked("cases", *rows)
    assert parts.results == whole.results
    assert parts.rejected.sort(pl.all()).equals(whole.rejected.sort(pl.all()))
    assert whole.rejected["source_row"].sort().to_list() == [2, 3, 5, 6]


def test_a_hundred_thousand_rows_lose_only_the_bad_ones(mapped_rows):
    frame = pl.concat([mapped_rows("cases", {})] * 100_000).with_columns(
        case_id=pl.int_range(pl.len()).cast(pl.String),
        source_row=pl.int_range(2, pl.len() + 2),
        closed_at=pl.when(pl.int_range(pl.len()) == 77_777).then(pl.col("created_at") - timedelta(days=1)),
    )
    assert check("cases", frame, {}, NOW).rejected.select("source_row", "rule").rows() == [
        (77_779, "closed_before_opened")
    ]


def test_a_rule_that_cannot_be_evaluated_is_named():
    broken = ExpectColumnValuesToMatchRegex(column="name", regex="(", **about("wrong_form", "name", "", ""))
    with pytest.raises(RuleBrokenError, match=r"Rule 'wrong_form' of column 'name' could not be evaluated: .*missing"):
        list(Engine({}).judge([broken], pl.DataFrame({"name": ["x"]}), first=0))


def test_asking_for_the_check_imports_no_great_expectations_yet():
    code = "import sys, etl.validate, etl.expectations; sys.exit('great_expectations' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
