import sqlite3

import polars as pl
import pytest
import sqlalchemy

from etl.errors import SourceError
from etl.sources import extracts, fingerprint


@pytest.fixture
def database(tmp_path):
    with sqlite3.connect(tmp_path / "units.db") as connection:
        connection.execute("create table units (id, name)")
        connection.execute("insert into units values (1, 'x'), ('A:2', 'NA'), (3, null)")
    connection.close()
    return {"url": "sqlite:///units.db"}


def test_a_table_is_read_with_its_values_and_rows_counted_from_one(extract, database):
    found = extract(**database, db_table="units")
    assert found.file == "sqlite:///units.db#units"
    assert found.frame.rows() == [("1", "x", 1), ("A:2", "NA", 2), ("3", None, 3)]


def test_a_query_is_passed_on_as_it_stands(extract, database):
    query = "select id, name from units where id = 'A:2' and name like '%A'"
    assert extract(**database, query=query).frame.rows() == [("A:2", "NA", 1)]


@pytest.fixture(scope="module")
def postgresql(tmp_path_factory):
    pgserver = pytest.importorskip("pgserver")
    server = pgserver.get_server(tmp_path_factory.mktemp("postgresql"))
    url = server.get_uri().replace("postgresql://", "postgresql+psycopg://")
    engine = sqlalchemy.create_engine(url)
    with engine.begin() as connection:
        connection.exec_driver_sql("create table units as select 7 as id, 'x:y' as name")
    engine.dispose()
    yield {"url": url}
    server.cleanup()


def test_postgresql_is_read_by_table_and_by_a_query_with_signs_of_its_own(extract, postgresql):
    assert extract(**postgresql, db_table="public.units").frame.rows() == [(7, "x:y", 1)]
    assert extract(**postgresql, query="select id, name from units where name like 'x:%'").frame.height == 1


def test_postgresql_cannot_be_written(extract, postgresql):
    with pytest.raises(SourceError, match="cannot execute DELETE in a read-only transaction"):
        extract(**postgresql, query="delete from units returning id, name")


def test_a_column_of_one_type_keeps_it(extract, database):
    found = extract(**database, query="select id, 1.5 as name from units where name = 'x'")
    assert found.frame.schema == {"id": pl.Int64(), "name": pl.Float64(), "source_row": pl.Int64()}


def test_a_query_without_rows_is_a_source_without_rows(extract, database):
    assert extract(**database, query="select id, name from units where false").frame.height == 0


def test_the_fingerprint_follows_the_rows(workspace, database, tmp_path):
    made = workspace(**database, db_table="units")
    first = fingerprint(made.sources[0], made)
    assert [found.sha256 for found in extracts(made.sources[0], made)] == [first[0].sha256]
    with sqlite3.connect(tmp_path / "units.db") as connection:
        connection.execute("update units set name = 'y' where id = 1")
    connection.close()
    assert fingerprint(made.sources[0], made)[0].sha256 != first[0].sha256


@pytest.mark.parametrize("read", [fingerprint, lambda source, made: list(extracts(source, made))])
def test_a_database_that_is_not_there_is_told_and_not_created(workspace, tmp_path, read):
    made = workspace(url="sqlite:///none.db", db_table="units")
    with pytest.raises(SourceError, match=r"sqlite:///none.db#units: there is no database file .*none.db"):
        read(made.sources[0], made)
    assert not (tmp_path / "none.db").exists()


def test_a_table_that_is_not_there_is_told_with_the_nearest(extract, database):
    with pytest.raises(SourceError, match=r"there is no table 'unit'\. Did you mean units\?"):
        extract(**database, db_table="unit")


def test_a_query_cannot_write(extract, database, tmp_path):
    with pytest.raises(SourceError, match="attempt to write a readonly database"):
        extract(**database, query="delete from units returning id, name")
    with sqlite3.connect(tmp_path / "units.db") as connection:
        assert connection.execute("select count(*) from units").fetchone() == (3,)
    connection.close()


def test_a_query_that_fails_is_told(extract, database):
    with pytest.raises(SourceError, match=r"sqlite:///units\.db#query: no such column: nam"):
        extract(**database, query="select nam from units")


def test_a_password_is_never_told(extract):
    with pytest.raises(SourceError) as error:
        extract(url="postgresql+psycopg://reader:secret@127.0.0.1:1/db", db_table="units")
    assert "secret" not in str(error.value)
    assert str(error.value).startswith("postgresql+psycopg://reader:***@127.0.0.1:1/db#units: ")


def test_a_url_that_is_none_is_told_without_repeating_it(extract):
    with pytest.raises(SourceError) as error:
        extract(url="reader:secret@host", db_table="units")
    assert "secret" not in str(error.value)


def test_a_driver_that_is_not_installed_is_told_by_its_name(extract):
    with pytest.raises(
        SourceError, match=r"oracle\+oracledb://host/x#units: the Python module 'oracledb', which speaks"
    ):
        extract(url="oracle+oracledb://host/x", db_table="units")


def test_a_file_that_is_no_database_is_told_as_such(tmp_path, extract):
    (tmp_path / "units.db").write_bytes(b"no database at all" * 100)
    with pytest.raises(SourceError, match=r"sqlite:///units\.db#units: file is not a database"):
        extract(url="sqlite:///units.db", db_table="units")
