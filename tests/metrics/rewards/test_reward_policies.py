"""Reading dated reward policies: exact amounts, versions, and errors that name both places."""

from datetime import date
from fractions import Fraction

import pytest

from metrics.rewards.dated import in_force
from metrics.store.reward_policies import RewardPolicyError, read_policy_file

FIRST = '[[satisfaction_policy]]\nunit = "*"\nvalid_from = 2025-01-01\nvalid_to = 2025-07-01\n'
SECOND = '\n[[satisfaction_policy]]\nunit = "*"\nvalid_from = 2025-07-01\n'


@pytest.fixture
def read(tmp_path):
    """Return a function that reads a policy file of this text."""

    def policies(text):
        (tmp_path / "policy.toml").write_text(text, encoding="utf-8")
        return read_policy_file(tmp_path / "policy.toml")

    return policies


@pytest.fixture
def refusal(read):
    """Return a function that gives the message with which a policy file is refused."""

    def message(text):
        with pytest.raises(RewardPolicyError) as refused:
            read(text)
        return str(refused.value)

    return message


def test_without_an_entry_the_documents_rule_holds_for_every_unit_and_time_and_no_complaint_part(read):
    policies = read("")
    (document,) = policies.satisfaction
    assert (document.policy.reward_amount, document.policy.currency) == (100_000, "CNY")
    assert in_force(policies.satisfaction, "N", date(1999, 1, 1)) is document
    assert policies.complaints == ()


def test_amounts_become_whole_minor_units_and_numbers_exact_fractions(read):
    (entry,) = read(SECOND + "reward_amount = 12.5\ndead_band = 0.1\nwarn_at = { burst_share = 0.3 }\n").satisfaction
    assert entry.policy.reward_amount == 1_250
    assert (entry.policy.dead_band, entry.policy.warn_at.burst_share) == (Fraction(1, 10), Fraction(3, 10))


def test_the_entry_in_force_is_the_units_own_before_that_of_every_unit(read):
    own = '[[satisfaction_policy]]\nunit = "N"\nvalid_from = 2025-03-01\nvalid_to = 2025-05-01\nmin_forms = 3\n'
    entries = read(FIRST + SECOND + own).satisfaction
    days = {month: in_force(entries, "N", date(2025, month, 1)).policy.min_forms for month in (2, 3, 4, 5, 7)}
    assert days == {2: 5, 3: 3, 4: 3, 5: 5, 7: 5}
    assert in_force(entries, "N", date(2024, 12, 1)) is None


def test_a_version_is_what_an_entry_says_and_not_when_it_ends_nor_where_it_stands(read):
    (ended,), (open_,) = read("\n\n" + FIRST).satisfaction, read(FIRST.replace("valid_to", "# valid_to")).satisfaction
    (other,) = read(FIRST + "min_forms = 6\n").satisfaction
    assert ended.version == open_.version != other.version


def test_overlapping_entries_are_refused_by_both_their_lines(refusal):
    said = refusal(FIRST + SECOND.replace("2025-07-01", "2025-06-01"))
    assert "satisfaction_policy 1 (line 1) and satisfaction_policy 2 (line 6)" in said
    assert "overlap: the first is valid until before 2025-07-01, the second is valid from 2025-06-01" in said


def test_an_entry_that_never_ends_overlaps_the_next(refusal):
    assert "the first has no valid_to" in refusal(FIRST.replace("valid_to", "# valid_to") + SECOND)


def test_a_gap_is_refused_by_both_lines_unless_a_policy_for_every_unit_covers_it(refusal, read):
    late = SECOND.replace("2025-07-01", "2025-08-01")
    said = refusal(FIRST + late)
    assert "(line 1)" in said
    assert "(line 6)" in said
    assert "nothing is in force from 2025-07-01 until before 2025-08-01" in said
    own = (FIRST + late).replace('"*"', '"N"')
    everyone = "[[satisfaction_policy]]\nvalid_from = 2020-01-01\n"
    assert len(read(own + everyone).satisfaction) == 3


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("min_forms = -1", "min_forms is at least 1, got -1. See min_forms (line 5)"),
        ("reward_amount = -5", "reward_amount is at least 0, got -500"),
        ("reward_amount = 0.005", "reward_amount (line 5) has at most two decimals"),
        ("reward_amount = true", "is an amount such as 1000 or 12.50, got True"),
        ('dead_band = "a"', 'dead_band (line 5) is a number such as 3, 3.5 or "7/2"'),
        ("dead_band = inf", "dead_band (line 5) is a number"),
        ('denominator = "form"', "denominator (line 5) cannot be 'form'. Did you mean forms"),
        ("minimum = 3", "minimum (line 5) is not a setting. Did you mean min_forms?"),
        ("valid_to = 2025-01-01", "valid_to = 2025-01-01 is not after valid_from = 2025-07-01"),
        ("score_map = { A = 2, B = 1, C = 1, D = 3, E = 0 }", "a better grade must not score less"),
        ("score_map = { A = 2, B = 1 }", "score_map names the grades A, B, C, D, E once each"),
        ('items = ["speed"]', "items are some of timeliness, repair_quality, attitude"),
        ("high_plateau = { average = 5, months = 0 }", "high_plateau takes at least 1 month"),
        ("high_plateau = { average = 5 }", "high_plateau (line 5) is a table of average, months"),
        ("warn_at = { few_forms = 0 }", "warn_at.few_forms is at least 1, got 0"),
        ("all_max_amount = 0", "all_max_amount is more than 0, got 0"),
    ],
)  # fmt: skip
def test_a_setting_that_cannot_be_is_refused_with_its_line(refusal, written, said):
    assert said in refusal(SECOND.lstrip() + "# line 4\n" + written)


