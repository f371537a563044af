"""What stands in a load's way: a folder that cannot be written, a locked database, a load that died, readers."""

import os
import sqlite3
from datetime import UTC, datetime
from threading import Event, Thread

import pytest
from sqlalchemy import create_engine, insert
from sqlalchemy.exc import OperationalError

from etl.__main__ import main
from etl.errors import StorageError
from etl.pipeline import _storage_errors_in_words
from metrics.store import EVERYTHING, Query, schema
from metrics.store.database import connect

CASES = "id,opened,solved,due,unit,customer,reason"
FORMS = "id,back,case,time,repair,tone"


@pytest.fixture
def loaded(company):
    company.export("cases_1.csv", CASES, "C1,2025-05-02 10:00:00,2025-05-03 10:00:00,2025-05-04 10:00:00,N,K1,")
    company.export("forms_1.csv", FORMS, "F1,2025-05-20 10:00:00,C1,A,A,A")
    company.load()
    return company


def begin(engine) -> None:
    """Record that a load has begun, as a load does."""
    with engine.begin() as connection:
        connection.execute(insert(schema.loads).values(state="running", started_at=datetime.now(UTC)))


@pytest.fixture
def locked(loaded):
    """A loaded company whose records another program holds locked."""
    other = sqlite3.connect(loaded.folder / "var/plumbline.db", isolation_level=None)
    other.execute("begin exclusive")
    other.execute("update loads set message = 'half'")
    yield loaded
    other.close()


def test_a_folder_that_cannot_be_written_is_told_and_ends_with_1(company, capsys):
    company.export("cases_1.csv", CASES)
    (company.declare() / "var").write_text("a file stands where the folder should be")
    assert main(["run", str(company.folder)]) == 1
    said = capsys.readouterr().err
    assert f"The load could not be kept: {company.folder / 'var'}: File exists. Nothing of it is published" in said


def test_records_beside_which_nothing_may_be_written_are_read_and_not_touched(loaded, monkeypatch):
    folder = loaded.folder / "var"
    before = {path.name: path.stat().st_mtime_ns for path in folder.iterdir()}
    monkeypatch.setattr(os, "access", lambda *_: False)  # whoever runs the tests may write anywhere
    assert loaded.readings("satisfaction_score") == [(6.0, 1)]
    assert loaded.records("loads", "state") == [("published",)]
    assert {path.name: path.stat().st_mtime_ns for path in folder.iterdir()} == before
    with pytest.raises(OperationalError, match="attempt to write a readonly database"):
        begin(connect(loaded.store.settings.database))


def test_records_that_another_program_holds_locked_are_read_as_they_were(locked):
    assert locked.readings("satisfaction_score") == [(6.0, 1)]
    assert locked.records("loads", "state", "message") == [("published", None)]


def test_records_that_another_program_holds_locked_are_told_where_they_must_be_written(locked):
    impatient = create_engine(locked.store.settings.database, connect_args={"timeout": 0})
    told = "could not be kept: another program holds the records database locked"
    with pytest.raises(StorageError, match=told), _storage_errors_in_words():
        begin(impatient)
    impatient.dispose()


@pytest.mark.parametrize("command", ["status", "quarantine"])
def test_records_that_are_no_database_are_told(company, capsys, command):
    (company.declare() / "var").mkdir()
    (company.folder / "var/plumbline.db").write_bytes(b"no database at all" * 100)
    assert main([command, str(company.folder)]) == 1
    assert capsys.readouterr().err == "etl: The records database cannot be used: file is not a database.\n"


def test_the_status_knows_a_load_that_runs_from_one_that_died(loaded, capsys):
    begin(connect(loaded.store.settings.database))
    main(["status", str(loaded.folder)])
    assert "Last attempt: load 2 failed. The process died." in capsys.readouterr().out
    (loaded.folder / "var/load.holder.json").write_text(f'{{"pid": {os.getpid()}, "host": "{os.uname().nodename}"}}')
    main(["status", str(loaded.folder)])
    assert "Last attempt: load 2 running." in capsys.readouterr().out


def test_whoever_reads_while_a_load_runs_sees_all_of_a_load_or_nothing(loaded):
    seen, over = set(), Event()

    def read() -> None:
        while not over.is_set():
            store = loaded.store.pinned(EVERYTHING)
            answers = [store.readings(EVERYTHING, Query(kpi)) for kpi in ("satisfaction_score", "attitude_score")]
            seen.add((store.published(EVERYTHING).id, *(found.select("value", "n").row(0) for found in answers)))

    reader = Thread(target=read)
    reader.start()
    loaded.export("forms_1.csv", FORMS, "F1,2025-05-20 10:00:00,C1,E,E,E", "F2,2025-05-21 10:00:00,C1,E,E,E")
    loaded.load()
    over.set()
    reader.join()
    assert seen <= {(1, (6.0, 1), (2.0, 1)), (2, (-6.0, 2), (-2.0, 2))}
    assert (1, (6.0, 1), (2.0, 1)) in seen
