"""A plan for call-backs, filled in by the callers and loaded back, tells how far the forms can be trusted."""

import polars as pl
import pytest

from metrics.rewards.sampling import Design
from metrics.store import EVERYTHING
from metrics.store.exports import write_rows
from metrics.store.verification import callback_plan, verified

CALLS = {
    "form_id": "callback_id",
    "job_id": "job_id",
    "received_at": {"column": "called_at", "zone": "Asia/Shanghai"},
    "source_kind": {"constant": "callback"},
    **{item: item for item in ("timeliness", "repair_quality", "attitude")},
}


@pytest.fixture
def loaded(company):
    """A company with 20 forms of May, all graded A, that are about jobs and can be called about."""
    forms = [f"F{number:02},2025-05-{number + 1:02} 10:00,A,A,A,J{number:02},16000000000,N" for number in range(20)]
    company.sources["forms"]["columns"] |= {"job_id": "job", "identity_key": "phone", "org_unit_id": "unit"}
    del company.sources["forms"]["columns"]["case_id"]
    company.export("forms_05.csv", "id,back,time,repair,tone,job,phone,unit", *forms)
    company.source("answers", "feedback_forms", CALLS)
    company.load(as_of="2025-06-30T23:00:00+08:00")
    return company


def test_a_plan_that_is_filled_in_and_loaded_back_tells_what_it_would_do_to_the_month(loaded):
    """17 of 20 forms are called about; the customers of 4 of them give C for attitude: 4 · (−2) / 17 points a form."""
    source = loaded.store.reward_source(EVERYTHING)
    plan = callback_plan(source, ("N", "2025-05"), Design()).drawn
    assert plan.height == 17
    answers = plan.with_columns(
        timeliness=pl.lit("A"),
        repair_quality=pl.lit("A"),
        attitude=pl.when(pl.col("number") <= 4).then(pl.lit("C")).otherwise(pl.lit("A")),
        called_at=pl.lit("2025-06-03 15:00"),
    )
    (loaded.folder / "exports").mkdir(exist_ok=True)
    write_rows(answers.drop("received_at"), loaded.folder / "exports" / "answers_06.csv")
    loaded.load(as_of="2025-06-30T23:00:00+08:00")
    source = loaded.store.reward_source(EVERYTHING)
    (statement,) = loaded.store.statements(EVERYTHING, "2025-05", "2025-05")
    found = verified(source, statement)
    assert (found.discrepancy.called, found.discrepancy.contradicted) == (17, 4)
    assert found.corrected.average * 17 == 6 * 17 - 8
    assert statement.figures.month.used.n == 20
    assert callback_plan(source, ("N", "2025-05"), Design()).drawn["form_id"].to_list() == plan["form_id"].to_list()
