"""The rule laboratory: two policies over the same months, who gains, what turns, and what chance decided."""

from metrics.change import Verdict
from metrics.rewards.laboratory import trial

APRIL, MAY = ["AAA"] * 5 + ["BCC"] * 5, ["AAA"] * 5 + ["ACC"] * 5


def tried(story, **proposed):
    return trial(list(story.statements().values()), list(story.statements(**proposed).values()))


def test_the_same_policy_changes_nothing(story):
    story.month("2025-04", APRIL, jobs=10).month("2025-05", MAY, jobs=12)
    found = tried(story)
    assert found.current == found.proposed
    assert (found.months["changed"].any(), found.flips.height) == (False, 0)


def test_a_sign_that_turns_costs_the_unit_a_reward_and_a_penalty(story):
    story.month("2025-04", APRIL, jobs=10).month("2025-05", MAY, jobs=12)
    found = tried(story, denominator="jobs")
    assert (found.current.total, found.proposed.total) == (100_000, -100_000)
    assert found.flips.select("unit", "month", "rule_current", "rule_proposed").rows() == [
        ("N", "2025-05", "better", "worse")
    ]
    assert found.units.row(0, named=True)["difference"] == -200_000


def test_units_are_listed_by_what_they_gain(story):
    for unit, first, then in (("N", APRIL, MAY), ("S", MAY, APRIL)):
        story.month("2025-04", first, unit=unit).month("2025-05", then, unit=unit)
    found = tried(story, reward_amount=150_000, penalty_amount=170_000)
    assert found.units.select("unit", "difference", "months_changed").rows() == [("N", 50_000, 1), ("S", -70_000, 1)]
    assert (found.proposed.rewards, found.proposed.penalties) == (150_000, -170_000)


def test_money_that_moved_by_chance_and_months_at_the_top_are_counted(story):
    story.month("2025-03", MAY).month("2025-04", APRIL).month("2025-05", ["AAA"] * 9)
    found = tried(story, all_max_rule=False)
    statements = story.statements()
    assert statements["N", "2025-04"].certainty.verdict is Verdict.NOISE
    assert (found.current.by_chance, found.current.by_chance_amount) == (1, 100_000)
    assert (found.current.at_ceiling, found.proposed.at_ceiling) == (1, 1)


def test_a_month_that_one_policy_does_not_judge_pays_nothing_there(story):
    story.month("2025-04", APRIL).month("2025-05", MAY)
    before = [each for each in story.statements().values() if each.month < "2025-05"]
    found = trial(before, list(story.statements().values()))
    row = found.months.filter(found.months["month"] == "2025-05").row(0, named=True)
    assert (row["amount_current"], row["amount_proposed"], row["changed"]) == (0, 100_000, True)
