"""A survey read from a loaded workspace, by an instrument that policy.toml declares."""

import pytest

from metrics.__main__ import main
from metrics.servqual.instrument import CLASSIC
from metrics.store import EVERYTHING, Scope, open_store
from metrics.store.errors import QueryError, SettingsError
from metrics.store.instruments import chosen, read_instruments

_POLICY = """
[[instrument]]
name = "kiosk"
scale_max = 7
reversed_items = [2]
dimensions = { speed = [1, 2], care = [3] }
"""


def test_an_instrument_is_read_from_the_policy(tmp_path):
    (tmp_path / "policy.toml").write_text(_POLICY, encoding="utf-8")
    kiosk = read_instruments(tmp_path)["kiosk"]
    assert (dict(kiosk.dimensions), kiosk.reversed_items) == ({"speed": (1, 2), "care": (3,)}, frozenset({2}))


def test_a_workspace_without_an_instrument_has_the_classic_one(tmp_path):
    assert chosen(read_instruments(tmp_path), None) is CLASSIC


def test_an_unknown_instrument_names_those_there_are(tmp_path):
    (tmp_path / "policy.toml").write_text(_POLICY, encoding="utf-8")
    with pytest.raises(QueryError, match=r"No instrument is called 'kiosks'\. Did you mean kiosk"):
        chosen(read_instruments(tmp_path), "kiosks")


@pytest.mark.parametrize(
    ("entry", "reason"),
    [
        ('[[instrument]]\nname = "a"', "instrument 1: 'dimensions'"),
        ('[[instrument]]\nname = "a"\ndimensions = { x = ["one"] }', "invalid literal"),
        ("instrument = 3", "must be written as"),
        ("[[instrument", "not valid TOML"),
    ],
)
def test_an_instrument_that_cannot_be_read_is_refused_by_name(tmp_path, entry, reason):
    (tmp_path / "policy.toml").write_text(entry, encoding="utf-8")
    with pytest.raises(SettingsError, match=reason):
        read_instruments(tmp_path)


def test_the_sample_survey_has_every_dimension_and_valid_weights(loaded_sample):
    survey = open_store(loaded_sample).survey(EVERYTHING, wave="2026-H1")
    assert survey.dimensions["n"].to_list() == [survey.respondents] * 5
    assert (survey.overall_refused, survey.weighted.refused) == (None, 0)
    assert survey.overall["gap"] == pytest.approx(survey.dimensions["gap"].mean())


def test_a_viewer_sees_only_answers_about_his_units(loaded_sample):
    store = open_store(loaded_sample)
    one = store.survey(Scope(frozenset({"TH"})), wave="2026-H1").respondents
    assert 0 < one == store.survey(EVERYTHING, wave="2026-H1", unit="TH").respondents


def test_the_command_refuses_a_wave_that_was_not_surveyed(loaded_sample, capsys):
    assert main(["servqual", str(loaded_sample), "--wave", "2029"]) == 2
    assert "Did you mean 2026-H1" in capsys.readouterr().err
