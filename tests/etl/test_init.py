import sqlite3
from datetime import UTC, datetime, timedelta

import pytest
import xlsxwriter

from etl.errors import WorkspaceError
from etl.init import first_workspace, write_first_workspace
from etl.sources import extracts
from etl.workspace import Source, read_workspace

TICKETS = "工单号,渠道,受理时间,状态\n1,电话,2025-01-31 08:00,处理中\n2,微信,2025-02-01 09:30,已关闭\n"


@pytest.fixture
def guess(tmp_path):
    """Return a function that writes a first workspace and gives its sources by name, and the questions."""

    def write_and_read() -> tuple[dict[str, Source], str]:
        _, questions = write_first_workspace(tmp_path)
        return {source.name: source for source in read_workspace(tmp_path).sources}, "\n".join(questions)

    return write_and_read


def export(tmp_path, text: str, file: str = "tickets.csv", encoding: str = "utf-8") -> None:
    (tmp_path / file).parent.mkdir(exist_ok=True)
    (tmp_path / file).write_text(text, encoding=encoding)


def test_a_chinese_export_is_mapped_by_its_headers_and_values(tmp_path, guess):
    export(tmp_path, TICKETS, encoding="gb18030")
    sources, _ = guess()
    tickets = sources["tickets"]
    assert (tickets.table, tickets.encoding, tickets.zone) == ("cases", "gb18030", "Asia/Shanghai")
    assert {name: column.column for name, column in tickets.columns.items()} == {
        "case_id": "工单号",
        "channel": "渠道",
        "status": "状态",
        "created_at": "受理时间",
    }
    assert tickets.columns["channel"].values == {"微信": "wechat", "电话": "phone"}


def test_a_dutch_export_with_semicolons_is_understood(tmp_path, guess):
    export(tmp_path, "Zaaknummer;Kanaal;Aangemaakt\n1;balie;31-01-2025 08:00\n2;telefoon;01-02-2025 09:30\n")
    source = guess()[0]["tickets"]
    assert (source.delimiter, source.columns["created_at"].format) == (";", ("%d-%m-%Y %H:%M",))
    assert source.columns["channel"].values == {"balie": "store", "telefoon": "phone"}


def test_the_zone_is_always_asked(tmp_path, guess):
    export(tmp_path, TICKETS)
    assert "In which time zone does the company work? Asia/Shanghai is assumed" in guess()[1]


def test_a_value_nobody_knows_is_asked_and_counted_as_other_where_that_is_allowed(tmp_path, guess):
    export(tmp_path, TICKETS + "3,飞鸽传书,2025-02-02 10:00,处理中\n")
    sources, questions = guess()
    assert sources["tickets"].columns["channel"].default == "other"
    assert "channel: what do '飞鸽传书' in '渠道' mean? Allowed are phone, web, email" in questions


def test_codes_nobody_knows_are_left_out_and_asked(tmp_path, guess):
    export(tmp_path, "ticket id,created,status\n1,2025-01-31,7\n2,2025-02-01,8\n")
    sources, questions = guess()
    assert "status" not in sources["tickets"].columns
    assert "status: what do the values of 'status' mean?" in questions
    assert '# status = { column = "status", values = { "7" = "?", "8" = "?" } }' in (
        (tmp_path / "workspace.toml").read_text(encoding="utf-8")
    )


def test_the_order_of_day_and_month_is_decided_by_a_day_above_12(tmp_path, guess):
    export(tmp_path, "ticket id,created\n1,02/01/2025\n2,01/31/2025\n")
    sources, questions = guess()
    assert sources["tickets"].columns["created_at"].format == ("%m/%d/%Y",)
    assert "which is it" not in questions.lower()


def test_the_order_of_day_and_month_is_asked_where_no_day_decides(tmp_path, guess):
    export(tmp_path, "ticket id,created\n1,02/01/2025\n2,01/12/2025\n")
    asked = "created_at: 'created' can be read as %d/%m/%Y and as %m/%d/%Y: no day is above 12. Which is it?"
    assert asked in guess()[1]


def test_missing_markers_are_found_and_na_is_none(tmp_path, guess):
    export(tmp_path, "ticket id,created,agent\n1,2025-01-31,?\nNA,2025-02-01,null\n")
    assert guess()[0]["tickets"].missing == ("?", "null")


def test_files_of_one_layout_become_one_source(tmp_path, guess):
    for month in ("2025-01", "2025-02"):
        export(tmp_path, TICKETS, f"exports/tickets_{month}.csv")
    sources, _ = guess()
    assert sources["tickets"].path == "exports/tickets*.csv"


