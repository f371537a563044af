"""As of when rows are judged: what was known then, what ripens later, and readers that ask for another moment."""

from datetime import datetime

import polars as pl
import pytest

from metrics.store import EVERYTHING, Query

CASES = "id,opened,solved,due,unit,customer,reason"
CALLS = "id,began,customer,case,unit,result"
FORMS = "id,back,case,time,repair,tone"


@pytest.fixture(scope="module")
def spring(module_company):
    company = module_company
    company.export(
        "cases_1.csv",
        CASES,
        "C1,2025-03-01 10:00:00,2025-03-02 10:00:00,2025-03-03 10:00:00,N,K1,",
        "C2,2025-03-05 10:00:00,2025-03-20 10:00:00,2025-03-10 10:00:00,N,K2,",
        "C3,2025-03-25 10:00:00,2025-04-02 10:00:00,2025-04-05 10:00:00,N,K3,",
    )
    company.export(
        "calls_1.csv",
        CALLS,
        "P0,2025-02-01 10:00:00,K0,,N,resolved",
        "P1,2025-03-05 10:00:00,K2,C2,N,resolved",
        "P2,2025-03-26 10:00:00,K3,C3,N,resolved",
    )
    company.export("forms_1.csv", FORMS, "F1,2025-03-04 10:00:00,C1,A,A,A", "F2,2025-03-22 10:00:00,C2,C,C,C")
    company.load()
    return company


def test_without_a_stated_moment_rows_are_judged_as_of_the_latest_time_in_the_data(spring):
    assert spring.load().as_of is None
    assert spring.store.published(EVERYTHING).as_of.isoformat() == "2025-04-02T02:00:00+00:00"


FIFTEENTH = "2025-03-15T00:00:00+08:00"


def test_what_happened_later_is_not_known_at_an_earlier_moment(spring):
    assert spring.load(as_of=FIFTEENTH).state == "published"
    # C2 was solved on the 20th: on the 15th it is open past its due time. C3 had not been opened.
    assert spring.readings("resolution_on_time", "month") == [("2025-03", 0.5, 2)]
    assert spring.readings("satisfaction_score", "month") == [("2025-03", 6.0, 1)]
    assert spring.readings("first_contact_resolution", "month") == [("2025-02", None, 0), ("2025-03", 1.0, 1)]
    assert spring.stale_parts() == []


def test_going_back_to_the_latest_moment_gives_the_first_readings_again(spring):
    spring.load()
    before = spring.parts()
    spring.load(as_of=FIFTEENTH)
    assert not spring.parts().equals(before)
    spring.load()
    assert spring.parts().equals(before)
    assert spring.readings("satisfaction_score", "month") == [("2025-03", 3.0, 2)]


def test_a_reader_may_ask_as_of_another_moment(spring):
    spring.load(as_of=FIFTEENTH)
    loads = spring.store.published(EVERYTHING).id
    then, later = (f"2025-0{month}T00:00:00+08:00" for month in ("3-15", "4-03"))
    assert ask(spring, "resolution_on_time", then) == [("2025-03", 0.5, 2, loads)]
    assert ask(spring, "resolution_on_time", later) == [("2025-03", 0.5, 2, loads), ("2025-04", 1.0, 1, loads)]
    assert ask(spring, "satisfaction_score", later) == [("2025-03", 3.0, 2, loads)]


def ask(company, kpi, as_of):
    query = Query(kpi, by=("month",), as_of=datetime.fromisoformat(as_of))
    found = company.store.readings(EVERYTHING, query).filter(pl.col("n") > 0)
    assert found["as_of"].unique().to_list() == [datetime.fromisoformat(as_of)]
    return found.select("month", "value", "n", "load").rows()


def test_rows_ripen_as_the_moment_moves_on_though_their_month_brings_nothing_new(spring):
    spring.load()
    fcr = {"kpi": "first_contact_resolution", "month": "2025-03"}
    assert spring.parts().filter(**fcr)["immature"].sum() == 0
    spring.export("calls_2.csv", CALLS, "P3,2025-03-31 10:00:00,K5,,N,resolved")
    spring.load()
    assert spring.parts().filter(**fcr)["immature"].sum() == 1
    spring.export("forms_2.csv", FORMS, "F3,2025-04-20 10:00:00,,C,C,C")
    report = spring.load()
    assert "2025-03" in report.months_computed
    assert spring.parts().filter(**fcr)["immature"].sum() == 0
    assert spring.stale_parts() == []


def test_the_workspace_may_state_the_moment(spring):
    spring.settings["as_of"] = FIFTEENTH
    assert spring.load().as_of == "2025-03-14T16:00:00+00:00"
    del spring.settings["as_of"]
