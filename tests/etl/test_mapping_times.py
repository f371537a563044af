from datetime import UTC, date, datetime

import pytest

from etl.errors import EtlError, WorkspaceError

SHANGHAI = {"zone": "Asia/Shanghai"}


@pytest.fixture
def created(mapped):
    """Return a function that maps the cells of one column to created_at and gives the moments and complaints."""

    def run(*cells: str, mapping: dict | None = None, **settings) -> tuple[list, list]:
        columns = {"created_at": {"column": "opened", **(mapping or {})}}
        frame = mapped("cases", {"opened": list(cells)}, columns, **settings).frame
        return frame["created_at"].to_list(), frame["unreadable"].to_list()

    return run


def utc(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=UTC)


@pytest.mark.parametrize(
    ("cell", "moment"),
    [
        ("2025-01-02", utc(2025, 1, 1, 16)),
        ("2025-01-02 08:30", utc(2025, 1, 2, 0, 30)),
        ("2025-01-02T08:30:15.250", utc(2025, 1, 2, 0, 30, 15, 250_000)),
        ("2025-01-02T08:30:15Z", utc(2025, 1, 2, 8, 30, 15)),
        ("2025-01-02 08:30:15.123456+02:00", utc(2025, 1, 2, 6, 30, 15, 123_456)),
        ("2025-01-02 08:30:15 -0500", utc(2025, 1, 2, 13, 30, 15)),
    ],
)
def test_iso_8601_needs_no_format(created, cell, moment):
    assert created(cell, **SHANGHAI) == ([moment], [None])


def test_offsets_may_differ_from_row_to_row(created):
    moments, _ = created("2011-10-11 13:42:22+02:00", "2011-12-06 13:41:31+01:00")
    assert moments == [utc(2011, 10, 11, 11, 42, 22), utc(2011, 12, 6, 12, 41, 31)]


def test_times_without_a_zone_are_a_question_asked_once(created):
    with pytest.raises(WorkspaceError) as error:
        created("2025-01-02T00:00:00Z", "2025-01-02 08:30", "2025-01-03 08:30")
    assert str(error.value) == (
        "a.csv: column 'opened' holds times without a zone, such as '2025-01-02 08:30'."
        " Say which zone the system writes: zone = \"Asia/Shanghai\" under the [[source]] 'test'."
    )


def test_a_column_may_have_a_zone_of_its_own(created):
    assert created("2025-01-02 08:30", mapping={"zone": "UTC"}, **SHANGHAI) == ([utc(2025, 1, 2, 8, 30)], [None])


def test_a_declared_order_of_day_and_month_is_kept(created):
    assert created("5/3/2016 12:00", mapping={"format": "%d/%m/%Y %H:%M"}, zone="UTC")[0] == [utc(2016, 3, 5, 12)]
    assert created("5/3/2016 12:00", mapping={"format": "%m/%d/%Y %H:%M"}, zone="UTC")[0] == [utc(2016, 5, 3, 12)]


def test_a_day_above_12_in_the_place_of_the_month_is_unreadable(created):
    assert created("29/2/2016", mapping={"format": "%m/%d/%Y"}, zone="UTC") == (
        [None],
        ["created_at: '29/2/2016' does not fit the format '%m/%d/%Y'; it looks like %d/%m/%Y"],
    )


@pytest.mark.parametrize(
    ("cell", "reason"),
    [
        ("31/12/2025", "is not ISO 8601; it looks like %d/%m/%Y"),
        ("12/31/2025", "is not ISO 8601; it looks like %m/%d/%Y"),
        ("01/02/2025", "is not ISO 8601; it looks like %d/%m/%Y or %m/%d/%Y"),
        ("45292.5", 'is not ISO 8601; it looks like a day of Excel, counted from 1900: say format = "excel"'),
        ("2025-02-31", "is no day or time that exists"),
        ("yesterday", "is not ISO 8601; say its format"),
    ],
)
def test_without_a_format_only_iso_8601_is_a_time(created, cell, reason):
    assert created(cell, **SHANGHAI) == ([None], [f"created_at: '{cell}' {reason}"])


def test_the_31st_of_february_is_unreadable_and_not_the_3rd_of_march(created):
    assert created("31/02/2025", mapping={"format": "%d/%m/%Y"}, zone="UTC") == (
        [None],
        ["created_at: '31/02/2025' does not fit the format '%d/%m/%Y'"],
    )