def test_a_log_of_updates_becomes_cases_by_its_last_rows(tmp_path, guess):
    rows = "1,2025-01-01,new,1\n1,2025-01-01,closed,10\n1,2025-01-01,open,2\n2,2025-01-02,new,1\n"
    export(tmp_path, f"ticket id,created,status,update count\n{rows}")
    sources, questions = guess()
    workspace = read_workspace(tmp_path)
    [found] = extracts(sources["tickets"], workspace)
    assert sorted(found.frame["status"].to_list()) == ["closed", "new"]
    assert "'ticket id' repeats, as in a log of updates." in questions


@pytest.mark.parametrize("end", ["resolved at", "closed at"])
def test_a_case_of_which_only_one_end_is_told_is_resolved_then_and_that_is_asked(tmp_path, guess, end):
    export(tmp_path, f"ticket id,created,{end}\n1,31/01/2025,01/02/2025\n")
    sources, questions = guess()
    resolved = sources["tickets"].columns["resolved_first_at"]
    assert (resolved.column, resolved.format) == (end, ("%d/%m/%Y",))
    assert f"resolved_first_at: only '{end}' tells when a case ends" in questions


def test_the_stages_of_a_log_that_tells_no_end_are_asked_about(tmp_path, guess):
    steps = "".join(f"{n},2025-01-0{n},{step}\n" for n in (1, 2) for step in ("new", "taken", "solved", "taken"))
    export(tmp_path, f"ticket id,timestamp,activity\n{steps}")
    _, questions = guess()
    assert "Which of 'taken', 'new', 'solved' in 'activity' tell that a case was answered" in questions


def test_a_table_that_tells_no_time_is_dated_today_and_that_is_asked(tmp_path, guess):
    export(tmp_path, "form id,attitude,timeliness\nF1,A,B\n", "feedback.csv")
    sources, questions = guess()
    today = datetime.now(UTC).date()
    assert sources["feedback"].columns["received_at"].constant in {str(today), str(today - timedelta(days=1))}
    assert "received_at: no column tells it, and without it the rows belong to no month." in questions


def test_day_and_time_of_day_are_joined_and_ratings_make_a_source_of_their_own(tmp_path, guess):
    export(tmp_path, "call id,date,time,answered (y/n),rating\n1,2025-01-31,09:12:58,Y,5\n", "calls.csv")
    sources, _ = guess()
    assert sources["calls"].columns["abandoned"].values == {"Y": "false"}
    ratings = sources["calls ratings"]
    [found] = extracts(ratings, read_workspace(tmp_path))
    assert found.frame["started_at"].to_list() == ["2025-01-31 09:12:58"]
    assert (ratings.table, ratings.columns["csat"].column) == ("feedback_forms", "rating")


def test_a_sheet_is_found_with_its_range_and_the_others_are_asked_about(tmp_path, guess):
    with xlsxwriter.Workbook(tmp_path / "forms.xlsx") as book:
        book.add_worksheet("说明").write("A1", "请勿修改")
        sheet = book.add_worksheet("反馈表")
        sheet.write_row("B1", ["满意度反馈表"])
        for row, cells in enumerate(
            [["表号", "服务态度", "收回日期"], ["F1", "a", "2025/1/31"], ["F2", "Ｂ", "2025年2月1日"]]
        ):
            sheet.write_row(row + 2, 1, cells)
        sheet.write_row("G5", ["合计", 2])
    sources, questions = guess()
    forms = sources["forms 反馈表"]
    assert (forms.sheet, forms.range) == ("反馈表", "B3:D")
    assert forms.columns["received_at"].format == ("%Y/%m/%d", "%Y年%m月%d日")
    assert "is anything needed from the other sheets (说明)?" in questions


def test_each_table_of_a_database_is_looked_at(tmp_path, guess):
    with sqlite3.connect(tmp_path / "cases.db") as connection:
        connection.execute("create table tickets (ticket_id, created, updated_at)")
        connection.execute("insert into tickets values ('1', '2025-01-31', '2025-02-01')")
    connection.close()
    tickets = guess()[0]["tickets"]
    assert (tickets.url, tickets.db_table, tickets.version) == ("sqlite:///cases.db", "tickets", "updated_at")


def test_pairs_of_expectation_and_perception_become_answers_to_items(tmp_path, guess):
    items = ",".join(f"{n}-1. 期望,{n}-2. 感知" for n in (1, 2, 3))
    export(tmp_path, f"respondent,{items}\nr1,7,6,5,4,3,2\nr2,,,,,,\n", "survey.csv")
    sources, _ = guess()
    [found] = extracts(sources["survey"], read_workspace(tmp_path))
    answers = found.frame.select("response_id", "item_no", "expectation", "perception", "scale_max").rows()
    assert answers == [("r1", 1, "7", "6", 7), ("r1", 2, "5", "4", 7), ("r1", 3, "3", "2", 7)]


