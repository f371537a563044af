"""A wave in which one customer answered on another scale: every part of the page leaves him out, and says so."""

import pytest

from dashboard.exports import pages
from dashboard.survey.reads import Surveyed
from dashboard.wording import exports as words
from tests.dashboard.conftest import load
from tests.dashboard.survey.conftest import _POLICY, _WORKSPACE, write
from tests.dashboard.told import texts
from tests.dashboard.visiting import visit_to

# Two items of speed, each expected and perceived; "odd" answered on five points and not on seven.
_ANSWERS = [("a", 7, 6, 7), ("b", 7, 5, 7), ("odd", 5, 5, 5)]


@pytest.fixture(scope="module")
def mixed(tmp_path_factory):
    """Return the workspace, loaded. Read it only."""
    folder = tmp_path_factory.mktemp("mixed")
    write(folder / "workspace.toml", _WORKSPACE.replace('{ constant = "7" }', '"scale"'))
    write(folder / "policy.toml", _POLICY)
    write(folder / "units.csv", "id,name,name_en", "N1,北一店,North One")
    write(folder / "calls.csv", "id,began,unit", "P1,2025-05-10 10:00:00,N1")
    rows = (f"{who},{item},2025,customer,servqual_2col,N1,{expected},{perceived},{scale}"
            for who, expected, perceived, scale in _ANSWERS for item in (1, 2))  # fmt: skip
    write(folder / "answers.csv", "id,item,wave,who,asked,unit,expected,perceived,scale", *rows)
    write(folder / "weights.csv", "id,dimension,points", "a,speed,60", "a,reliability,40")
    done = load(folder)
    if done.returncode:
        pytest.fail(done.stdout + done.stderr)
    return folder


def test_the_page_counts_him_in_a_sentence_and_lists_him_as_left_out(mixed, open_app):
    app = open_app("servqual", folder=mixed, instrument="short", dimension="speed")
    assert not app.exception
    said = [part.value for part in app.text]
    assert any("responses left out because they are on another scale: 1" in text for text in said)
    assert "4 complete pairs + 0 halves + 2 on another scale = 6 answers, from 2 customers." in said
    listed = texts(app, "answers")
    assert [row[2] for row in listed if row[0] == "odd"] == ["on another scale, left out"] * 2
    assert [row[5] for row in listed if row[0] == "odd"] == ["–", "–"]


def test_wave_list_and_figure_agree_on_the_gap_without_him(mixed):
    visit = visit_to(mixed, "servqual", instrument="short", dimension="speed")
    known = Surveyed(visit.source, visit.filters)
    # a −1 and b −2; with odd's 0 it would be −1.
    speed = known.survey.dimensions.filter(dimension="speed")["gap"].item()
    assert speed == known.by_wave.filter(dimension="speed")["gap"].item() == -1.5
    answers = pages.servqual(visit, known, known.survey)[words.ANSWERS]().rows
    assert answers["Gap"].drop_nulls().mean() == -1.5
    assert answers.height == known.answers("speed", 1).total == 6
