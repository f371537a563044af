"""A load that dies, wherever it is, leaves the last finished one readable; loading again then ends the same."""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

from metrics.store import EVERYTHING

HERE = Path(__file__).parent
CASES = "id,opened,solved,due,unit,customer,reason"
FORMS = "id,back,case,time,repair,tone"
KINDS = ("state", "again", "killed")
SEED = 20250702


def published(company) -> list[list[tuple]] | None:
    """Return everything that readers see; None where nothing was ever published."""
    if company.store.load(EVERYTHING) is None:
        return None
    warehouse = company.store.warehouse(EVERYTHING)
    tables = ("cases", "feedback_forms", "links", "parts", "daily_parts", "monthly_readings")
    facts = [warehouse.scan(name).collect().rows() for name in tables]
    readings = company.records("published_readings", "kpi", "month", "n", "value")
    return [sorted(rows, key=str) for rows in (*facts, readings)]


class Deaths(NamedTuple):
    """What readers saw before a load and after it, and what loads like it left that died."""

    before: list | None
    after: list
    states: list
    again: list
    killed: list


def new(company) -> None:
    """Let a company have its first export."""
    company.export("forms_1.csv", FORMS, "F1,2025-05-20 10:00:00,C1,A,A,A")


def known(company) -> None:
    """Load a company, then correct its forms: one belongs to another month and says something else, one is new."""
    company.export("cases_1.csv", CASES, "C1,2025-05-02 10:00:00,2025-05-03 10:00:00,2025-05-04 10:00:00,N,K1,R1")
    new(company)
    company.load()
    company.export("forms_1.csv", FORMS, "F1,2025-06-20 10:00:00,C1,E,E,E", "F2,2025-05-20 10:00:00,C1,B,B,B")


@pytest.fixture
def copied(tmp_path):
    """Return a function that copies what a load left, so that each test finds it as it was."""

    def copy(company):
        made = type(company)(Path(shutil.copytree(company.folder, tmp_path / company.folder.name)))
        made.settings, made.sources = company.settings, company.sources
        return made

    return copy


@pytest.fixture(scope="module")
def deaths(tmp_path_factory, company_in):
    """Return the deaths of loads of a new company and of a known one."""
    folder, found = tmp_path_factory.mktemp("deaths"), {}

    def company(path):
        made = company_in(path)
        made.settings["as_of"] = "2025-07-01T00:00:00+08:00"
        return made

    for prepare in (new, known):
        made = company(folder / prepare.__name__)
        made.folder.mkdir()
        prepare(made)
        place = made.declare()
        found[place] = published(made)
    command = [sys.executable, str(HERE / "dying.py"), str(SEED), *map(str, found)]
    house = {**os.environ, "PYTHONPATH": str(HERE.parents[1])}
    run = subprocess.run(command, env=house, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr

    def left(place, kind):
        return [company(path) for path in sorted(folder.glob(f"{place.name}-{kind}-[0-9]*"))]

    return {
        place.name: Deaths(before, published(company(place)), *(left(place, kind) for kind in KINDS))
        for place, before in found.items()
    }


@pytest.mark.parametrize("which", ["new", "known"])
def test_a_load_that_dies_at_any_write_is_as_if_it_had_never_begun_or_had_ended(deaths, which):
    before, after, states, *_ = deaths[which]
    seen = [published(each) for each in states]
    whole = seen.count(after)
    assert before != after
    assert seen == [before] * (len(seen) - whole) + [after] * whole
    assert len(seen) - whole >= 12


@pytest.mark.parametrize("which", ["new", "known"])
def test_loading_again_after_a_death_at_every_other_write_ends_as_if_nobody_had_died(deaths, copied, which):
    states = [copied(each) for each in deaths[which].states[::2]]
    ends = [each.load().state for each in states]
    assert ends == ["published"] * ends.count("published") + ["unchanged"] * ends.count("unchanged")
    assert [published(each) == deaths[which].after for each in states] == [True] * len(states)
    dead = [row for each in states for row in each.records("loads", "state", "message") if row[0] != "published"]
    assert dead.count(("failed", "The process died.")) >= 6


def test_nothing_of_a_dead_load_is_kept_when_the_next_one_brings_something_else(deaths, copied):
    _, after, states, *_ = deaths["known"]
    unpublished = [each for each in states if published(each) != after]
    nothing, everything = copied(unpublished[0]), copied(unpublished[-1])
    for each in (nothing, everything):
        each.export("forms_1.csv", FORMS, "F1,2025-05-20 10:00:00,C1,A,A,A", "F3,2025-04-20 10:00:00,C1,B,B,B")
        each.load()
    assert published(everything) == published(nothing) != after
    assert everything.table("feedback_forms", "form_id", "month") == [("F1", "2025-05"), ("F3", "2025-04")]


@pytest.mark.parametrize("which", ["new", "known"])
def test_a_load_that_dies_while_it_mends_what_a_dead_one_left_is_mended_as_well(deaths, copied, which):
    before, after, _, again, _ = deaths[which]
    assert [published(each) for each in again[:10]] == [before] * 10
    dead = [copied(each) for each in again[2:10:3]]
    assert [(each.load().state, published(each) == after) for each in dead] == [("published", True)] * 3


@pytest.mark.parametrize("which", ["new", "known"])
def test_a_load_that_is_killed_at_any_moment_is_mended_by_the_next(deaths, copied, which):
    before, after, *_, killed = deaths[which]
    assert len(killed) == 4
    for each in map(copied, killed):
        assert published(each) in (before, after), each.folder.name
        each.load()
        assert published(each) == after, each.folder.name
