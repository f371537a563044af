from datetime import UTC, datetime, time

import pytest
import xlsxwriter

from etl.errors import SourceError


@pytest.fixture
def book(tmp_path):
    """Return a function that writes the cells of a sheet to book.xlsx; times and dates with a format."""

    def write(cells: dict, sheet: str = "反馈表", formats: dict | None = None) -> None:
        with xlsxwriter.Workbook(tmp_path / "book.xlsx", {"remove_timezone": True}) as file:
            page = file.add_worksheet(sheet)
            file.add_worksheet("Summary").write("A1", "Total")
            for place, value in cells.items():
                page.write(place, value, file.add_format({"num_format": (formats or {}).get(place, "General")}))

    return write


def rows(extract) -> list[tuple]:
    return extract.frame.rows()


HEAD = {"A3": "id", "B3": "name"}


def test_a_range_cuts_off_notes_above_and_beside_the_table(book, extract):
    book({"A1": "Printed on Monday", **HEAD, "A4": "1", "B4": "x", "D3": "Sum", "D4": 7})
    found = extract(path="book.xlsx", sheet="反馈表", range="A3:B")
    assert found.frame.columns == ["id", "name", "source_row"]
    assert rows(found) == [("1", "x", 4)]


def test_a_range_ends_where_it_says(book, extract):
    book(HEAD | {"A4": "1", "B4": "x", "A5": "2", "B5": "y", "A6": "Total"})
    assert rows(extract(path="book.xlsx", sheet="反馈表", range="A3:B5")) == [("1", "x", 4), ("2", "y", 5)]


def test_a_range_counts_columns_from_a_even_where_the_first_are_empty(book, extract):
    book({"C5": "id", "D5": "name", "E5": "note", "C6": "1", "D6": "x", "E6": "z"})
    assert rows(extract(path="book.xlsx", sheet="反馈表", range="C5:D")) == [("1", "x", 6)]


def test_without_a_range_the_first_row_with_cells_is_the_header(book, extract):
    book(HEAD | {"A4": "1", "B4": "x"})
    assert rows(extract(path="book.xlsx", sheet="反馈表")) == [("1", "x", 4)]


def test_empty_rows_are_skipped_and_the_others_keep_the_numbers_of_the_sheet(book, extract):
    book(HEAD | {"A4": "1", "B4": "x", "A7": "2", "B7": "y"})
    assert rows(extract(path="book.xlsx", sheet="反馈表")) == [("1", "x", 4), ("2", "y", 7)]


def test_numbers_are_written_as_a_reader_of_the_sheet_would(book, extract):
    book(HEAD | {"A4": 3, "B4": 0.1, "A5": 13800138000123, "B5": "007", "A6": "NA", "B6": True})
    assert rows(extract(path="book.xlsx", sheet="反馈表")) == [
        ("3", "0.1", 4),
        ("13800138000123", "007", 5),
        ("NA", "true", 6),
    ]


def test_dates_are_iso_dates_and_moments_are_iso_moments(book, extract):
    day, moment = datetime(2025, 1, 2, tzinfo=UTC), datetime(2025, 1, 2, 23, 59, 59, tzinfo=UTC)
    book(HEAD | {"A4": day, "B4": moment}, formats={"A4": "yyyy-mm-dd", "B4": "dd/mm/yyyy hh:mm"})
    assert rows(extract(path="book.xlsx", sheet="反馈表")) == [("2025-01-02", "2025-01-02 23:59:59", 4)]


def test_a_moment_at_midnight_keeps_its_time_among_other_moments(book, extract):
    cells = {"A4": "1", "B4": datetime(2025, 1, 2, tzinfo=UTC), "A5": "2", "B5": datetime(2025, 1, 2, 8, tzinfo=UTC)}
    book(HEAD | cells, formats=dict.fromkeys(("B4", "B5"), "dd/mm/yyyy hh:mm"))
    assert extract(path="book.xlsx", sheet="反馈表").frame["name"].to_list() == [
        "2025-01-02 00:00:00",
        "2025-01-02 08:00:00",
    ]


def test_times_of_day_and_durations_are_hours_minutes_seconds(book, extract):
    book(HEAD | {"A4": time(9, 12, 58), "B4": 1.5}, formats={"A4": "hh:mm:ss", "B4": "[h]:mm:ss"})
    assert rows(extract(path="book.xlsx", sheet="反馈表")) == [("09:12:58", "36:00:00", 4)]


def test_a_serial_date_without_a_date_format_stays_a_number(book, extract):
    book(HEAD | {"A4": "1", "B4": 45292.5})
    assert rows(extract(path="book.xlsx", sheet="反馈表")) == [("1", "45292.5", 4)]


def test_a_sheet_that_is_not_there_is_told_with_those_that_are(book, extract):
    book(HEAD)
    with pytest.raises(SourceError, match=r"book.xlsx has no sheet 'Sheet1'. Its sheets are '反馈表', 'Summary'."):
        extract(path="book.xlsx", sheet="Sheet1")


def test_several_sheets_and_none_named_is_a_question(book, extract):
    book(HEAD)
    with pytest.raises(SourceError, match=r"book\.xlsx has several sheets: say which"):
        extract(path="book.xlsx")


def test_an_empty_range_is_told_as_such(book, extract):
    book(HEAD)
    with pytest.raises(SourceError, match="sheet '反馈表', range F1:G is empty"):
        extract(path="book.xlsx", sheet="反馈表", range="F1:G")


def test_two_columns_of_one_name_are_refused(book, extract):
    book({"A1": "id", "B1": "name", "C1": "name", "A2": "1"})
    with pytest.raises(SourceError, match="columns 2 and 3 are both called 'name'"):
        extract(path="book.xlsx", sheet="反馈表")


def test_a_workbook_of_no_bytes_is_told_as_empty(tmp_path, extract):
    (tmp_path / "book.xlsx").write_bytes(b"")
    with pytest.raises(SourceError, match=r"book\.xlsx is empty"):
        extract(path="book.xlsx")


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"some text", r"it is not a workbook that can be opened \(Cannot detect file format\)\.$"),
        (b"<html>Please log in</html>", r"it is a web page\. Did the system ask for a login"),
        (b"PK\x03\x04 and no more", r"it is not a workbook .* Was it cut off, or is it locked by a password\?"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
            r"it is not a workbook .* Was it cut off, or is it locked by a password\?",
        ),
    ],
)
def test_what_is_no_workbook_is_told_by_what_it_seems_to_be(tmp_path, extract, content, told):
    (tmp_path / "book.xlsx").write_bytes(content)
    with pytest.raises(SourceError, match=rf"book\.xlsx: {told}"):
        extract(path="book.xlsx")
