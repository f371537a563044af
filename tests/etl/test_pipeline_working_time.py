"""Working time through a load: what a new event, day off or rule touches, and what a calendar that ends does."""

import json

import pytest

from etl.__main__ import main
from metrics.clocks import CalendarEndsError
from metrics.store import EVERYTHING, Query

CASES = "id,opened,solved,due,unit,customer,reason"
EVENTS = "id,case,at,kind,to,stage,due"
CALENDARS = "calendar,zone,weekday,starts,ends"
DAYS = "calendar,date,kind,blocks"
EVENT_COLUMNS = {name: name for name in ("at", "kind", "stage")} | {"event_id": "id", "case_id": "case"}
EVENT_COLUMNS |= {"to_value": "to", "promise_due_at": "due"}
CALENDAR_COLUMNS = {name: name for name in ("weekday", "starts", "ends")} | {
    "calendar_id": "calendar",
    "timezone": "zone",
}
DAY_COLUMNS = {name: name for name in ("date", "kind", "blocks")} | {"calendar_id": "calendar"}
WEEK = [f"C,Asia/Shanghai,{day},09:00,17:00" for day in range(1, 6)]


def prepared(company):
    company.source("events", "case_events", EVENT_COLUMNS)
    company.source("calendars", "calendars", CALENDAR_COLUMNS)
    company.source("calendar_days", "calendar_days", DAY_COLUMNS)
    company.export("calendars.csv", CALENDARS, *WEEK)
    company.export("calendar_days.csv", DAYS, "C,2024-01-01,holiday,", "C,2024-12-31,working_override,09:00-17:00")
    company.export(
        "cases_1.csv",
        CASES,
        "C1,2024-01-10 09:00:00,2024-01-11 17:00:00,2024-01-12 17:00:00,N,K1,",
        "C2,2024-06-10 09:00:00,2024-06-11 17:00:00,2024-06-10 17:00:00,S,K2,",
        "C3,2024-12-02 09:00:00,,2024-12-04 17:00:00,S,K3,",
    )
    company.export("events_1.csv", EVENTS, "E1,C1,2024-01-10 09:00:00,stage_enter,,referral,")
    return company


@pytest.fixture(scope="module")
def timed(module_company):
    """A company by office hours in Shanghai, with cases of January, June and December; the last is open."""
    company = prepared(module_company)
    company.load("2024-12-20T12:00:00+08:00")
    return company


def test_the_first_load_computes_every_month(timed):
    assert timed.stale_parts() == []
    assert timed.readings("resolution_working_time_p50", "month") == [
        ("2024-01", 16 * 3600.0, 1),
        ("2024-06", 16 * 3600.0, 1),
        ("2024-12", None, 1),
    ]


@pytest.mark.parametrize(
    ("file", "lines", "months"),
    [
        pytest.param(
            "events_2.csv",
            (
                EVENTS,
                "E2,C1,2024-01-10 10:00:00,status_change,pending_customer,,",
                "E3,C1,2024-01-10 15:00:00,status_change,open,,",
            ),
            {"2024-01"},
            id="a pause in January",
        ),
        pytest.param(
            "events_3.csv",
            (EVENTS, "E4,C1,2024-09-02 09:00:00,reopen,,,"),
            {"2024-01"},
            id="a reopening in September of the case of January",
        ),
        pytest.param(
            "events_4.csv",
            (
                EVENTS,
                "E5,C2,2024-06-10 09:00:30,stage_enter,,referral,",
                "E6,C2,2024-06-10 09:01:00,stage_enter,,contact,",
            ),
            {"2024-06"},
            id="a referral and its contact",
        ),
        pytest.param(
            "events_5.csv",
            (EVENTS, "E7,C2,2024-06-30 17:00:00,promise_made,,,2024-07-02 09:00:00"),
            {"2024-06"},
            id="a promise made in June",
        ),
        pytest.param(
            "events_6.csv",
            (EVENTS, "E8,C2,2024-07-01 17:00:00,promise_kept,,,"),
            {"2024-06", "2024-07"},
            id="and kept in July",
        ),
        pytest.param(
            "calendar_days_2.csv",
            (DAYS, "C,2024-06-10,holiday,"),
            {"2024-01", "2024-06", "2024-12"},
            id="a day off: every month",
        ),
        pytest.param(
            "calendars_2.csv",
            (CALENDARS, "C,Asia/Shanghai,6,09:00,12:00"),
            {"2024-01", "2024-06", "2024-12"},
            id="Saturdays: every month",
        ),
    ],
)
def test_a_load_computes_what_it_touches_as_from_scratch(timed, file, lines, months):
    timed.export(file, *lines)
    report = timed.load("2024-12-20T12:00:00+08:00")
    assert (report.state, months <= set(report.months_computed)) == ("published", True)
    assert timed.stale_parts() == []


