"""Whatever happens to cases: the funnel agrees with its definition read aloud, adds up, and does not mind the order."""

from datetime import timedelta

import polars as pl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from polars.testing import assert_frame_equal

from metrics.funnel import funnel_parts, reasons, waterfall
from metrics.funnel.parts import add_up

STAGES, DAYS = "a b c d", 1
SETTINGS = [("ordered", "strict"), ("ordered", "impute"), ("strict", "strict"), ("any_order", "strict")]

_CASES = st.sampled_from(["one", "two", "three"])
_HOURS = st.integers(0, 60)
_ENTRY = st.tuples(_CASES, st.sampled_from(["a", "b", "c", "d", "x"]), _HOURS)
_ENDING = st.tuples(_CASES, _HOURS, st.sampled_from(["lost", "timed_out"]), st.sampled_from(["price", None]))
# Few hours, so that moments coincide; few cases, so that they come back.
_STORIES = st.tuples(st.lists(_ENTRY, max_size=25), st.lists(_ENDING, max_size=4), _HOURS)
# The fixtures hold no state: what they return begins anew with each example.
_EXAMPLES = settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])


def told(story, entries, endings):
    story.rows.clear()
    for case, stage, hour in entries:
        story(case, stage, hour)
    for case, hour, outcome, reason in endings:
        story.leaves(case, hour, outcome=outcome, reason=reason)
    return story


def depth(entries, mode, skipped):
    """Return how far one case got, by the definition and one event at a time; None where it did not enter."""
    steps = {"a": 1, "b": 2, "c": 3, "d": 4}
    path = sorted((hour, steps.get(stage, 0)) for _, stage, hour in entries)
    known = {hour for hour, step in path if step}
    path = [(hour, step) for hour, step in path if step or (mode == "strict" and hour not in known)]
    far = {"strict": strictly, "any_order": anyhow}.get(mode, imputed if skipped == "impute" else in_order)
    starts = [i for i, (_, step) in enumerate(path) if step == 1 or (step and mode == "any_order")]
    if skipped == "impute" and path:
        starts.append(0)
    return max((far([event for event in path[i:] if event[0] - path[i][0] <= DAYS * 24]) for i in starts), default=None)


def in_order(path):
    reached = 0
    for _, step in path:
        reached += step == reached + 1
    return reached


def strictly(path):
    reached = 0
    for _, step in path:
        if step != reached:
            if step != reached + 1:
                break
            reached += 1
    return reached


def anyhow(path):
    return len({step for _, step in path})


def imputed(path):
    return max(step for _, step in path)


@pytest.mark.parametrize(("mode", "skipped"), SETTINGS, ids="-".join)
@_EXAMPLES
@given(entries=st.lists(_ENTRY, max_size=25))
def test_every_case_gets_as_far_as_the_definition_says(story, ask, mode, skipped, entries):
    asked = ask(told(story, entries, []), STAGES, days=DAYS, mode=mode, skipped=skipped)
    cases = {case: [entry for entry in entries if entry[0] == case] for case, _, _ in entries}
    expected = {case: depth(theirs, mode, skipped) for case, theirs in cases.items()}
    found = {row["case_id"]: row["depth"] or None for row in asked.journeys.cases.iter_rows(named=True)}
    assert {case: found.get(case) for case in cases} == expected


@pytest.mark.parametrize(("mode", "skipped"), SETTINGS, ids="-".join)
@_EXAMPLES
@given(told_by=_STORIES)
def test_what_entered_is_converted_lost_timed_out_or_open_at_every_stage(story, ask, mode, skipped, told_by):
    entries, endings, hour = told_by
    asked = ask(told(story, entries, endings), STAGES, hour=hour, days=DAYS, mode=mode, skipped=skipped)
    stages = asked.stages()
    states = stages.select("converted", "lost", "timed_out", "open")
    assert states.sum_horizontal().to_list() == stages["entered"].to_list()
    assert stages["entered"].to_list()[1:] == stages["converted"].to_list()[:-1]
    gone = stages.select("lost", "timed_out", "open").sum().sum_horizontal().item()
    assert stages["entered"][0] - gone == stages["converted"][-1]
    assert reasons(asked.parts())["lost"].sum() == stages["lost"].sum()


@_EXAMPLES
@given(told_by=_STORIES, seed=st.integers(0, 9))
def test_the_order_of_the_rows_does_not_matter(story, ask, told_by, seed):
    entries, endings, hour = told_by
    frame = told(story, entries, endings).frame()
    one = ask(frame, STAGES, hour=hour, days=DAYS).flagged
    other = ask(frame.sample(fraction=1, shuffle=True, seed=seed), STAGES, hour=hour, days=DAYS).flagged
    assert_frame_equal(one, other, check_row_order=False)


@_EXAMPLES
@given(told_by=_STORIES, cut=st.sampled_from(["month", "channel"]))
def test_parts_of_months_and_machines_recombine_to_the_whole(story, ask, told_by, cut):
    entries, endings, hour = told_by
    # Days here are months there: entries lie up to sixty days apart.
    told(
        story, [(case, stage, at * 24) for case, stage, at in entries], [(c, at * 24, o, r) for c, at, o, r in endings]
    )
    cases = pl.DataFrame({"case_id": ["one", "two", "three"], "channel": ["phone", "web", "phone"]})
    asked = ask(story, STAGES, hour=hour * 24, days=20, cases=cases)
    split = [funnel_parts(rows.lazy(), ["month", "channel"]) for rows in asked.flagged.partition_by(cut)]
    whole = funnel_parts(asked.flagged.lazy(), ["month", "channel"])
    together = pl.concat([whole.clear(), *split])
    assert_frame_equal(add_up(together), add_up(whole))
    assert_frame_equal(waterfall(asked.funnel, together, ["channel"]), waterfall(asked.funnel, whole, ["channel"]))


@_EXAMPLES
@given(told_by=_STORIES)
def test_looking_later_never_undoes_a_conversion(story, ask, told_by):
    entries, endings, hour = told_by
    frame = told(story, entries, endings).frame()
    then, now = (ask(frame, STAGES, hour=at, days=DAYS).stages()["converted"][-1] for at in (hour, hour + 24))
    assert then <= now


@_EXAMPLES
@given(told_by=_STORIES)
def test_a_case_counts_in_the_month_of_its_first_entry_alone(story, ask, told_by):
    entries, endings, _ = told_by
    cases = ask(told(story, entries, endings), STAGES, days=DAYS).journeys.cases.filter(pl.col("depth") > 0)
    assert cases["case_id"].is_unique().all()
    assert (cases["started_at"] >= cases["entered_at"]).all()
    assert (cases["deadline"] <= cases["closes_at"]).all()
    assert (cases["closes_at"] >= cases["started_at"] + timedelta(days=DAYS)).all()
