import pytest

from dashboard.provenance.objections import objection


@pytest.mark.parametrize(
    ("detail", "rule", "zh", "en"),
    [
        ("org_unit_id = ZZ", "reference_unknown", "服务中心 = ZZ", "Service centre = ZZ"),
        ("started_at = (empty)", "value_missing", "开始时间 = (空)", "Started = (empty)"),
        (
            "started_at = 2024-08-20, ended_at = 2024-07-31",
            "ended_before_started",
            "开始时间 = 2024-08-20, 结束时间 = 2024-07-31",
            "Started = 2024-08-20, Ended = 2024-07-31",
        ),
        ("nobody_knows = 1", "odd", "nobody_knows = 1", "nobody_knows = 1"),
        (
            "csat: '9' is not on the scale 1–5; started_at: 'x' does not fit the format '%Y' or '%d'",
            "cell_unreadable",
            "满意度(1–5): '9' 不在量表 1–5; 开始时间: 'x' 不符合格式 '%Y' 或 '%d'",
            "Satisfaction 1–5: '9' is not on the scale 1–5; Started: 'x' does not fit the format '%Y' or '%d'",
        ),
    ],
)
def test_what_is_wrong_is_told_in_the_readers_language(detail, rule, zh, en):
    assert objection(detail, rule, "zh") == zh
    assert objection(detail, rule, "en") == en


def test_a_value_that_reads_like_a_phrase_stays_as_it_came():
    said = objection("csat: 'is not a number' is not a number", "cell_unreadable", "zh")
    assert said.endswith(": 'is not a number' 不是数字")