def test_a_rule_of_timing_that_changes_computes_every_month(timed):
    before = timed.readings("paused_share", "month", where=(("unit", "N"),))
    (timed.folder / "policy.toml").write_text('[[timing]]\npauses = ["on_hold"]\n', encoding="utf-8")
    report = timed.load("2024-12-20T12:00:00+08:00")
    assert set(report.months_computed) >= {"2024-01", "2024-06", "2024-12"}
    assert timed.stale_parts() == []
    assert (before[0][1], timed.readings("paused_share", "month", where=(("unit", "N"),))[0][1]) == (5 / 16, 0.0)
    assert timed.load("2024-12-20T12:00:00+08:00").state == "unchanged"


def test_a_wait_that_goes_on_grows_with_the_moment_though_nothing_new_came(timed):
    report = timed.load("2024-12-23T12:00:00+08:00")
    assert "2024-12" in report.months_computed
    assert timed.stale_parts() == []


def test_the_rows_behind_a_figure_show_their_clocks(timed):
    found = timed.store.evidence(EVERYTHING, Query("resolution_working_time_p50", "2024-06", "2024-06"), "counted")
    [row] = found.rows.to_dicts()
    # The tenth of June became a day off: the eleventh from 9 to 17 alone is worked.
    assert (row["case_id"], row["resolution_worked"].total_seconds() / 3600, row["value"]) == ("C2", 8, 8 * 3600)
    assert {"response_worked", "full_worked", "paused", "due_with_pauses_at"} <= row.keys()


# --- a calendar that ends before the data ----------------------------------------------------------------------------


def test_data_beyond_the_calendar_s_last_day_end_the_load_and_leave_what_was_published(company):
    prepared(company).load("2024-12-20T12:00:00+08:00")
    published = company.readings("resolution_working_time_p50", "month")
    company.export("cases_2.csv", CASES, "C4,2025-01-02 09:00:00,2025-01-03 12:00:00,2025-01-06 17:00:00,S,K4,")
    with pytest.raises(CalendarEndsError, match="Calendar 'C' ends on 2024-12-31, but the data go on to 2025-01-03"):
        company.load("2025-01-03T18:00:00+08:00")
    assert company.readings("resolution_working_time_p50", "month") == published
    assert company.records("loads", "state")[-1] == ("failed",)


def test_the_command_says_so_and_ends_with_1(company, capsys):
    prepared(company)
    assert main(["run", str(company.declare()), "--json", "--as-of", "2025-01-03T18:00+08:00"]) == 1
    [problem] = json.loads(capsys.readouterr().out)["errors"]
    assert "Calendar 'C' ends on 2024-12-31" in problem
    assert "known_until = 2025-01-03" in problem


def test_the_policy_may_say_that_the_calendar_is_complete_for_longer(company):
    prepared(company)
    (company.folder / "policy.toml").write_text('[[schedule]]\ncalendar = "C"\nknown_until = 2025-06-30\n', "utf-8")
    assert company.load("2025-01-03T18:00:00+08:00").state == "published"
    company.export("calendar_days_2.csv", DAYS, "C,2025-01-01,holiday,")
    (company.folder / "policy.toml").unlink()
    assert company.load("2025-01-03T18:00:00+08:00").state == "published"
