"""What is stored, what the facts yield and what the lists show agree, for every KPI and every slice of the sample."""

import polars as pl
import pytest

from metrics.engine import COUNTED, IMMATURE, flag
from metrics.model import Moment, Share
from metrics.populations import CUBE, POPULATIONS
from metrics.registry import all_kpis, kpi
from metrics.store import EVERYTHING, Query, Store, open_store
from metrics.store.compute import kpis_of, rows_of
from metrics.store.evidence import HIT, shown

CELL = ("month", *CUBE)
COUNTS = ("n", "immature", "excluded")
MONTH, UNIT = "2026-05", "TH"
ANOTHER_CUT = ("first_contact_resolution", "satisfaction_score", "complaints_per_100_cases", "resolution_time_p50")


@pytest.fixture(scope="module")
def store(loaded_sample) -> Store:
    return open_store(loaded_sample).pinned(EVERYTHING)


@pytest.mark.parametrize("population", [name for name in POPULATIONS if kpis_of(name)])
def test_every_cell_of_the_cube_counts_the_rows_that_its_list_shows(store, population):
    load, calendar = store.published(EVERYTHING), store.settings.calendar
    moment, warehouse = Moment(load.as_of, load.data_from), store.warehouse(EVERYTHING)
    about = POPULATIONS[population]
    months = warehouse.scan(about.table).select(pl.col("month").unique()).collect().to_series()
    rows = rows_of(warehouse, about, [*months], moment).collect().lazy()
    for asked in kpis_of(population):
        listed = in_cells(shown(asked, flag(asked, rows, moment, calendar)).collect())
        stored = store.readings(EVERYTHING, Query(asked.key, by=CELL)).select(*CELL, *COUNTS, "total")
        both = listed.join(stored, on=CELL, how="full", suffix="_stored", nulls_equal=True)
        different = both.filter(
            pl.any_horizontal(pl.col(name).ne_missing(pl.col(f"{name}_stored")) for name in COUNTS)
            | ((pl.col("total") - pl.col("total_stored")).abs() > 1e-6 * pl.col("total").abs().clip(1))
        )
        assert different.rows() == [], asked.key


def in_cells(rows: pl.DataFrame) -> pl.DataFrame:
    """Return how many rows of a list are counted, immature and left out per cell, and the total of the counted."""
    counted, immature = pl.col("status") == COUNTED, pl.col("status") == IMMATURE
    return rows.group_by(CELL).agg(
        n=counted.sum().cast(pl.Int64),
        immature=immature.sum().cast(pl.Int64),
        excluded=(~counted & ~immature).sum().cast(pl.Int64),
        total=pl.col("value").sum(),
    )


@pytest.mark.parametrize("key", all_kpis())
def test_a_month_of_a_centre_has_as_many_rows_as_its_figure_says(store, key):
    query = Query(key, MONTH, MONTH, where=(("unit", UNIT),))
    reading, found = store.readings(EVERYTHING, query).row(0, named=True), store.evidence(EVERYTHING, query, limit=None)
    counted = found.counts.get(COUNTED, 0)
    assert (counted, found.counts.get(IMMATURE, 0)) == (reading["n"], reading["immature"])
    assert found.rows.height == found.total == sum(reading[name] for name in COUNTS)
    if isinstance(kpi(key).measure, Share):
        assert found.counts[HIT] == reading["total"]


@pytest.mark.parametrize("key", ANOTHER_CUT)
def test_a_cut_that_is_not_stored_agrees_with_the_stored_whole(store, key):
    by = POPULATIONS[kpi(key).population].dimensions[:1]
    whole = store.readings(EVERYTHING, Query(key, MONTH, MONTH)).row(0, named=True)
    cut = store.readings(EVERYTHING, Query(key, MONTH, MONTH, by=by))
    assert [cut[name].sum() for name in COUNTS] == [whole[name] for name in COUNTS]
    assert cut["total"].sum() == pytest.approx(whole["total"])


def test_the_facts_judged_as_of_the_load_s_own_moment_say_what_is_stored(store):
    now = store.published(EVERYTHING).as_of
    for key in ("answer_accuracy", "recovery_working_time_p50"):
        stored, computed = (
            store.readings(EVERYTHING, Query(key, by=("month", "unit"), as_of=moment)) for moment in (None, now)
        )
        assert computed.drop("squares", "total").equals(stored.drop("squares", "total")), key