def test_a_year_of_two_digits_is_not_the_first_century(created):
    assert created("1/3/16", mapping={"format": "%d/%m/%Y"}, zone="UTC")[0] == [None]
    assert created("1/3/16", mapping={"format": "%d/%m/%y"}, zone="UTC")[0] == [utc(2016, 3, 1)]


def test_several_formats_are_tried_in_order(created):
    formats = {"format": ["%d/%m/%Y %H:%M", "%Y年%m月%d日"]}
    assert created("1/3/2016 9:05", "2016年3月1日", mapping=formats, zone="UTC")[0] == [
        utc(2016, 3, 1, 9, 5),
        utc(2016, 3, 1),
    ]


def test_halves_of_the_day_are_understood_in_english_and_chinese(created):
    formats = {"format": ["%m/%d/%Y %I:%M:%S %p", "%Y/%m/%d %p%I:%M"]}
    cells = ("06/26/2018 12:00:00 AM", "06/26/2018 11:59:06 pm", "2018/6/26 下午3:04")
    assert created(*cells, mapping=formats, zone="UTC")[0] == [
        utc(2018, 6, 26),
        utc(2018, 6, 26, 23, 59, 6),
        utc(2018, 6, 26, 15, 4),
    ]


def test_excel_serials_are_days_since_1899(created):
    cells = ("45292", "45292.5", "45292.520833333336", "2024-01-01")
    moments, told = created(*cells, mapping={"format": "excel"}, zone="UTC")
    assert moments == [utc(2024, 1, 1), utc(2024, 1, 1, 12), utc(2024, 1, 1, 12, 30), None]
    assert told[3] == "created_at: '2024-01-01' does not fit the format 'excel'"


def test_unix_times_need_no_zone(created):
    assert created("1735689600", mapping={"format": "unix"})[0] == [utc(2025, 1, 1)]
    assert created("1735689600250", mapping={"format": "unix_ms"})[0] == [utc(2025, 1, 1, 0, 0, 0, 250_000)]


def test_an_hour_that_occurs_twice_is_the_first_and_one_that_is_skipped_is_no_time(created):
    moments, told = created("2025-10-26 02:30", "2025-03-30 02:30", zone="Europe/Amsterdam")
    assert moments == [utc(2025, 10, 26, 0, 30), None]
    assert told[1] == ("created_at: '2025-03-30 02:30' does not exist in Europe/Amsterdam: the clocks go forward then")


def test_real_dates_of_a_workbook_are_read_beside_a_format_for_text(created):
    cells = ("2016-03-01 09:05:00", "1/3/2016")
    moments, _ = created(*cells, mapping={"format": "%d/%m/%Y"}, zone="UTC", path="a.xlsx")
    assert moments == [utc(2016, 3, 1, 9, 5), utc(2016, 3, 1)]


def test_typed_times_are_kept(mapped):
    columns = {"created_at": "opened", "closed_at": "closed"}
    cells = {"opened": [utc(2025, 1, 2, 3, 4, 5)], "closed": [datetime(2025, 1, 2, 8)]}  # noqa: DTZ001 - as databases give them
    frame = mapped("cases", cells, columns, path="a.parquet", **SHANGHAI).frame
    assert frame.select("created_at", "closed_at").row(0) == (utc(2025, 1, 2, 3, 4, 5), utc(2025, 1, 2, 0))


def test_a_day_is_a_day_and_a_moment_is_a_day_in_the_business_zone(mapped):
    cells = {"d": ["2025-01-02", "2025-01-02T20:00:00Z", "2.1.2025"]}
    frame = mapped("staff", cells, {"valid_to": {"column": "d"}}).frame
    assert frame["valid_to"].to_list() == [date(2025, 1, 2), date(2025, 1, 3), None]


def test_a_column_of_which_nothing_is_a_time_is_drift(created):
    with pytest.raises(EtlError) as error:
        created(*[f"{day}/1/2025" for day in range(1, 21)], **SHANGHAI)
    assert str(error.value) == (
        "a.csv: none of the 20 cells of column 'opened' can be read as created_at (datetime); the first:"
        " '1/1/2025' is not ISO 8601; it looks like %d/%m/%Y or %m/%d/%Y."
        " Has the export changed, or does the mapping need a format?"
    )