def test_a_table_without_an_id_is_given_row_numbers_and_asked(tmp_path, guess):
    export(tmp_path, "satisfaction,received,attitude\n5,2025-01-31,A\n", "feedback.csv")
    sources, questions = guess()
    assert sources["feedback"].columns["form_id"].column == "row_id"
    assert "form_id: no column looks like an id. Is there one?" in questions


def test_an_export_that_fits_nothing_is_asked_about(tmp_path, guess):
    export(tmp_path, "colour,size\nred,1\n", "paint.csv")
    sources, questions = guess()
    assert sources == {}
    assert "What is paint.csv? Its columns fit no table: colour, size." in questions


def test_a_file_that_cannot_be_read_does_not_stop_the_others(tmp_path, guess):
    export(tmp_path, TICKETS)
    export(tmp_path, "a,b\n1\n", "broken.csv")
    sources, questions = guess()
    assert list(sources) == ["tickets"]
    assert "What is wrong with this file? broken.csv: the header has 2 fields, but row 2 has 1" in questions


def test_odd_names_survive_the_writing(tmp_path, guess):
    export(tmp_path, '"ticket ""id""",created\\\n1,2025-01-31\n')
    assert guess()[0]["tickets"].columns["case_id"].column == 'ticket "id"'


def test_a_workspace_that_is_there_is_never_overwritten(tmp_path):
    export(tmp_path, TICKETS)
    (tmp_path / "workspace.toml").write_text("mine", encoding="utf-8")
    with pytest.raises(WorkspaceError, match="is there already and is left as it is"):
        write_first_workspace(tmp_path)
    assert (tmp_path / "workspace.toml").read_text(encoding="utf-8") == "mine"


def test_a_folder_without_exports_is_told_as_such(tmp_path):
    with pytest.raises(WorkspaceError, match="holds no csv, xlsx, json"):
        first_workspace(tmp_path)


def test_grades_in_numbers_and_phones_and_yes_and_no_are_recognised(tmp_path, guess):
    text = "表号,态度,联系电话\n" + "".join(f"F{n},{n},138 0013 800{n}\n" for n in range(1, 6))
    export(tmp_path, text, "反馈.csv")
    columns = guess()[0]["反馈"].columns
    assert (columns["attitude"].scale, columns["identity_key"].kind) == ("1-5", "phone")


@pytest.mark.parametrize(
    ("header", "cell", "scale"), [("金额(元)", "12", "yuan"), ("金额(分)", "1200", None), ("金额", "8.50", "yuan")]
)
def test_the_unit_of_money_is_told_by_the_header_or_by_decimals(tmp_path, guess, header, cell, scale):
    export(tmp_path, f"维修单号,工单号,完工时间,{header}\nJ1,1,2025-01-31,{cell}\n", "jobs.csv")
    assert guess()[0]["jobs"].columns["amount"].scale == scale


def test_the_unit_of_money_is_asked_where_nothing_tells_it(tmp_path, guess):
    export(tmp_path, "维修单号,工单号,完工时间,金额\nJ1,1,2025-01-31,1200\n", "jobs.csv")
    assert "amount: is '金额' in major units (scale = \"yuan\") or in minor ones (no scale)? fen is" in guess()[1]


def test_numbers_where_a_time_is_expected_are_serials_or_seconds_since_1970(tmp_path, guess):
    export(tmp_path, "ticket id,created,closed\n1,45292.5,1735689600\n2,45293.25,1735776000\n")
    columns = guess()[0]["tickets"].columns
    assert (columns["created_at"].format, columns["closed_at"].format) == (("excel",), ("unix",))


def test_american_times_are_told_by_their_halves_of_the_day(tmp_path, guess):
    export(tmp_path, "ticket id,created\n1,02/01/2025 09:30:00 AM\n2,01/12/2025 01:00:00 PM\n")
    assert guess()[0]["tickets"].columns["created_at"].format == ("%m/%d/%Y %I:%M:%S %p",)


def test_a_column_that_must_be_filled_and_is_not_found_is_assumed_and_asked(tmp_path, guess):
    export(tmp_path, "audit id,call id,audit date,round\nQ1,1,2025-01-31,primary\n", "audits.csv")
    sources, questions = guess()
    assert sources["audits"].columns["status"].constant == "valid"
    assert "status: which column tells it? 'valid' is assumed for all rows." in questions


@pytest.mark.parametrize("content", [b"", b"no workbook"])
def test_a_workbook_that_cannot_be_opened_is_asked_about(tmp_path, guess, content):
    export(tmp_path, TICKETS)
    (tmp_path / "forms.xlsx").write_bytes(content)
    assert "What is wrong with this file? forms.xlsx" in guess()[1]
