"""Every dirty row is accounted for, file by file, and clean rows keep their keys to themselves."""

import csv
import io
import json
import sqlite3
from contextlib import closing

import fastexcel
import numpy as np
import polars as pl
import pytest

from sample_data.exports.dirt import CONFLICT, Account, Stain, at_odds, changed, copied, everyone, soil
from sample_data.exports.letters import slip, with_slips


def rng():
    return np.random.default_rng(1)


CLEAN = pl.DataFrame({"id": ["1", "2", "3"], "grade": ["A", "B", "A"]})


def test_dirt_is_added_beside_the_clean_rows_and_counted():
    account = Account()
    stains = [Stain("copy", 2, copied), Stain("no_grade", 1, changed(id="X{}", grade="F"))]
    soiled = soil(CLEAN, stains, account, rng(), everyone(CLEAN))
    assert soiled.height == 6
    assert soiled["id"].to_list().count("X3") == 1
    assert account.as_dict()["dirt"] == {"copy": 2, "no_grade": 1}


def test_rows_at_odds_share_a_key_of_their_own():
    account = Account()
    soiled = soil(CLEAN, [Stain(CONFLICT, 1, at_odds("grade", "E", id="X"))], account, rng(), everyone(CLEAN))
    assert soiled.filter(pl.col("id") == "X")["grade"].to_list()[1] == "E"
    assert account.as_dict()["quarantined"] == 2


def test_only_spotless_rows_are_copied():
    stains = [Stain("copy", 3, copied)]
    soiled = soil(CLEAN, stains, Account(), rng(), CLEAN["id"] == "2")
    assert sorted(soiled["id"]) == ["1", "2", "2", "3"]


@pytest.mark.parametrize(
    ("kind", "cell", "written"),
    [("full_width", "A5", "\uff21\uff15"), ("lower_case", "A", "a"), ("letter_o", "30", "3O"), ("space", "A", " A")],
)
def test_a_slip_of_the_pen(kind, cell, written):
    assert slip(cell, kind) == written


def test_slips_are_counted_where_they_change_a_cell():
    account = Account()
    frame = pl.DataFrame({"days": ["30", "45", None]})
    assert with_slips(frame, {"days": {"letter_o": 1.0}}, account, rng())["days"].to_list() == ["3O", "45", None]
    assert account.letters == {"days: letter_o": 1}


def rows_in(path, table):
    if path.suffix == ".db":
        with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as database:
            return database.execute(f"SELECT count(*) FROM {table}").fetchone()[0]  # noqa: S608
    if path.suffix == ".xlsx":
        cells = fastexcel.read_excel(path).load_sheet(0, header_row=2, dtypes="string").to_polars()
        return cells.filter(pl.any_horizontal(pl.nth(range(20)).is_not_null())).height
    if path.suffix == ".json":
        return len(json.loads(path.read_text(encoding="utf-8")))
    if path.suffix == ".jsonl":
        return len(path.read_text(encoding="utf-8").splitlines())
    encoding = "gb18030" if path.parent.name == "hotline" else "utf-8-sig"
    with io.StringIO(path.read_bytes().decode(encoding), newline="") as text:
        return sum(1 for _ in csv.reader(text)) - 1


def test_every_file_holds_as_many_rows_as_the_truth_says(truth, committed):
    files = {name: account["rows"] for name, account in truth["files"].items()}
    places = {name: (committed / name.split("#")[0], name.split("#")[-1]) for name in files}
    assert {name: rows_in(*place) for name, place in places.items()} == files


def test_rows_are_loaded_held_back_repeated_or_replaced(truth):
    parts = ("loaded", "quarantined", "exact_duplicates", "superseded")
    assert [name for name, file in truth["files"].items() if file["rows"] != sum(file[part] for part in parts)] == []


def test_each_kind_of_dirt_is_somewhere(truth):
    kinds = {kind for file in truth["files"].values() for kind in file["dirt"]}
    wanted = {"unreadable_date", "grade_outside", "conflicting_key", "unknown_unit", "resolved_before_opened"}
    assert wanted | {"future_time", "missing_key", "unreadable_amount"} <= kinds
    assert truth["files"]["case_records.db#case_records"]["superseded"] == 240
