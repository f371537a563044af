"""`python -m metrics signals`."""

import json

import pytest

from metrics.__main__ import main
from metrics.calendar import shift_month

FCR = "first_contact_resolution"
QUIET = [80, 84, 76, 79, 82, 85, 78, 77, 83, 80, 75, 81, 84, 79, 76, 82, 80, 78, 83, 77]


@pytest.fixture
def workspace(published):
    rows = [
        {"month": shift_month("2023-10", number), "unit": "N1", "n": 100, "total": float(hits)}
        for number, hits in enumerate([*QUIET, 50])
    ]
    return str(published(*rows))


def test_json_says_what_where_when_which_rule_how_far_and_why_it_may_be_wrong(workspace, capsys):
    assert main(["signals", workspace, "--kpi", FCR, "--unit", "N1", "--json"]) == 0
    [signal] = json.loads(capsys.readouterr().out)
    assert (signal["kpi"], signal["unit"], signal["first"], signal["flagged"]) == (FCR, "N1", "2025-06", "2025-06")
    assert (signal["rule"], signal["rule_set"], signal["meaning"], signal["value"]) == (
        1,
        "western_electric",
        "bad",
        0.5,
    )
    assert signal["beyond"] == pytest.approx(signal["low"] - 0.5)
    assert (signal["doubts"], signal["load"], signal["as_of"]) == ([], 1, "2025-06-30T15:59:00+00:00")


def test_plain_output_tells_each_signal_in_both_languages_and_what_chance_would_raise(workspace, capsys):
    assert main(["signals", workspace]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("一次性解决率:2025-06 为 50.0 %,低于下控制限")
    assert lines[1].startswith("  First-contact resolution: in 2025-06 at 50.0 %")
    assert lines[-1] == "2 signals on 2 charts, 2 of them without a doubt; chance alone would raise about 0.3"


def test_charts_are_printed_with_their_limits_and_why_they_were_chosen(workspace, capsys):
    assert main(["signals", workspace, "--unit", "N1", "--charts"]) == 0
    [chart] = json.loads(capsys.readouterr().out)
    assert (chart["chart"], chart["provisional"], chart["limits_to"]) == ("p", False, "2025-05")
    assert len(chart["points"]) == 21
    assert chart["because_en"].startswith("p chart: the counts vary as chance would")


@pytest.mark.parametrize(
    ("wrong", "says"),
    [(["--kpi", "nonsense"], "No KPI is registered as 'nonsense'"), (["--unit", "N2"], "No unit 'N2' has data here")],
)
def test_wrong_use_ends_with_2_and_says_what_is_known(workspace, capsys, wrong, says):
    assert main(["signals", workspace, *wrong]) == 2
    assert says in capsys.readouterr().err
