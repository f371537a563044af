import hashlib
import zipfile

import pytest

from etl.errors import SourceError
from etl.sources import extracts, fingerprint

CSV = "id,name\n1,x\n"


def files(made, only=None) -> list[str]:
    return [found.file for found in extracts(made.sources[0], made, only)]


@pytest.fixture
def three_files(tmp_path, workspace):
    (tmp_path / "exports").mkdir()
    for name in ("b.csv", "a.csv", "c.csv", ".hidden.csv", "~$a.csv"):
        (tmp_path / "exports" / name).write_text(CSV, encoding="utf-8")
    return workspace(path="exports/*.csv")


def test_a_glob_reads_its_files_by_name_and_leaves_leftovers_alone(three_files):
    assert files(three_files) == ["exports/a.csv", "exports/b.csv", "exports/c.csv"]


def test_only_the_files_asked_for_are_read(three_files, tmp_path):
    (tmp_path / "exports" / "a.csv").write_bytes(b"")  # would be refused if it were read
    assert files(three_files, only={"exports/c.csv"}) == ["exports/c.csv"]


def test_a_fingerprint_is_the_hash_and_size_of_the_bytes(tmp_path, workspace):
    (tmp_path / "a.csv").write_text(CSV, encoding="utf-8")
    made = workspace(path="a.csv")
    [mark] = fingerprint(made.sources[0], made)
    assert (mark.file, mark.sha256, mark.size) == ("a.csv", hashlib.sha256(CSV.encode()).hexdigest(), 12)


def test_an_extract_carries_the_hash_of_its_file(tmp_path, extract):
    (tmp_path / "a.csv").write_text(CSV, encoding="utf-8")
    assert extract(path="a.csv").sha256 == hashlib.sha256(CSV.encode()).hexdigest()


def test_a_fingerprint_does_not_parse(tmp_path, workspace):
    (tmp_path / "a.xlsx").write_bytes(b"not a workbook")
    made = workspace(path="a.xlsx")
    assert [mark.size for mark in fingerprint(made.sources[0], made)] == [14]


@pytest.mark.parametrize("read", [fingerprint, lambda source, made: list(extracts(source, made))])
def test_a_path_that_matches_nothing_is_told(workspace, read):
    made = workspace(path="exports/*.csv")
    with pytest.raises(SourceError, match=r"Source 'test': no file matches 'exports/\*\.csv'"):
        read(made.sources[0], made)


def test_a_name_with_brackets_is_found_as_it_stands(tmp_path, workspace):
    (tmp_path / "a [1].csv").write_text(CSV, encoding="utf-8")
    assert files(workspace(path="a [1].csv")) == ["a [1].csv"]


def test_a_file_outside_the_workspace_is_named_in_full(tmp_path, workspace):
    outside = tmp_path.parent / f"{tmp_path.name}-outside.csv"
    outside.write_text(CSV, encoding="utf-8")
    assert files(workspace(path=str(outside))) == [outside.as_posix()]


def test_a_zip_with_several_members_reads_those_of_the_format(tmp_path, workspace):
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("may.csv", CSV)
        archive.writestr("june.csv", CSV)
        archive.writestr("readme.pdf", "no data")
    made = workspace(path="a.zip")
    assert files(made) == ["a.zip/june.csv", "a.zip/may.csv"]
    assert [mark.file for mark in fingerprint(made.sources[0], made)] == ["a.zip/june.csv", "a.zip/may.csv"]


def test_remote_objects_are_listed_and_read_through_their_store(tmp_path, workspace):
    for name in ("b.csv", "a.csv", "note.txt"):
        (tmp_path / name).write_text(CSV, encoding="utf-8")
    made = workspace(path=f"file://{tmp_path}/*.csv")
    assert files(made) == [f"file://{tmp_path}/a.csv", f"file://{tmp_path}/b.csv"]
    assert fingerprint(made.sources[0], made)[0].sha256 == hashlib.sha256(CSV.encode()).hexdigest()


def test_a_remote_object_that_is_not_there_is_told(tmp_path, workspace):
    with pytest.raises(SourceError, match="it cannot be opened"):
        files(workspace(path=f"file://{tmp_path}/a.csv"))
    with pytest.raises(SourceError, match="no file matches"):
        files(workspace(path=f"file://{tmp_path}/none/*.csv"))


def test_a_remote_object_may_have_spaces_in_its_name(tmp_path, workspace):
    (tmp_path / "May 2025.csv").write_text(CSV, encoding="utf-8")
    assert files(workspace(path=f"file://{tmp_path}/May 2025.csv")) == [f"file://{tmp_path}/May 2025.csv"]
    assert files(workspace(path=f"file://{tmp_path}/M* 2025.csv")) == [f"file://{tmp_path}/May 2025.csv"]


@pytest.mark.parametrize(("path", "done"), [("ftp://host/a.csv", "opened"), ("ftp://host/*.csv", "listed")])
def test_a_store_that_nobody_knows_is_told(workspace, path, done):
    with pytest.raises(SourceError, match=rf"it cannot be {done} \(Unrecognized filesystem type in URI: ftp://host"):
        files(workspace(path=path))


def test_a_folder_in_the_place_of_a_file_is_told(tmp_path, workspace):
    (tmp_path / "a.csv").mkdir()
    with pytest.raises(SourceError, match=r"a\.csv: it cannot be opened \(Is a directory\)"):
        files(workspace(path="*.csv"))


def test_a_zip_without_a_fitting_member_is_told_with_what_it_holds(tmp_path, workspace):
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("a.pdf", "")
        archive.writestr("b.pdf", "")
    with pytest.raises(SourceError, match=r"a\.zip: the archive holds no csv file but \['a.pdf', 'b.pdf'\]"):
        files(workspace(path="a.zip"))


def test_a_damaged_zip_is_told_as_such(tmp_path, workspace):
    (tmp_path / "a.zip").write_bytes(b"PK")
    with pytest.raises(SourceError, match=r"a\.zip: the archive is damaged"):
        files(workspace(path="a.zip"))
