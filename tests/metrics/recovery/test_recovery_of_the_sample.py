"""The sample company's recoveries, and scenarios that a workspace writes itself."""

import pytest

from metrics.store import EVERYTHING, Query, open_store
from metrics.store.policy import EntryError
from metrics.store.recovery import KPIS, recoveries
from metrics.store.scenarios import read_scenarios


@pytest.mark.parametrize("key", KPIS)
def test_the_list_behind_the_figure_has_as_many_rows_as_the_figure_says(loaded_sample, key):
    store, query = open_store(loaded_sample), Query(key, "2025-01", "2025-06")
    reading = store.readings(EVERYTHING, query).row(0, named=True)
    found = store.evidence(EVERYTHING, query, "counted", limit=None)
    assert reading["n"] == found.total == found.rows.height > 0
    assert reading["numerator"] == pytest.approx(found.rows["value"].sum())


def test_a_months_recoveries_are_timed_and_compared(loaded_sample):
    found = recoveries(open_store(loaded_sample), EVERYTHING, Query(KPIS[0]))
    assert found.number == found.readings["n"][0] + found.readings["immature"][0]
    assert 0 < found.to_first_step["median"]["value"] < found.to_satisfaction["median"]["value"]
    median = open_store(loaded_sample).readings(EVERYTHING, Query("recovery_time_p50")).row(0, named=True)
    assert (median["value"], median["n"]) == (found.to_satisfaction["median"]["value"], found.number)
    assert found.comparison.untroubled_n > found.comparison.recovered_n > 0
    assert found.steps["apology"] >= found.steps["confirm"]


def test_a_workspace_without_scenarios_shows_those_of_the_literature(tmp_path):
    assert list(read_scenarios(tmp_path)) == ["loss_above_100_dollars", "loss_below_5_dollars"]


def test_a_workspace_writes_its_own_scenario(tmp_path):
    text = '[[repurchase]]\nname="ours"\nsource="survey 2025"\nno_contact=0.2\nunsatisfied=0.3\n'
    (tmp_path / "policy.toml").write_text(text + "satisfied=0.6\nsatisfied_quickly=0.9\n", encoding="utf-8")
    assert read_scenarios(tmp_path)["ours"].repurchase["satisfied"] == 0.6


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ('source = "me"\nno_contct = 0.2', "Did you mean no_contact"),
        ('source = "me"', "says nothing of"),
        ("no_contact = 9", "source"),
    ],
)
def test_a_scenario_with_a_mistake_names_the_entry_and_what_is_wrong(tmp_path, line, said):
    (tmp_path / "policy.toml").write_text(f'[[repurchase]]\nname = "ours"\n{line}\n', encoding="utf-8")
    with pytest.raises(EntryError, match=rf"repurchase 1: .*{said}"):
        read_scenarios(tmp_path)
