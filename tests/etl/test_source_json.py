import pytest

from etl.errors import SourceError


@pytest.fixture
def read(tmp_path, extract):
    def write_and_read(text: str, file: str = "a.json", **settings):
        (tmp_path / file).write_text(text, encoding="utf-8")
        return extract(path=file, **settings)

    return write_and_read


def test_an_array_of_objects_becomes_text_numbered_from_one(read):
    found = read('[{"id": 12345678901234567890, "name": "NA"}, {"id": 1.10, "name": null}]')
    assert found.frame.rows() == [("12345678901234567890", "NA", 1), ("1.10", None, 2)]


def test_an_object_around_one_array_stands_for_the_array(read):
    assert read('{"tickets": [{"id": "1", "name": "x"}]}').frame.rows() == [("1", "x", 1)]


def test_json_lines_count_lines_and_skip_empty_ones(read):
    found = read('{"id": "1", "name": "x"}\n\n{"name": "y", "id": "2"}\n', "a.jsonl")
    assert found.frame.rows() == [("1", "x", 1), ("2", "y", 3)]


def test_nested_objects_are_flattened_one_level(read):
    columns = {"org_unit_id": "unit.id", "name": "unit.name"}
    found = read('[{"unit": {"id": 1, "name": true, "tags": ["a", {"b": "c"}]}}]', columns=columns)
    assert found.frame.row(0, named=True) == {
        "unit.id": "1",
        "unit.name": "true",
        "unit.tags": '["a", {"b": "c"}]',
        "source_row": 1,
    }


def test_a_member_that_only_later_objects_have_is_null_before(read):
    found = read('[{"id": "1", "name": "x"}, {"id": "2", "name": "y", "city": "z"}]')
    assert found.frame["city"].to_list() == [None, "z"]


def test_broken_json_is_told_with_line_and_column(read):
    with pytest.raises(SourceError, match=r"a.jsonl: it is not JSON at line 2, column 7 \(Expecting value\)"):
        read('{"id": "1", "name": "x"}\n{"id":}\n', "a.jsonl")


def test_two_values_of_one_name_are_refused(read):
    with pytest.raises(SourceError, match=r"a\.json: an object has two values called 'id'"):
        read('[{"id": "1", "id": "2", "name": "x"}]')


def test_an_array_of_anything_else_is_refused(read):
    with pytest.raises(SourceError, match=r"a.json: record 2 is not an object but \[true\]"):
        read('[{"id": "1", "name": "x"}, [true]]')


@pytest.mark.parametrize("content", ["[]", ""])
def test_nothing_at_all_is_told_as_empty(read, content):
    with pytest.raises(SourceError, match=r"a\.json is empty"):
        read(content)


def test_an_object_that_is_no_array_is_refused(read):
    with pytest.raises(SourceError, match=r"a\.json: it holds no array of objects"):
        read('{"id": "1", "name": "x"}')


def test_arrays_in_arrays_without_end_are_refused(read):
    with pytest.raises(SourceError, match=r"a\.json: its arrays or objects are nested too deeply to be rows"):
        read("[" * 100_000)
