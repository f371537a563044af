"""What a load stores of a funnel is what its rows yield, for every cut that both can answer."""

import shutil
from datetime import timedelta

import polars as pl
import pytest
from polars.testing import assert_frame_equal

from metrics.contract import TABLES
from metrics.funnel.parts import add_up
from metrics.populations import CUBE
from metrics.store import EVERYTHING, Scope, open_store
from metrics.store.funnel_answers import funnel_reading
from metrics.store.funnel_cohorts import funnel_cohorts
from metrics.store.funnel_events import Everywhere, Nearby
from metrics.store.funnel_query import FunnelQuery
from metrics.store.warehouse import Warehouse

SPRING = {"first": "2026-04", "last": "2026-06"}
CUTS = [
    {},
    {"by": ("month",)},
    {"by": ("unit",)},
    {"by": ("region", "channel")},
    {"by": CUBE},
    {"by": ("category",), "where": (("unit", "TH"),)},
    {"where": (("region", "SOUTH"), ("customer_group", "vip"))},
]


@pytest.fixture(scope="module")
def store(loaded_sample):
    return open_store(loaded_sample).pinned(EVERYTHING)


@pytest.fixture(scope="module")
def rows(store):
    """The rows of three months, with every dimension of the cube."""
    return funnel_reading(store, EVERYTHING, FunnelQuery(**SPRING, also=("region", *CUBE), as_of=as_of(store)))


def as_of(store):
    """Return the load's own moment: a question that names one is answered from the rows."""
    return store.published(EVERYTHING).as_of


@pytest.mark.parametrize("cut", CUTS, ids=lambda cut: " ".join(str(value) for value in cut.values()) or "whole")
def test_every_figure_of_a_cut_is_the_same_from_what_is_stored_and_from_the_rows(store, rows, cut):
    stored = funnel_reading(store, EVERYTHING, FunnelQuery(**SPRING, **cut))
    computed = rows.cut(FunnelQuery(**SPRING, **cut, as_of=as_of(store)))
    assert (stored.stored is None, computed.stored is None) == (False, True)
    for name in ("parts", "stages", "reasons", "left_out", "cohorts", "pareto"):
        assert_frame_equal(getattr(stored, name), getattr(computed, name), abs_tol=1e-6)
    assert "_built" not in stored.held.__dict__


def test_states_add_up_and_the_list_behind_a_stored_figure_is_as_long(store):
    found = funnel_reading(store, EVERYTHING, FunnelQuery(None, "2026-05", "2026-05", where=(("unit", "TH"),)))
    for row in found.stages.iter_rows(named=True):
        assert row["entered"] == row["converted"] + row["lost"] + row["timed_out"] + row["open"]
        assert found.evidence(f"{row['stage']}:lost").total == row["lost"]


def test_a_scope_sees_its_own_units_only(store):
    seen = funnel_reading(store, Scope(frozenset({"TH"})), FunnelQuery(**SPRING))
    asked = funnel_reading(store, EVERYTHING, FunnelQuery(**SPRING, where=(("unit", "TH"),)))
    assert_frame_equal(seen.stages, asked.stages)


def test_a_narrower_question_is_cut_out_of_what_is_stored(store):
    spring = funnel_reading(store, EVERYTHING, FunnelQuery(**SPRING, also=("unit",)))
    may = FunnelQuery(None, "2026-05", "2026-05", where=(("unit", "TH"),))
    assert_frame_equal(spring.cut(may).stages, funnel_reading(store, EVERYTHING, may).stages)
    assert "_built" not in spring.held.__dict__


@pytest.mark.parametrize(
    "asked", [{"by": ("product",)}, {"by": ("actor",)}], ids=["a dimension of cases", "one that events tell"]
)
def test_what_the_cube_does_not_hold_comes_from_the_rows(store, asked):
    found = funnel_reading(store, EVERYTHING, FunnelQuery(None, "2026-05", "2026-05", **asked))
    whole = funnel_reading(store, EVERYTHING, FunnelQuery(None, "2026-05", "2026-05"))
    assert (
        found.stages.group_by("step").agg(pl.col("entered").sum()).sort("step")["entered"].to_list()
        == whole.stages["entered"].to_list()
    )


