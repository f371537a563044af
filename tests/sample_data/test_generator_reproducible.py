"""The same seed makes the same exports: what is committed is what the generator writes."""

import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import fastexcel
import pytest

from sample_data.months import month_of_work
from sample_data.truth.document import truth as truth_of
from sample_data.truth.document import write_truth

MOST_BYTES = 15_000_000


def names(folder, ending):
    return sorted(str(path.relative_to(folder)) for path in folder.rglob(f"*{ending}"))


def sheet(path):
    return fastexcel.read_excel(path).load_sheet(0, header_row=None, dtypes="string").to_polars().rows()


def rows_of(database):
    with closing(sqlite3.connect(f"file:{database}?mode=ro", uri=True)) as opened:
        tables = ("case_records", "case_events", "jobs")
        return {table: opened.execute(f"SELECT * FROM {table}").fetchall() for table in tables}  # noqa: S608


@pytest.mark.parametrize("ending", [".csv", ".json", ".jsonl"])
def test_text_exports_are_the_same_byte_for_byte(again, committed, ending):
    folder, _ = again
    assert names(folder, ending) == names(committed, ending) != []
    assert [
        name for name in names(folder, ending) if (folder / name).read_bytes() != (committed / name).read_bytes()
    ] == []


def test_books_hold_the_same_cells(again, committed):
    folder, _ = again
    assert names(folder, ".xlsx") == names(committed, ".xlsx")
    assert [name for name in names(folder, ".xlsx") if sheet(folder / name) != sheet(committed / name)] == []


def test_the_database_holds_the_same_rows(again, committed):
    folder, _ = again
    assert rows_of(folder / "case_records.db") == rows_of(committed / "case_records.db")


def test_the_truth_is_the_same_byte_for_byte(company, again, committed, tmp_path):
    write_truth(tmp_path / "truth.json", truth_of(company, again[1], 20240101))
    assert (tmp_path / "truth.json").read_bytes() == (committed.parent / "truth.json").read_bytes()


def test_a_month_is_the_same_in_another_process_and_by_itself():
    script = "from sample_data.months import month_of_work as m; print(m(5, 12_000, 20240101).cases.hash_rows(0).sum())"
    root = Path(__file__).parents[2]
    run = subprocess.run([sys.executable, "-c", script], cwd=root, capture_output=True, text=True, check=True)
    assert int(run.stdout) == month_of_work(5, 12_000, 20240101).cases.hash_rows(0).sum()


def test_another_seed_makes_another_company():
    assert not month_of_work(5, 2_000, 1).cases.equals(month_of_work(5, 2_000, 2).cases)


def test_what_is_committed_stays_small(committed):
    assert sum(path.stat().st_size for path in committed.rglob("*") if path.is_file()) < MOST_BYTES
