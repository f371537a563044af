"""Which version of a key stays, told on frames alone."""

from itertools import permutations

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.versions import Rivals, merge, newest_of_each_key, without_exact_duplicates
from metrics.contract import table

UNITS = table("org_units")
ALONE = Rivals(others=frozenset())


def units(*rows: tuple) -> pl.DataFrame:
    """Return mapped rows out of (id, name, file, version); each is the next row of its source 's'."""
    given_rows = [
        {"org_unit_id": key, "name": name, "source_file": file, "version": version, "source": "s", "source_row": number}
        for number, (key, name, file, version) in enumerate(rows, start=2)
    ]
    full = [{"month": "all", **row} for row in given_rows]
    return pl.DataFrame([{name: row.get(name) for name in UNITS.stored_schema} for row in full], UNITS.stored_schema)


def seen(rows: pl.DataFrame) -> list[tuple]:
    return rows.select("org_unit_id", "name", "source_file", "version").rows()


def test_of_rows_that_say_the_same_the_newest_version_stays():
    rows = units(("N", "North", "a", "3"), ("N", "North", "b", "1"), ("N", "South", "a", "2"))
    assert seen(without_exact_duplicates(rows)) == [("N", "South", "a", "2"), ("N", "North", "a", "3")]


def test_rows_without_versions_keep_their_last_file():
    rows = units(("N", "North", "a", None), ("S", "South", "a", None), ("N", "North", "b", None))
    assert seen(without_exact_duplicates(rows)) == [("S", "South", "a", None), ("N", "North", "b", None)]


def test_the_highest_version_of_a_key_stays_and_other_keys_are_left_alone():
    rows = units(("N", "1", "b", "1"), ("N", "2", "a", "2"), ("S", "1", "a", None))
    assert seen(newest_of_each_key(rows, ["org_unit_id"])) == [("N", "2", "a", "2"), ("S", "1", "a", None)]


def test_equal_versions_are_told_apart_by_their_files_and_none_by_a_missing_one():
    rows = units(("N", "1", "a", "1"), ("N", "2", "b", "1"), ("N", "3", "c", None))
    assert seen(newest_of_each_key(rows, ["org_unit_id"])) == [("N", "2", "b", "1")]


def test_rows_that_nothing_tells_apart_all_stay():
    rows = units(("N", "1", "a", "1"), ("N", "2", "a", "1"))
    assert newest_of_each_key(rows, ["org_unit_id"]).height == 2


def test_rows_without_a_key_are_no_versions_of_each_other():
    rows = units((None, "1", "a", "1"), (None, "2", "a", "2"))
    assert newest_of_each_key(rows, ["org_unit_id"]).height == 2


STORED = units(("N", "North", "b", "5"))


@pytest.mark.parametrize(
    ("incoming", "fate", "moves"),
    [
        (("S", "South", "a", "1"), "new", False),
        (("N", "North", "b", "5"), "unchanged", False),
        (("N", "North", "b", "6"), "unchanged", True),
        (("N", "North", "a", "5"), "duplicates", False),
        (("N", "North", "c", "5"), "duplicates", True),
        (("N", "Other", "b", "5"), "new", False),
        (("N", "Other", "c", "5"), "new", False),
        (("N", "Other", "a", "6"), "new", False),
        (("N", "Other", "a", "5"), "superseded", False),
        (("N", "Other", "b", "4"), "superseded", False),
        (("N", "Other", "c", None), "superseded", False),
    ],
    ids=str,
)
def test_what_becomes_of_a_row_beside_the_stored_one(incoming, fate, moves):
    result = merge(UNITS, units(incoming), STORED.lazy(), ALONE)
    assert [name for name in ("new", "unchanged", "duplicates", "superseded") if getattr(result, name)] == [fate]
    assert seen(result.to_write) == ([incoming] if fate == "new" or moves else [])
    assert result.months == ({"all"} if fate == "new" else set())
    assert result.touched == ({"all"} if fate == "new" or moves else set())


def test_versions_mean_nothing_once_the_mapping_has_changed():
    result = merge(UNITS, units(("N", "Other", "a", "1")), STORED.lazy(), Rivals(frozenset(), void=True))
    assert (result.new, result.superseded) == (1, 0)


def test_a_row_of_another_source_that_says_the_same_is_a_duplicate_and_leaves_the_stored_one():
    incoming = units(("N", "North", "z", "9")).with_columns(source=pl.lit("t"))
    result = merge(UNITS, incoming, STORED.lazy(), Rivals(frozenset({"s"})))
    assert (result.duplicates, result.to_write.height) == (1, 0)


def test_a_source_that_is_gone_gives_way():
    incoming = units(("N", "Other", "a", "1")).with_columns(source=pl.lit("t"))
    result = merge(UNITS, incoming, STORED.lazy(), ALONE)
    assert (result.new, result.to_write["source"].to_list()) == (1, ["t"])


def loaded(*files: pl.DataFrame) -> list[tuple]:
    """Return what stands after loads of one file each, those in one list being loaded together."""
    stored = UNITS.stored_schema.to_frame()
    for rows in files:
        newest = newest_of_each_key(without_exact_duplicates(rows), UNITS.key)
        fresh = merge(UNITS, newest, stored.lazy(), ALONE).to_write
        stored = pl.concat([stored.join(fresh, on=list(UNITS.key), how="anti"), fresh])
    return sorted(seen(stored), key=str)


ROWS = st.tuples(st.sampled_from("NS"), st.sampled_from("xyz"), st.sampled_from([None, "1", "2"]))


@given(
    files=st.lists(st.lists(ROWS, max_size=3, unique_by=lambda row: (row[0], row[2])), min_size=1, max_size=3),
    together=st.integers(0, 2),
)
def test_files_may_come_in_any_order_and_in_any_batches(files, together):
    """Rows of one file that nothing tells apart are left out here: the checks refuse them."""
    made = [
        units(*((key, name, letter, version) for key, name, version in rows))
        for letter, rows in zip("abc", files, strict=False)
    ]
    at_once = loaded(pl.concat(made))
    for order in permutations(made):
        batch, rest = order[: together + 1], order[together + 1 :]
        by_name = sorted(batch, key=lambda rows: rows["source_file"].first() or "")
        assert loaded(pl.concat(by_name), *rest) == at_once
