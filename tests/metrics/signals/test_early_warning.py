"""The signals of a workspace as work: who sees which, what holds them back, and that they stay the same signals."""

from datetime import UTC, datetime

import polars as pl
import pytest
from sqlalchemy import insert, inspect, text

from metrics.calendar import shift_month
from metrics.signals.handling import Act, State, Step
from metrics.signals.inbox import Box
from metrics.signals.key import SignalKey
from metrics.store import EVERYTHING, Scope, open_store, schema
from metrics.store.database import connect
from metrics.store.early_warning import unit_names, warnings, watch_kpi
from metrics.store.errors import QueryError
from metrics.store.signal_log import acts, record
from metrics.store.tables_behind import tables_behind

FCR = "first_contact_resolution"
QUIET = [80, 84, 76, 79, 82, 85, 78, 77, 83, 80, 75, 81, 84, 79, 76, 82, 80, 78, 83, 77]
NOON = datetime(2025, 7, 1, 12, tzinfo=UTC)


def months(unit, hits, first="2023-10", n=100):
    return [
        {"month": shift_month(first, number), "unit": unit, "n": n, "total": float(hit)}
        for number, hit in enumerate(hits)
    ]


def read(folder, scope=EVERYTHING):
    store = open_store(folder)
    return warnings(store, scope, [watch_kpi(store, scope, FCR, unit_names(store, scope))])


def entry(found, unit):
    return next(each for each in found.entries if each.key.unit == unit)


def account(folder, source, table, outcome, until):
    """Write the account of a source into the workspace's records."""
    counts = dict.fromkeys(("rows_read", "rows_loaded", "rows_quarantined", "exact_duplicates", "rows_superseded"), 0)
    row = {"load": 1, "source": source, "table": table, "outcome": outcome, "data_as_of": until, "rows_unchanged": 0}
    with connect(open_store(folder).settings.database).begin() as connection:
        connection.execute(insert(schema.load_sources).values(**row, **counts))


def test_a_fall_is_raised_with_its_place_and_how_often_chance_would_do_so(published):
    found = read(published(*months("N1", [*QUIET, 50])))
    fell = entry(found, "N1")
    assert (fell.box, fell.raised.flagged, fell.held) == (Box.OPEN, "2025-06", ())
    assert fell.raised.says.en.startswith("First-contact resolution · N1: in 2025-06 at 50.0 %")
    assert (found.charts, round(found.expected, 3)) == (2, round(2 * 21 / 152.73, 3))


def test_who_sees_one_unit_sees_its_signals_and_none_of_all_together(published):
    folder = published(*months("N1", [*QUIET, 50]), *months("S1", [*QUIET, 50]))
    assert {each.key.unit for each in read(folder).entries} == {None, "N1", "S1"}
    assert {each.key.unit for each in read(folder, Scope(frozenset({"S1"}))).entries} == {"S1"}


def test_few_rows_hold_a_signal_back_with_the_reason(published):
    found = entry(read(published(*months("N1", [*QUIET, 0], n=100)[:-1], *months("N1", [0], "2025-06", n=9))), "N1")
    assert (found.box, [doubt.key for doubt in found.held]) == (Box.HELD, ["few"])


def test_a_table_that_ends_early_holds_the_newest_signals_back(published):
    folder = published(*months("N1", [*QUIET, 50]))
    account(folder, "hotline", "contacts", "loaded", datetime(2025, 6, 12, tzinfo=UTC))
    (stale,) = entry(read(folder), "N1").held
    assert (stale.key, stale.text.en) == ("stale", "the data reach only to 2025-06-12")


def test_a_refused_source_holds_the_signals_of_what_it_feeds_back(published):
    folder = published(*months("N1", [*QUIET, 50]))
    account(folder, "hotline", "contacts", "refused", datetime(2025, 6, 30, tzinfo=UTC))
    assert [doubt.text.zh for doubt in entry(read(folder), "N1").held] == ["最近一次载入拒收了 hotline"]


def test_a_source_of_another_table_holds_nothing_back(published):
    folder = published(*months("N1", [*QUIET, 50]))
    account(folder, "survey", "servqual_responses", "refused", datetime(2025, 1, 1, tzinfo=UTC))
    assert entry(read(folder), "N1").box is Box.OPEN


