"""`python -m metrics why`, and the comparison behind it."""

import json
from datetime import UTC, datetime

import pytest

from metrics.__main__ import main
from metrics.store import EVERYTHING, Scope, open_store
from metrics.store.comparing import Comparison, explanation
from metrics.why import Period, Periods

FCR = "first_contact_resolution"
UNITS = (
    {"org_unit_id": "NORTH", "name": "北区", "name_en": "North"},
    {"org_unit_id": "N1", "name": "北一店", "name_en": "North 1", "parent_id": "NORTH"},
    {"org_unit_id": "S1", "name": "南一店"},
)
MAY_JUNE = ["--from", "2025-05", "--to", "2025-06"]


def row(month, unit, total, n, channel="phone"):
    return {"month": month, "unit": unit, "channel": channel, "n": n, "total": float(total)}


@pytest.fixture
def workspace(published):
    rows = [
        row("2025-04", "N1", 700, 1000),
        row("2025-05", "N1", 850, 1000),
        row("2025-05", "S1", 830, 1000, "web"),
        row("2025-06", "N1", 700, 1000),
        row("2025-06", "S1", 828, 1000, "web"),
    ]
    return published(*rows, units=UNITS)


def answer(capsys, workspace, *arguments):
    assert main(["why", str(workspace), FCR, *arguments, "--json"]) == 0
    return json.loads(capsys.readouterr().out)


def test_json_holds_the_change_its_parts_and_the_sentence(workspace, capsys):
    found = answer(capsys, workspace, *MAY_JUNE, "--by", "unit")
    assert (found["verdict"], found["difference"]) == ("real", pytest.approx(0.764 - 0.84))
    assert (found["before"]["n"], found["now"]["numerator"]) == (2000, 1528)
    assert [segment["unit"] for segment in found["segments"]] == ["N1", "S1"]
    assert sum(segment["contribution"] for segment in found["segments"]) == pytest.approx(found["difference"], abs=1e-9)
    assert found["mix"] + found["rate"] == pytest.approx(found["difference"], abs=1e-9)
    assert "主要来自北一店(−7.5 个百分点,自身变化)" in found["sentence_zh"]
    assert "mainly from North 1 (−7.5 percentage points, own change)" in found["sentence_en"]


def test_two_periods_of_several_months_are_compared(workspace, capsys):
    found = answer(capsys, workspace, "--from", "2025-04..2025-05", "--to", "2025-06")
    assert (found["before"]["first"], found["before"]["last"], found["before"]["value"]) == (
        "2025-04",
        "2025-05",
        2380 / 3000,
    )


def test_only_rows_that_match_where_are_taken_apart(workspace, capsys):
    found = answer(capsys, workspace, *MAY_JUNE, "--by", "unit", "--where", "channel=web")
    assert [segment["unit"] for segment in found["segments"]] == ["S1"]


def test_units_within_regions_are_flagged(published, capsys):
    rows = [row(month, unit, 8, 10) for month in ("2025-05", "2025-06") for unit in ("N1", "N2", "S1", "S2")]
    regions = [{"org_unit_id": unit, "name": unit, "parent_id": unit[0]} for unit in ("N1", "N2", "S1", "S2")]
    found = answer(capsys, published(*rows, units=regions), *MAY_JUNE, "--by", "region,unit")
    assert found["nested"] == [["unit", "region"]]


def test_plain_output_is_the_sentence_in_both_languages_and_the_parts(workspace, capsys):
    assert main(["why", str(workspace), FCR, *MAY_JUNE]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("一次性解决率 2025-06 为 76.4 %(n = 2,000),较上月下降 7.6 个百分点")
    assert lines[1].startswith("First-contact resolution was 76.4 % in 2025-06")
    assert lines[2].split()[:2] == ["N1", "contribution=-0.075000"]


def test_groups_are_told_in_words_beside_their_codes(workspace, capsys):
    assert main(["why", str(workspace), FCR, *MAY_JUNE, "--by", "channel"]) == 0
    zh, en, *lines = capsys.readouterr().out.splitlines()
    assert "主要来自电话(" in zh
    assert "mainly from phone (" in en
    assert lines[1].startswith("web ")
    assert lines[1].endswith("  网页 / web")


def test_a_value_that_other_months_know_is_no_mistake(workspace, capsys):
    found = answer(capsys, workspace, "--from", "2025-03", "--to", "2025-04", "--where", "channel=web")
    assert (found["now"]["n"], found["verdict"]) == (0, "no_comparison")


def test_a_month_that_is_not_over_is_not_compared(published, capsys):
    folder = published(
        row("2025-05", "N1", 8, 10), row("2025-06", "N1", 9, 10), as_of=datetime(2025, 6, 12, tzinfo=UTC)
    )
    found = answer(capsys, folder, *MAY_JUNE)
    assert (found["verdict"], found["difference"], found["segments"], found["now"]["value"]) == (
        "too_early",
        None,
        [],
        0.9,
    )


def test_a_unit_without_a_previous_month_is_not_compared(workspace, capsys):
    found = answer(capsys, workspace, "--from", "2025-04", "--to", "2025-05", "--where", "unit=S1")
    assert (found["verdict"], found["segments"]) == ("no_comparison", [])
    assert found["sentence_zh"] == "一次性解决率 2025-05 为 83.0 %;2025-04 没有数据,无法比较。"


def test_a_scope_explains_only_what_it_may_see(workspace):
    asked = Comparison(FCR, Periods(Period("2025-05", "2025-05"), Period("2025-06", "2025-06")))
    found = explanation(open_store(workspace), Scope(frozenset({"S1"})), asked)
    assert (found.now["n"], found.segments["unit"].to_list()) == (1000, ["S1"])


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["nonsense", *MAY_JUNE], "No KPI is registered as 'nonsense'"),
        ([FCR, *MAY_JUNE, "--by", "chanel"], "has no dimension 'chanel'. Did you mean channel?"),
        ([FCR, *MAY_JUNE, "--by", "month"], "other than month"),
        ([FCR, *MAY_JUNE, "--by", ""], "Say by which dimensions"),
        (
            [FCR, *MAY_JUNE, "--where", "channel=fone"],
            f"No row of KPI '{FCR}' has the channel 'fone'. Did you mean phone?",
        ),
        (["resolution_time_p50", *MAY_JUNE], "A percentile is no sum of its groups, so its change has no such parts"),
        ([FCR, *MAY_JUNE, "--where", "channel"], "write it as dimension=value"),
        ([FCR, "--from", "2025-06", "--to", "2025-05"], "The earlier period (to 2025-06) must end before"),
        ([FCR, "--from", "2025-06", "--to", "2025-06"], "must end before the later one (from 2025-06) begins"),
        ([FCR, "--from", "2025-01..", "--to", "2025-06"], "'2025-01..' has no end"),
        ([FCR, "--from", "2025-1", "--to", "2025-06"], "'2025-1' is not a month"),
    ],
)
def test_wrong_use_ends_with_2_and_says_what_is_allowed(workspace, capsys, arguments, says):
    assert main(["why", str(workspace), *arguments]) == 2
    assert says in capsys.readouterr().err


def test_the_samples_shift_from_phone_to_wechat_is_told_as_a_paradox(loaded_sample):
    periods = Periods(Period("2026-03", "2026-03"), Period("2026-04", "2026-04"))
    found = explanation(open_store(loaded_sample), EVERYTHING, Comparison(FCR, periods, by=("channel",)))
    assert found.is_paradox
    assert found.rate < 0 < found.change.difference < found.mix
