import pytest

from dashboard import periods
from metrics.calendar import months_between
from metrics.why import Period

MONTHS = months_between("2025-02", "2026-06")


def test_months_stand_first_then_whole_quarters_then_whole_years():
    listed = periods.listed(MONTHS)
    assert listed[:2] == ["2026-06", "2026-05"]
    assert listed[len(MONTHS) :] == [
        "2026-04..2026-06", "2026-01..2026-03", "2025-10..2025-12", "2025-07..2025-09", "2025-04..2025-06",
    ]  # fmt: skip
    assert periods.listed(months_between("2025-01", "2025-12"))[-1] == "2025-01..2025-12"


@pytest.mark.parametrize(
    ("named", "zh", "en", "before"),
    [
        ("2025-06", "2025 年 6 月", "June 2025", "2025-05"),
        ("2025-01", "2025 年 1 月", "January 2025", "2024-12"),
        ("2025-04..2025-06", "2025 年第 2 季度", "Q2 2025", "2025-01..2025-03"),
        ("2025-01..2025-12", "2025 年", "2025", "2024-01..2024-12"),
    ],
)
def test_a_period_has_a_name_and_one_before_it(named, zh, en, before):
    assert (periods.in_words(named, "zh"), periods.in_words(named, "en")) == (zh, en)
    assert periods.one_before(named) == before
    assert periods.name(periods.period(named)) == named


def test_a_period_is_read_from_its_name():
    assert periods.period("2025-06") == Period("2025-06", "2025-06")
    assert periods.period("2025-04..2025-06") == Period("2025-04", "2025-06")
