"""Every statement of the sample comes to its amount when it is worked out again, and no figure in it can be altered."""

import copy
import json

import pytest

from metrics.rewards.ledger.canonical import canonical
from metrics.rewards.ledger.figures import wrong_figures
from metrics.store import EVERYTHING, open_store

SATISFACTION = ("amount_minor", "rule", "policy.version", "policy.settings.reward_amount", "policy.settings.min_forms")
SATISFACTION += tuple(f"figures.{name}" for name in ("total", "n", "average", "delta"))
SATISFACTION += tuple(
    f"figures.by_denominator.jobs.{name}" for name in ("total", "n", "average", "baseline_total", "baseline_n", "delta")
)
COMPLAINTS = ("amount_minor", "policy.settings.bonus_pool")
COMPLAINTS += tuple(
    f"figures.{name}"
    for name in ("count", "weighted", "jobs", "penalty_minor", "reward_minor", "taken_minor", "carried_in_minor")
)
COMPLAINTS += ("figures.carried_out_minor", "figures.last_month.weighted")


@pytest.fixture(scope="module")
def documents(loaded_sample) -> list[dict]:
    """Return every statement of the sample as the ledger reads it back."""
    found = [statement.document() for statement in open_store(loaded_sample).statements(EVERYTHING)]
    return [json.loads(canonical(document)) for document in found]


def altered(document: dict, path: str) -> dict:
    """Return a copy in which the figure at a path is another one."""
    copied = copy.deepcopy(document)
    *above, last = path.split(".")
    place = copied
    for name in above:
        place = place[name]
    was = place[last]
    place[last] = was + 1 if isinstance(was, int) else {"better": "worse", "worse": "better"}.get(was, "7/13")
    return copied


def test_every_statement_of_the_sample_comes_to_its_amount(documents):
    assert [(wrong_figures(each), each) for each in documents if wrong_figures(each)] == []
    assert {each["part"] for each in documents} == {"satisfaction", "complaints"}
    assert len(documents) > 300


@pytest.mark.parametrize("path", SATISFACTION)
def test_a_figure_of_the_satisfaction_part_that_is_altered_is_found(documents, path):
    judged = [each for each in documents if each["rule"] in {"better", "worse"} and each["figures"]["jobs"]]
    told = [wrong_figures(altered(each, path)) for each in judged if each["figures"]["by_denominator"]["jobs"]["delta"]]
    assert None not in told
    assert len(told) > 20


@pytest.mark.parametrize("path", COMPLAINTS)
def test_a_figure_of_the_complaint_part_that_is_altered_is_found(documents, path):
    complaints = [each for each in documents if each["part"] == "complaints" and each["figures"]["weighted"]]
    judged = [each for each in complaints if each["figures"]["last_month"]["jobs"]]
    told = [wrong_figures(altered(each, path)) for each in judged]
    assert None not in told
    assert len(told) > 20


def test_a_complaint_that_is_dropped_is_found(documents):
    [most] = sorted(documents, key=lambda each: each["figures"].get("count", 0))[-1:]
    dropped = copy.deepcopy(most)
    dropped["figures"]["complaints"].popitem()
    n, weight = most["figures"]["count"], most["figures"]["weighted"]
    left = sum(dropped["figures"]["complaints"].values())
    told = f"there are {n - 1} complaints that weigh {left}, not {n} that weigh {weight}."
    assert wrong_figures(dropped) == told


def test_a_statement_without_its_figures_cannot_be_worked_out(documents):
    assert wrong_figures({**documents[0], "figures": None}).startswith("its statement cannot be worked out again")
