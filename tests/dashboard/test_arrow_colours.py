"""Arrows say up or down; by default they take the colour of good or bad news, or that of a market."""

import pytest

from dashboard.figures.palette import DARK, LIGHT, arrows
from tests.dashboard.told import handed


@pytest.mark.parametrize(
    ("convention", "colours", "up_and_down"),
    [
        ("red_up", LIGHT, ("#C62828", "#1B6E35")),
        ("green_up", LIGHT, ("#1B6E35", "#C62828")),
        ("red_up", DARK, ("#FF7B72", "#56C271")),
        (None, LIGHT, ("", "")),
    ],
)
def test_each_convention_has_its_colours(convention, colours, up_and_down):
    assert arrows(convention, colours) == up_and_down


def test_the_arrows_of_a_page_are_told_their_colours_and_tones_stay_what_they_are(open_app):
    chosen, usual = open_app(arrows="red_up"), open_app()
    assert (handed(chosen, "display")["up"], handed(chosen, "display")["down"]) == ("#C62828", "#1B6E35")
    assert (handed(usual, "display")["up"], handed(usual, "display")["down"]) == ("", "")
    assert handed(chosen, "tiles")["tiles"][0]["tone"] == handed(usual, "tiles")["tiles"][0]["tone"] == "bad"


def test_the_arrow_of_a_definition_has_its_colour_too(open_app):
    assert ':color[▼]{foreground="#1B6E35"} 24.9 pp' in definition(open_app("kpi", arrows="red_up"))
    assert "▼ 24.9 pp" in definition(open_app("kpi"))


@pytest.mark.parametrize("asked", ["blue_up", "", "red_up'"])
def test_an_unknown_convention_falls_back_and_is_said(open_app, asked):
    app = open_app(arrows=asked)
    assert "which is not known" in app.warning[0].value
    assert handed(app, "display")["up"] == ""


def definition(app):
    return next(part.value for part in app.markdown if part.value.startswith("- **"))
