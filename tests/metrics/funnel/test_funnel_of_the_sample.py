"""The sample company's car-glass flow: against the generator's own truth, and through the command line."""

import json

import polars as pl
import pytest

from metrics.__main__ import main
from metrics.store import EVERYTHING, Scope, open_store
from metrics.store.funnel_answers import funnel_reading
from metrics.store.funnel_query import FunnelQuery


@pytest.fixture(scope="module")
def truth(loaded_sample):
    return json.loads((loaded_sample / "truth.json").read_text(encoding="utf-8"))["funnel"]


@pytest.fixture(scope="module")
def by_month(loaded_sample):
    return funnel_reading(open_store(loaded_sample), EVERYTHING, FunnelQuery(by=("month",)))


def printed(capsys, *arguments):
    assert main(["funnel", *map(str, arguments), "--json"]) == 0
    return json.loads(capsys.readouterr().out)


def test_as_many_cases_reach_each_stage_in_each_month_as_truly_did(by_month, truth):
    found = {(row["month"], row["stage"]): row["entered"] for row in by_month.stages.iter_rows(named=True)}
    true = {(month, stage): row["cases"] for month, stages in truth["reached"].items() for stage, row in stages.items()}
    assert {key: found[key] for key in true} == true


def test_the_states_of_every_month_are_the_true_ones(by_month, truth):
    # The generator knows no window: a case that was forgotten is open to it, and timed out to the funnel.
    found = {
        row["month"]: (row["entered"], row["converted"], row["lost"], row["timed_out"] + row["open"])
        for row in by_month.cohorts.iter_rows(named=True)
    }
    assert found == {
        month: (row["entered"], row["completed"], row["lost"], row["timed_out"] + row["open"])
        for month, row in truth["states"].items()
    }


def test_losses_of_every_month_have_their_true_reasons(by_month, truth):
    # By reason, not by stage: the truth tells a loss at the stage its event names, even one that was never entered.
    found = by_month.reasons.group_by("month", "reason").agg(pl.col("lost").sum())
    true = pl.DataFrame(
        [
            (month, reason, row["cases"])
            for month, stages in truth["lost"].items()
            for reasons in stages.values()
            for reason, row in reasons.items()
        ],
        schema=["month", "reason", "lost"],
        orient="row",
    )
    true = true.group_by("month", "reason").agg(pl.col("lost").sum())
    assert sorted(found.rows()) == sorted(true.rows())


def test_contacts_that_nobody_logged_are_imputed_and_counted(by_month, truth):
    missing = sum(row["contact_not_logged"] for row in truth["states"].values())
    assert by_month.stages.filter(stage="contact")["imputed"].sum() == missing


def test_the_planted_shortage_of_glass_is_found_as_a_real_change(loaded_sample, capsys):
    answer = printed(capsys, loaded_sample, "--from", "2026-01", "--to", "2026-05", "--compare")
    change = {row["stage"]: row for row in answer["change"]}["appointment"]
    assert (change["verdict"], change["difference"] < 0) == ("real", True)
    lost = [row for row in answer["reasons"] if row["stage"] == "opportunity"]
    assert (lost[0]["reason"], lost[0]["reason_en"]) == ("D33", "Glass out of stock")


def test_slices_sum_to_the_whole_on_the_command_line(loaded_sample, capsys):
    whole = printed(capsys, loaded_sample, "car_glass", "--month", "2026-02")["stages"]
    cut = printed(capsys, loaded_sample, "car_glass", "--month", "2026-02", "--by", "unit,channel")["stages"]
    for row in whole:
        assert row["entered"] == sum(part["entered"] for part in cut if part["stage"] == row["stage"])


def test_the_list_behind_a_bar_is_as_long_as_the_bar(loaded_sample, capsys):
    question = (loaded_sample, "--month", "2026-02", "--where", "channel=phone")
    answer = printed(capsys, *question)
    lost = {(row["stage"], row["reason"]): row["lost"] for row in answer["reasons"]}
    behind = printed(capsys, *question, "--evidence", "opportunity:lost:D33")
    assert behind["total"] == len(behind["rows"]) == lost["opportunity", "D33"] > 0
    assert {row["channel"] for row in behind["rows"]} == {"phone"}
    assert all(row["source_row"] and row["ended_source_row"] for row in behind["rows"])


def test_a_month_that_has_just_begun_is_open_and_not_lost(loaded_sample, capsys):
    answer = printed(capsys, loaded_sample, "--month", "2026-02", "--as-of", "2026-02-08T12:00+08:00")
    [cohort] = answer["cohorts"]
    assert (cohort["timed_out"], cohort["mature"], cohort["value"]) == (0, 0, None)
    assert cohort["open"] > 0


def test_a_viewer_of_one_unit_sees_only_it(loaded_sample):
    reading = funnel_reading(open_store(loaded_sample), Scope(frozenset({"TH"})), FunnelQuery(by=("unit",)))
    assert reading.stages["unit"].unique().to_list() == ["TH"]


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["--evidence", "asessment:lost"], "declares no stage 'asessment'. Did you mean assessment"),
        (["--evidence", "assessment:losst"], "No case is ever 'losst'. Did you mean lost?"),
        (["car_glas"], "No funnel is declared as 'car_glas'. Did you mean car_glass?"),
        (["--by", "unitt"], "Funnels have no dimension 'unitt'. Did you mean unit?"),
        (["--compare"], "Only a period with a first and a last month has a previous one"),
    ],
)
def test_a_wrong_question_is_answered_with_what_was_meant(loaded_sample, capsys, arguments, says):
    assert main(["funnel", str(loaded_sample), *arguments]) == 2
    assert says in capsys.readouterr().err


def test_a_reader_gets_a_table(loaded_sample, capsys):
    assert main(["funnel", str(loaded_sample), "--month", "2026-02", "--worse-by", "unit"]) == 0
    assert "opportunity" in capsys.readouterr().out


def test_evidence_is_printed_for_readers_too(loaded_sample, capsys):
    assert main(["funnel", str(loaded_sample), "--month", "2026-02", "--evidence", "completion"]) == 0
    assert "'converted': " in capsys.readouterr().out


@pytest.fixture
def other_policy(loaded_sample, tmp_path):
    """Return a workspace with the sample's data whose funnel knows neither the contact nor the survey."""
    places = f'warehouse = "{loaded_sample}/var/warehouse"\ndatabase = "sqlite:///{loaded_sample}/var/plumbline.db"\n'
    (tmp_path / "workspace.toml").write_text(f'zone = "Asia/Shanghai"\n[store]\n{places}', encoding="utf-8")
    stages = 'name = "short"\nwindow = "30d"\nstages = ["referral", "completion"]\n'
    (tmp_path / "policy.toml").write_text(f"[[funnel]]\n{stages}", encoding="utf-8")
    return tmp_path


def test_stages_that_nothing_declares_are_told_with_the_nearest(other_policy, capsys):
    assert main(["funnel", str(other_policy), "--month", "2026-02"]) == 0
    assert "note: Stage 'contact' was entered" in capsys.readouterr().out


def test_a_funnel_without_a_survey_says_nothing_of_one(other_policy, capsys):
    assert printed(capsys, other_policy, "--month", "2026-02")["survey"] == []


def test_a_shorter_funnel_converts_the_same_cases(loaded_sample, other_policy, capsys):
    short, whole = (printed(capsys, place, "--month", "2026-02")["stages"] for place in (other_policy, loaded_sample))
    assert [row["entered"] for row in short] == [whole[0]["entered"], whole[-1]["entered"]]