def test_a_funnel_that_is_declared_otherwise_since_the_load_is_counted_from_the_rows(loaded_sample, tmp_path):
    folder = tmp_path / "w"
    shutil.copytree(loaded_sample, folder, ignore=shutil.ignore_patterns("exports"))
    policy = folder / "policy.toml"
    policy.write_text(policy.read_text(encoding="utf-8").replace('window = "30d"', 'window = "2d"'), encoding="utf-8")
    query = FunnelQuery(None, "2026-05", "2026-05")
    shorter, longer = (funnel_reading(open_store(place), EVERYTHING, query) for place in (folder, loaded_sample))
    assert (shorter.stored is None, longer.stored is None) == (True, False)
    assert shorter.stages["converted"][-1] < longer.stages["converted"][-1]
    assert shorter.funnel.window == timedelta(days=2)


def test_cohorts_from_what_is_stored_are_those_of_the_rows(store):
    query = FunnelQuery(**SPRING)
    assert_frame_equal(
        funnel_cohorts(store, EVERYTHING, query),
        funnel_cohorts(store, EVERYTHING, FunnelQuery(**SPRING, as_of=as_of(store))),
    )


def test_events_read_nearby_are_all_of_them(store):
    warehouse = store.warehouse(EVERYTHING)
    entries = warehouse.scan("case_events", ["2025-03"]).filter(kind="stage_enter")
    cases = entries.select("case_id").unique()
    everywhere, nearby = (kind(warehouse).of(cases, ["2025-03"]).sort("event_id") for kind in (Everywhere, Nearby))
    assert_frame_equal(nearby, everywhere)
    assert Nearby(warehouse)._lasting.height == 0


def test_a_case_that_comes_back_after_a_year_is_read_as_a_whole_too(tmp_path):
    schema = TABLES["case_events"].stored_schema
    told = [("old", "2024-03"), ("old", "2025-04"), ("short", "2025-03"), ("short", "2025-05"), ("other", "2025-04")]
    events = pl.DataFrame(
        [
            {"event_id": str(n), "case_id": case, "kind": "stage_enter", "month": month}
            for n, (case, month) in enumerate(told)
        ]
    )
    missing = [pl.lit(None, dtype).alias(name) for name, dtype in schema.items() if name not in events.columns]
    events.with_columns(missing).select(schema.names()).write_delta(
        str(tmp_path / "case_events"), delta_write_options={"partition_by": "month"}
    )
    nearby = Nearby(Warehouse(str(tmp_path), {"case_events": 0}))
    cases = pl.LazyFrame({"case_id": ["old", "short"]})
    assert sorted(nearby.of(cases, ["2025-03"])["event_id"]) == ["0", "1", "2", "3"]
    assert nearby._lasting["case_id"].unique().to_list() == ["old"]


def test_stored_parts_may_be_summed_over_anything(store):
    months = [
        funnel_reading(store, EVERYTHING, FunnelQuery(None, month, month)).stored for month in ("2026-04", "2026-05")
    ]
    both = funnel_reading(store, EVERYTHING, FunnelQuery(None, "2026-04", "2026-05")).stored
    assert_frame_equal(add_up(pl.concat(months), ["unit"]), add_up(both, ["unit"]), abs_tol=1e-6)


@pytest.mark.parametrize("where", [(), (("unit", "TH"),), (("product", "windshield"),)], ids=["all", "unit", "product"])
def test_what_a_load_stored_of_rows_says_what_they_say(store, where):
    asked = {**SPRING, "where": where, "also": ("unit", "product")}
    stored = funnel_reading(store, EVERYTHING, FunnelQuery(**asked))
    built = funnel_reading(store, EVERYTHING, FunnelQuery(**asked, as_of=as_of(store)))
    assert (stored.held.are_stored, built.held.are_stored) == (True, False)
    for name in ("durations", "survey", "by_day", "stages"):
        assert_frame_equal(getattr(stored, name), getattr(built, name), abs_tol=1e-6)
    found, expected = (each.worse_than_chance(["unit", "product"]) for each in (stored, built))
    assert_frame_equal(found, expected.select(found.columns), check_row_order=False, abs_tol=1e-9)
    assert stored.values("product") == built.values("product")


def test_a_list_of_a_funnel_is_read_page_by_page(store):
    stored = funnel_reading(store, EVERYTHING, FunnelQuery(**SPRING))
    built = funnel_reading(store, EVERYTHING, FunnelQuery(**SPRING, as_of=as_of(store)))
    whole = stored.evidence("*:lost", limit=None)
    assert (whole.counts, whole.total) == (built.evidence("*:lost").counts, whole.rows.height)
    rows = built.evidence("*:lost", limit=None).rows
    assert_frame_equal(whole.rows.select(rows.columns), rows)
    pages = [stored.evidence("*:lost", start, 40).rows for start in range(0, whole.total, 40)]
    assert_frame_equal(pl.concat(pages), whole.rows)
