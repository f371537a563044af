"""The planted effects are there, large enough to be found."""

from fractions import Fraction


def rate(tally, numerator="hits"):
    return Fraction(tally[numerator], tally["n"])


def test_a_centre_worsens_in_june_2026(truth):
    plant = truth["planted"]["centre_worsens"]
    before, after = plant["before"], plant["after"]
    resolution, score = "first_contact_resolution", "satisfaction_score"
    assert (plant["unit"], plant["month"]) == ("TH", "2026-06")
    assert rate(before[resolution]) - rate(after[resolution]) > Fraction(15, 100)
    assert rate(before[score], "sum") - rate(after[score], "sum") > 1


def test_every_channel_falls_while_the_total_rises(truth):
    plant = truth["planted"]["mix_reversal"]
    assert sorted(plant["parts"]) == ["app", "phone", "web", "wechat"]
    assert all(rate(before) > rate(after) for before, after in plant["parts"].values())
    assert rate(plant["totals"][1]) - rate(plant["totals"][0]) > Fraction(2, 100)


def test_glass_out_of_stock_loses_ever_more_cases(truth):
    lost = truth["planted"]["growing_drop_off_reason"]["by_month_of_entry"]
    first, second, third = (
        sum(lost[month] for month in months)
        for months in (("2025-11", "2025-12"), ("2026-01", "2026-02"), ("2026-05", "2026-06"))
    )
    assert first < second < third
    assert third > 10 * first


def test_the_booking_plan_raises_resolution_on_time(truth):
    plant = truth["planted"]["process_change"]
    assert plant["date"] == "2025-09-01"
    assert rate(plant["after"]) - rate(plant["before"]) > Fraction(4, 100)


def test_every_verified_form_of_one_month_is_all_a(truth):
    plant = truth["planted"]["all_a_month"]
    assert plant["n"] == plant["all_a"] >= 5
    assert plant["sum"] == 6 * plant["n"]


def test_two_months_tie_exactly_with_different_numbers_of_forms(truth):
    tied = truth["planted"]["tie"]["months"]
    assert (tied["2025-03"]["sum"], tied["2025-03"]["n"]) == (35, 10)
    assert (tied["2025-04"]["sum"], tied["2025-04"]["n"]) == (42, 12)


def test_the_small_centre_has_few_forms_in_most_months(truth):
    assert len(truth["planted"]["few_forms"]["months"]) > 12


def test_the_share_of_customers_contacted_within_a_minute_is_that_of_the_source_document(truth):
    assert round(100 * rate(truth["contact_within_one_minute"]), 2) == Fraction(9836, 100)


def test_pauses_take_a_small_share_of_the_working_time(truth):
    months = truth["working_time"].values()
    paused, worked = (sum(month[name] for month in months) for name in ("paused_seconds", "worked_seconds"))
    assert Fraction(1, 100) < Fraction(paused, paused + worked) < Fraction(5, 100)


def test_customers_confirm_somewhat_less_than_records_say(truth):
    answers = [t for month in truth["kpis"]["customer_confirmed_resolution"].values() for t in month.values()]
    assert Fraction(3, 4) < Fraction(sum(t["hits"] for t in answers), sum(t["n"] for t in answers)) < Fraction(9, 10)


def test_the_company_is_believable(truth):
    kpis = truth["kpis"]
    resolution = [t for month in kpis["first_contact_resolution"].values() for t in month.values()]
    scores = [t for month in kpis["satisfaction_score"].values() for t in month.values()]
    assert 0.75 < sum(t["hits"] for t in resolution) / sum(t["n"] for t in resolution) < 0.85
    assert 3.5 < sum(t["sum"] for t in scores) / sum(t["n"] for t in scores) < 4.5