def test_the_tables_behind_a_figure_are_all_those_it_is_built_from():
    assert tables_behind("caseload") == {"cases", "complaints", "reason_codes"}
    assert "case_events" in tables_behind("contacts")


def test_an_act_is_kept_with_who_when_and_on_which_load(published):
    folder = published(*months("N1", [*QUIET, 50]))
    key = entry(read(folder), "N1").key
    record(open_store(folder), EVERYTHING, Act(key, Step.ASSIGN, "local", NOON, "王芳"))
    (kept,) = acts(open_store(folder), EVERYTHING)
    assert kept == Act(key, Step.ASSIGN, "local", NOON, "王芳")
    with connect(open_store(folder).settings.database).connect() as connection:
        assert connection.execute(text("SELECT load FROM signal_acts")).scalar_one() == 1


def test_a_signal_keeps_its_owner_while_its_pattern_grows_from_load_to_load(published):
    folder = published(*months("N1", [*QUIET, *[90] * 8]), as_of=datetime(2026, 2, 1, tzinfo=UTC))
    before = next(each for each in read(folder).entries if each.key.rule == 4 and each.key.unit == "N1")
    record(open_store(folder), EVERYTHING, Act(before.key, Step.ASSIGN, "local", NOON, "王芳"))
    grow(folder, months("N1", [90, 91], first="2026-02"))
    after = next(each for each in read(folder).entries if each.key.rule == 4 and each.key.unit == "N1")
    assert (before.raised.last, after.raised.last) == ("2026-01", "2026-03")
    assert (after.key, after.handling.owner, after.handling.state) == (before.key, "王芳", State.ACKNOWLEDGED)


def test_what_newer_data_no_longer_show_keeps_its_log(published):
    folder = published(*months("N1", QUIET))
    gone = SignalKey(FCR, "N1", "western_electric", 1, "2025-05")
    record(open_store(folder), EVERYTHING, Act(gone, Step.NOTE, "local", NOON, "asked the centre"))
    (found,) = read(folder).entries
    assert (found.raised, found.handling.note, found.box) == (None, "asked the centre", Box.OPEN)


@pytest.mark.parametrize("unit", ["S1", None])
def test_nobody_acts_on_what_he_may_not_see(published, unit):
    folder = published(*months("N1", QUIET))
    act = Act(SignalKey(FCR, unit, "western_electric", 1, "2025-05"), Step.CLOSE, "local", NOON)
    with pytest.raises(QueryError, match="which this viewer may not see"):
        record(open_store(folder), Scope(frozenset({"N1"})), act)
    record(open_store(folder), EVERYTHING, act)
    assert acts(open_store(folder), Scope(frozenset({"N1"}))) == []


def test_records_of_an_earlier_version_are_read_and_get_the_log_with_the_first_act(published, back_to):
    folder = published(*months("N1", QUIET))
    engine = back_to(open_store(folder).settings.database, "0002")
    assert acts(open_store(folder), EVERYTHING) == []
    act = Act(SignalKey(FCR, "N1", "western_electric", 1, "2025-05"), Step.CLOSE, "local", NOON)
    record(open_store(folder), EVERYTHING, act)
    assert acts(open_store(folder), EVERYTHING) == [act]
    assert inspect(engine).has_table("signal_acts")


def grow(folder, parts):
    """Publish a second load that knows further months."""
    place = f"{open_store(folder).settings.warehouse}/parts"
    stored = pl.read_delta(place)
    blank = stored.row(0, named=True)
    pl.DataFrame([blank | part for part in parts], schema=stored.schema).write_delta(place, mode="append")
    later = datetime(2026, 4, 1, tzinfo=UTC)
    with connect(open_store(folder).settings.database).begin() as connection:
        moments = {"started_at": later, "finished_at": later, "as_of": later}
        connection.execute(insert(schema.loads).values(id=2, state="published", **moments))
        versions = [("parts", 1), ("daily_parts", 0)]
        rows = [{"load": 2, "table": table, "version": version, "rows": 0} for table, version in versions]
        connection.execute(insert(schema.load_tables), rows)
