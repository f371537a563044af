"""policy.toml as a whole: the one in the documents can be read, and entries that contradict each other cannot."""

import re
from pathlib import Path

import pytest

from metrics.store.errors import SettingsError
from metrics.store.policies import READERS, check_policy

ROOT = Path(__file__).parents[2]
TARGET = '[[target]]\nkpi = "first_contact_resolution"\nmeet = 0.8\nnear = 0.7\nvalid_from = 2025-01-01\n'
CHART = '[[chart]]\nkpi = "first_contact_resolution"\nunit = "N"\n'
INSTRUMENT = '[[instrument]]\nname = "kiosk"\ndimensions = { a = [1, 2] }\n'
SCENARIO = (
    '[[repurchase]]\nname = "s"\nsource = "us"\nno_contact = 0\nunsatisfied = 0\nsatisfied = 1\nsatisfied_quickly = 1\n'
)
FUNNEL = '[[funnel]]\nname = "f"\nwindow = "1d"\nstages = ["a", "b"]\n'


@pytest.fixture
def checked(tmp_path):
    """Return a function that checks a policy and says how many entries each of its sections has."""

    def check(policy):
        (tmp_path / "policy.toml").write_text(policy, encoding="utf-8")
        return check_policy(tmp_path)

    return check


def test_the_policy_in_the_documents_is_one_and_shows_its_sections(checked):
    text = (ROOT / "docs" / "workspace.md").read_text(encoding="utf-8").partition("## policy.toml")[2]
    (shown,) = re.findall(r"```toml\n(.*?)```", text, re.DOTALL)
    elsewhere = {"funnel", "satisfaction_policy", "complaint_policy"}
    assert set(checked(shown)) >= READERS.keys() - elsewhere


def test_the_sample_s_policy_is_one():
    sections = check_policy(ROOT / "sample_data" / "workspace")
    assert (sections["schedule"], sections["timing"], sections["funnel"]) == (1, 1, 1)


def test_no_policy_says_nothing(tmp_path):
    assert check_policy(tmp_path) == {}


@pytest.mark.parametrize(
    "entry", [TARGET, CHART, INSTRUMENT, SCENARIO], ids=["target", "chart", "instrument", "scenario"]
)
def test_two_entries_that_say_the_same_of_the_same_are_refused(checked, entry):
    assert set(checked(entry).values()) == {1}
    with pytest.raises(SettingsError, match=r"2: entry 1 says the same of the same\. Got"):
        checked(entry * 2)


def test_two_funnels_of_one_name_are_refused(checked):
    with pytest.raises(SettingsError, match="funnel 2: a funnel called 'f' is declared already"):
        checked(FUNNEL * 2)


def test_entries_about_different_days_or_units_stand_side_by_side(checked):
    assert checked(TARGET + TARGET.replace("2025-01-01", "2025-07-01"))["target"] == 2
    assert checked(CHART + CHART.replace('"N"', '"S"'))["chart"] == 2


def test_a_reward_policy_is_checked_with_the_rest(checked):
    with pytest.raises(SettingsError, match="satisfaction_policy 1"):
        checked("[[satisfaction_policy]]\nvalid_from = 2025-01-01\nunknown_key = 1\n")


def test_a_target_whose_near_is_better_than_its_meet_is_refused(checked):
    with pytest.raises(SettingsError, match=r"higher is better, so near=0\.9 must not be better than meet=0\.8"):
        checked(TARGET.replace("0.7", "0.9"))


def test_a_section_that_nothing_reads_is_refused_with_the_nearest(checked):
    with pytest.raises(SettingsError, match=r"nothing reads a section 'targets'\. Did you mean target or chart\?"):
        checked(TARGET.replace("[[target]]", "[[targets]]"))
