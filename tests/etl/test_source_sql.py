import re
from pathlib import Path

import pytest

from etl.errors import SourceError

LOG = "number,name,updates\nA,new,2\nA,done,10\nB,new,1\n"
CASES = {"org_unit_id": "number", "name": "name"}
LAST_ROW = "select * from source qualify row_number() over (partition by number order by cast(updates as int) desc) = 1"


@pytest.fixture
def query(tmp_path, extract):
    def run(sql: str, columns: dict = CASES):
        (tmp_path / "log.csv").write_text(LOG, encoding="utf-8")
        return extract(path="log.csv", sql=sql, columns=columns)

    return run


def test_an_event_log_becomes_cases_by_the_last_row_of_each(query):
    assert query(LAST_ROW).frame.sort("number").rows() == [("A", "done", "10", 3), ("B", "new", "1", 4)]


def test_a_subquery_finds_the_last_row_as_well(query):
    ranked = query(
        "select * from"
        " (select *, row_number() over (partition by number order by cast(updates as int) desc) as n from self)"
        " where n = 1"
    )
    assert ranked.frame["source_row"].sort().to_list() == [3, 4]


def test_rows_that_the_query_makes_are_numbered(query):
    found = query("select number, min(name) as name from source group by number order by number")
    assert found.frame.rows() == [("A", "done", 1), ("B", "new", 2)]
    assert found.notes[0].startswith("source_row counts the rows of the sql's result")


def test_rows_made_of_one_raw_row_are_numbered_apart_in_its_order(query):
    halves = "select number, 'a' as name, source_row from source union all select number, 'b', source_row from source"
    assert query(halves).frame.rows() == [
        ("A", "a", 1),
        ("A", "b", 2),
        ("A", "a", 3),
        ("A", "b", 4),
        ("B", "a", 5),
        ("B", "b", 6),
    ]


def test_two_columns_are_joined_to_one(query):
    assert query("select number || '-' || updates as number, name, source_row from source").frame["number"][0] == "A-2"


def test_a_column_that_the_query_misses_is_drift_of_the_export(query):
    with pytest.raises(SourceError, match=r"log.csv: Column 'numbr' is missing. Did you mean number\?"):
        query("select numbr as number, name from source")


def test_a_query_that_does_not_parse_is_told(query):
    with pytest.raises(SourceError, match=r"log\.csv: the sql of source 'test' fails: sql parser error"):
        query("selec * from source")


def test_a_table_of_another_name_is_told(query):
    with pytest.raises(SourceError, match="relation 'log' was not found"):
        query("select * from log")


def test_a_cast_that_fails_is_told_with_its_column(query):
    with pytest.raises(SourceError, match="conversion from `str` to `i32` failed in column 'name'"):
        query("select number, cast(name as int) as name from source")


def test_the_log_of_steps_in_the_documentation_becomes_a_row_per_case(tmp_path, extract):
    document = (Path(__file__).parents[2] / "docs" / "workspace.md").read_text(encoding="utf-8")
    steps = ["A,1,open", "B,1,open", "A,2,take", "B,3,solve", "A,4,solve", "A,5,take", "A,6,solve"]
    (tmp_path / "log.csv").write_text("\n".join(["case,at,step", *steps, ""]), encoding="utf-8")
    columns = {"org_unit_id": "case", "name": "opened", "name_en": "answered", "kind": "solved"}
    found = extract(path="log.csv", sql=re.findall(r"```sql\n(.*?)```", document, re.DOTALL)[1], columns=columns)
    cases = found.frame.sort("case").select("case", "opened", "answered", "solved", "source_row").rows()
    assert cases == [("A", "1", "2", "4", 8), ("B", "1", "3", "3", 5)]
