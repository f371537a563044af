"""A signal from data that are old, refused or full of broken rows says so."""

from datetime import UTC, date, datetime

import pytest
from sqlalchemy import insert

from metrics.registry import kpi as kpi_called
from metrics.signals import Plan, Sourcing, control_chart, sentence, signals
from metrics.store import EVERYTHING, open_store, schema
from metrics.store.database import connect
from metrics.store.watching import Watch, control_charts

QUIET = [80, 84, 76, 79, 82, 85, 78, 77, 83, 80, 75, 81, 84, 79, 76, 82, 80, 78, 83, 77]


@pytest.fixture
def doubted(kpi, points):
    """Return a function that gives the doubts about a fall in the last of 21 months, or in the one before."""

    def doubts(sourcing, *, last=True):
        share = kpi()
        hits = [*QUIET, 40] if last else [*QUIET[:-1], 40, 80]
        [signal] = signals(control_chart(share, points(share, hits, [100] * 21), Plan(enough=19), None, sourcing))
        return [doubt for doubt in signal.doubts if doubt.key in {"stale", "refused", "set_aside"}]

    return doubts


def test_data_that_end_before_the_flagged_month_are_a_doubt(doubted):
    old = Sourcing(until=date(2026, 5, 20), stale=frozenset({"2025-09"}))
    [doubt] = doubted(old)
    assert (doubt.key, doubt.text.zh, doubt.text.en) == (
        "stale",
        "数据只到 2026-05-20",
        "the data reach only to 2026-05-20",
    )


def test_data_that_cover_the_flagged_month_are_none(doubted):
    assert doubted(Sourcing(until=date(2026, 5, 20), stale=frozenset({"2026-07"}))) == []


def test_what_the_newest_load_left_out_concerns_signals_that_still_last(doubted):
    poor = Sourcing(refused=("hotline",), set_aside={"forms": 0.12})
    assert [doubt.text.en for doubt in doubted(poor)] == [
        "the newest load refused hotline",
        "12.0 % of the rows of forms failed their checks",
    ]
    assert doubted(poor, last=False) == []


FCR = "first_contact_resolution"


@pytest.fixture
def charted(published):
    """Return a function that charts a workspace whose sources stand as given: its one chart of all units."""

    def chart(*sources, kpi=FCR):
        months = [
            {"month": f"2025-0{month}", "kpi": kpi, "n": 100, "total": 80.0, "exposure": 100.0} for month in (4, 5, 6)
        ]
        folder = published(*months)
        rows = [_account(**source) for source in sources]
        with connect(open_store(folder).settings.database).begin() as connection:
            connection.execute(insert(schema.load_sources), rows)
        return control_charts(open_store(folder), EVERYTHING, Watch(kpi=kpi))[0].sourcing

    return chart


def _account(source="hotline", table="contacts", until="2025-06-30", read=1000, **told):
    counts = dict.fromkeys(("rows_loaded", "exact_duplicates", "rows_superseded", "rows_unchanged"), 0)
    reached = until and datetime.fromisoformat(until).replace(tzinfo=UTC)
    plain = {"load": 1, "source": source, "table": table, "outcome": "loaded", "rows_read": read, "data_as_of": reached}
    return {**counts, **plain, "rows_quarantined": 0, "message": None, **told}


def test_months_that_the_kpi_s_table_does_not_reach_are_stale(charted):
    found = charted({"until": "2025-05-20"}, {"source": "cases", "table": "cases", "until": "2025-06-30"})
    assert (found.until, found.stale) == (date(2025, 5, 20), {"2025-05", "2025-06"})


@pytest.mark.parametrize(("until", "stale"), [("2025-06-23", set()), ("2025-06-22", {"2025-06"})])
def test_a_quiet_last_week_is_not_stale(charted, until, stale):
    assert charted({"until": until}).stale == stale


def test_of_several_sources_of_a_table_the_newest_counts(charted):
    found = charted({"source": "old books", "until": "2025-01-31"}, {"source": "new books", "until": "2025-06-29"})
    assert found.stale == set()


def test_refused_sources_and_many_broken_rows_are_told_of_the_kpi_s_own_tables_only(charted):
    found = charted(
        {"outcome": "refused"},
        {"source": "messages", "rows_quarantined": 60},
        {"source": "chats", "rows_quarantined": 50},
        {"source": "forms", "table": "feedback_forms", "outcome": "refused"},
    )
    assert (found.refused, found.set_aside) == (("hotline",), {"messages": 0.06})


def test_a_table_beside_the_kpi_s_own_makes_it_stale_too(charted):
    cases = {"source": "cases", "table": "cases", "until": "2025-06-30"}
    complaints = {"source": "complaints", "table": "complaints", "until": "2025-05-20"}
    assert charted(cases, complaints, kpi="complaints_per_100_cases").until == date(2025, 5, 20)


@pytest.mark.parametrize(("kpi", "refused"), [("paused_share", ("events",)), (FCR, ("events",)), ("csat_mean", ())])
def test_the_events_that_a_kpi_is_built_from_are_its_own_too(charted, kpi, refused):
    assert charted({"source": "events", "table": "case_events", "outcome": "refused"}, kpi=kpi).refused == refused


def test_a_workspace_of_which_no_source_is_on_record_raises_no_doubt(published):
    folder = published(*({"month": f"2025-0{month}", "n": 100, "total": 80.0} for month in (4, 5)))
    assert control_charts(open_store(folder), EVERYTHING, Watch(kpi=FCR))[0].sourcing == Sourcing()


def test_a_doubt_stands_in_the_sentence(kpi, points):
    share = kpi()
    chart = control_chart(share, points(share, [*QUIET, 40], [100] * 21), Plan(), None, Sourcing(refused=("hotline",)))
    [signal] = signals(chart)
    assert sentence(signal, kpi_called(FCR)).en.endswith("It may be wrong: the newest load refused hotline.")