@pytest.mark.parametrize(
    ("one", "other", "said"),
    [
        ("only_verified = false", 'denominator = "verified_forms"', "only_verified (line 5) and denominator (line 6)"),
        ("all_max_rule = true", 'amount_mode = "per_point"', "all_max_rule (line 5) and amount_mode (line 6)"),
        ("all_min_rule = true", "penalty_amount = 0", "all_min_rule (line 5) and penalty_amount (line 6)"),
        ("all_max_rule = false", "all_max_amount = 500", "all_max_rule (line 5) and all_max_amount (line 6)"),
        ('baseline = "rolling_3"', "target = 3.5", "baseline (line 5) and target (line 6)"),
        ('items = ["attitude"]', "item_weights = [1, 2]", "items (line 5) and item_weights (line 6)"),
    ],
)
def test_settings_that_contradict_each_other_are_refused_by_both_their_lines(refusal, one, other, said):
    assert said in refusal(SECOND.lstrip() + f"# line 4\n{one}\n{other}\n")


def test_lines_are_told_apart_from_what_stands_in_texts_and_other_tables(refusal):
    text = '[[target]]\nnote = """\n[[satisfaction_policy]]\n"""\n\n[satisfaction_policy_note]\nmin_forms = 1\n'
    assert "satisfaction_policy 1 (line 9)" in refusal(text + SECOND + "min_forms = 0\n")


def test_a_policy_that_begins_at_no_day_is_refused(refusal):
    assert "it needs valid_from" in refusal("[[satisfaction_policy]]\nmin_forms = 4\n")


def test_settings_of_this_project_are_told_from_those_of_the_document(read):
    (entry,) = read("").satisfaction
    own = {setting.key for setting in entry.settings if setting.own}
    assert {"min_forms", "dead_band", "all_max_rule", "denominator", "penalty_amount"} <= own
    assert own.isdisjoint({"score_map", "items", "only_verified", "baseline", "reward_amount"})


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("min_forms = -1", "satisfaction_policy 第 1 条(第 1 行):min_forms 至少为 1,现为 -1。见 min_forms(第 5 行)。"),
        ("reward_amount = 0.005", "reward_amount(第 5 行)最多两位小数,现为 0.005。"),
        ('denominator = "form"', "denominator(第 5 行)不能是 'form',可以是 forms、jobs、verified_forms。"),
        ("valid_to = 2025-01-01", "valid_to = 2025-01-01 不晚于 valid_from = 2025-07-01。"),
        ("minimum = 3", "minimum(第 5 行)不是设置。可用的有:"),
        ("high_plateau = { average = 5 }", "high_plateau(第 5 行)应为表,含 average、months,现为 {'average': 5}。"),
    ],
)  # fmt: skip
def test_a_refusal_is_told_in_chinese_as_well(read, written, said):
    with pytest.raises(RewardPolicyError) as refused:
        read(SECOND.lstrip() + "# line 4\n" + written)
    assert said in refused.value.said.zh


def test_an_overlap_is_told_in_chinese_with_both_lines(read):
    with pytest.raises(RewardPolicyError) as refused:
        read(FIRST + SECOND.replace("2025-07-01", "2025-06-01"))
    assert refused.value.said.zh == (
        "policy.toml:satisfaction_policy 第 1 条(第 1 行)和 satisfaction_policy 第 2 条(第 6 行),同为单位“*”,"
        "有效期重叠:前一条在 2025-07-01 之前有效,后一条从 2025-06-01 起有效。"
    )
