"""A funnel's rows from the warehouse: entry months that recombine, the viewer's scope, stages nothing declares."""

from datetime import UTC, datetime

import polars as pl
import pytest
from polars.testing import assert_frame_equal

from metrics.calendar import BusinessCalendar
from metrics.contract import TABLES
from metrics.funnel import funnel_parts
from metrics.model import Moment
from metrics.store import EVERYTHING, Scope
from metrics.store import funnel_rows as rows_module
from metrics.store.funnel_query import FunnelQuery
from metrics.store.funnel_rows import FunnelRows
from metrics.store.warehouse import Warehouse

CALENDAR = BusinessCalendar("Asia/Shanghai")
AUGUST = Moment(datetime(2021, 8, 1, tzinfo=UTC))
MONTH = 31 * 24


@pytest.fixture
def rows(story, declare, tmp_path):
    """Keep a story in a warehouse: cases of May and June, one that comes back, one that goes on in the next month."""
    story.enters("done", "a b c").enters("lost", "a b").leaves("lost", 5, reason="price")
    story.enters("back", "a", [10]).enters("back", "a b", [MONTH + 5, MONTH + 6])
    story.enters("across", "a b", [MONTH - 20, MONTH + 20]).enters("june", "a typo b", [MONTH, MONTH + 1, MONTH + 2])
    events = story.frame().with_columns(month=CALENDAR.month(pl.col("at")))
    units = {"done": "N", "lost": "N", "back": "S", "across": "S", "june": "S"}
    cases = pl.DataFrame({"case_id": list(units), "org_unit_id": list(units.values())})
    keep(tmp_path, "case_events", events)
    keep(
        tmp_path,
        "cases",
        cases.with_columns(created_at=pl.lit(datetime(2021, 5, 1, tzinfo=UTC)), month=pl.lit("2021-05")),
    )
    stored = Warehouse(str(tmp_path), {"case_events": 0, "cases": 0})
    return FunnelRows(stored, declare(), AUGUST, CALENDAR)


def keep(folder, table, frame):
    from deltalake import write_deltalake

    schema = TABLES[table].stored_schema
    missing = [pl.lit(None, dtype).alias(name) for name, dtype in schema.items() if name not in frame.columns]
    write_deltalake(folder / table, frame.with_columns(missing).select(schema.names()), partition_by=["month"])


def flagged(rows, scope=EVERYTHING, **asked):
    return pl.concat(rows.flagged(FunnelQuery(**asked), scope))


def entered(frame):
    return sorted(frame.filter(step=1)["case_id"])


def test_a_month_holds_the_cases_whose_first_entry_lies_in_it(rows):
    assert entered(flagged(rows, first="2021-05", last="2021-05")) == ["across", "back", "done", "lost"]
    assert entered(flagged(rows, first="2021-06")) == ["june"]


def test_a_case_is_judged_by_what_happened_in_later_months_too(rows):
    in_may = flagged(rows, last="2021-05").filter(step=2)
    assert sorted(in_may["case_id"]) == ["across", "back", "done", "lost"]


def test_months_worked_on_one_by_one_give_the_parts_of_all_together(rows, monkeypatch):
    whole = funnel_parts(flagged(rows).lazy(), ["month", "unit"])
    monkeypatch.setattr(rows_module, "_AT_ONCE", 1)
    batches = list(rows.flagged(FunnelQuery(), EVERYTHING))
    apart = [funnel_parts(batch.lazy(), ["month", "unit"]) for batch in batches]
    assert len(batches) == 2
    assert_frame_equal(pl.concat(apart).sort(pl.all()), whole.sort(pl.all()))


def test_a_viewer_sees_only_the_cases_of_his_units(rows):
    assert entered(flagged(rows, Scope(frozenset({"N"})))) == ["done", "lost"]
    assert entered(flagged(rows, Scope(frozenset()))) == []


def test_conditions_keep_only_the_rows_that_match(rows):
    assert entered(flagged(rows, where=(("unit", "S"),))) == ["across", "back", "june"]
    assert entered(flagged(rows, where=(("unit", "nowhere"),))) == []


def test_a_period_without_events_is_an_empty_frame_with_all_its_columns(rows):
    nothing = flagged(rows, first="2031-01")
    assert nothing.height == 0
    assert {"case_id", "month", "step", "state", "unit", "source_row"} <= set(nothing.columns)


def test_every_row_names_the_file_row_it_comes_from(rows):
    assert flagged(rows).filter(pl.col("source_row").is_null()).height == 0


def test_a_stage_that_nothing_declares_is_found(rows):
    assert rows.foreign(FunnelQuery(), ["a", "b", "c"], EVERYTHING).rows() == [("typo", 1)]
    assert rows.foreign(FunnelQuery(last="2021-05"), ["a", "b", "c"], EVERYTHING).rows() == []
    assert rows.foreign(FunnelQuery(), ["a", "b", "c"], Scope(frozenset({"N"}))).rows() == []
