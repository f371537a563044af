import hashlib

import pytest

from tests.dashboard.told import cells, handed, texts
from tests.rewarded import HOSTILE


def lines(app, part):
    """Return a part's arithmetic as {what: how}."""
    return dict(texts(app, f"reward_lines_{part}"))


def test_the_title_says_how_the_month_came_out(rewards_page):
    app = rewards_page()
    assert not app.exception
    assert app.title[0].value == "May 2025\\: 1 rewarded, 1 fined, 150.00 CNY in all"
    assert rewards_page(locale="zh-CN").title[0].value == "2025 年 5 月\\:1 个单位得奖,1 个受罚,合计 150.00 CNY"


def test_every_unit_has_its_figures_its_rule_and_its_amounts(rewards_page):
    north, south, every = texts(rewards_page(), "reward_units")
    assert north[:6] == ["North One", "10 / 11 / 12", "90.9 %", "4.00", "3.50", "+0.50"]
    assert north[6:12] == ["better than the baseline: reward", "1,000.00", "−50.00", "0.00", "950.00", "within noise"]
    assert (south[5], south[10]) == ("−0.50", "−800.00")
    assert every[7:11] == ["0.00", "150.00", "0.00", "150.00"]


def test_a_unit_leads_to_its_statement_and_a_difference_shows_its_fraction(rewards_page):
    app = rewards_page(month="2025-05")
    assert cells(app, "reward_units")[0][0]["href"] == "rewards?month=2025-05&unit=N"
    assert cells(app, "reward_units")[0][5]["note"] == ""


def test_where_the_month_stands_and_what_it_rests_on_is_said(rewards_page):
    app = rewards_page()
    assert app.text[0].value == "State: draft · nobody has checked it yet"
    assert app.caption[0].value.startswith("Data as of 2025-06-10 00\\:00, load \\#1, policy text ")


def test_a_statement_is_written_out_as_on_paper(rewards_page):
    app = rewards_page(unit="N")
    assert app.title[0].value == "North One, May 2025\\: 950.00 CNY"
    assert lines(app, "result") == {"Satisfaction": "1,000.00 CNY", "Complaints": "−50.00 CNY", "In all": "950.00 CNY"}
    assert lines(app, "satisfaction")["Average"] == "40 / 10 = 4.00 (10 forms used)"
    assert lines(app, "satisfaction")["Difference"] == "4.00 − 3.50 = +0.50 > 0"
    assert lines(app, "complaints")["Due"] == "−(1) × 50.00 CNY = −50.00 CNY"


def test_a_statement_says_how_sure_it_is_what_to_doubt_and_whose_rule_it_follows(rewards_page):
    app = rewards_page(unit="N")
    said = [part.value for part in app.markdown]
    assert any("cannot be told from chance" in each for each in said)
    assert any("With unverified forms the month would be down" in each for each in said)
    assert any("12 of its settings are the project's own rule" in part.value for part in app.caption)


def test_every_denominator_and_every_call_back_stands_beside_it(rewards_page):
    app = rewards_page(unit="N")
    assert [row[-1] for row in texts(app, "reward_denominators")] == ["yes", "no", "no"]
    assert texts(app, "reward_calls")[0][-2:] == ["3.00", "−0.50"]


def test_forms_with_a_complaint_come_first_and_their_cases_lead_to_timelines(rewards_page):
    rows = cells(rewards_page(unit="N"), "reward_rows")
    assert all(row[7]["text"] in {"P1", "P2"} for row in rows[:3])
    case = rows[0][13]
    assert case["href"] == f"case?month=2025-05&unit=N&case={case['text']}&rows=forms"


def test_the_parts_of_the_list_add_up_to_all_of_it(rewards_page):
    app = rewards_page(unit="N")
    options = app.segmented_control(key="rewards_status").options
    counts = [int(option.split()[-1]) for option in options]
    assert counts[0] == sum(counts[1:]) == len(texts(app, "reward_rows"))
    only = rewards_page(unit="N", status="unverified")
    assert [row[0] for row in texts(only, "reward_rows")] == ["FN05U"]


def test_complaints_are_listed_with_why_they_count_or_do_not(rewards_page):
    rows = texts(rewards_page(unit="N", rows="complaints"), "reward_rows")
    assert [row[:3] for row in rows] == [
        ["P1", "counted", "1"],
        ["P2", "on a form or in a call-back: counted in the satisfaction part", "–"],
    ]


def test_what_a_customer_wrote_is_only_ever_text(rewards_page):
    app = rewards_page(unit="N")
    assert HOSTILE in [row[14] for row in texts(app, "reward_rows")]
    shown = [*app.title, *app.header, *app.subheader, *app.markdown, *app.caption, *app.text]
    assert all("onerror" not in part.value for part in shown)


def test_a_month_before_any_policy_says_so(office):
    policy = office.folder / "policy.toml"
    later = policy.read_text(encoding="utf-8").replace("2025-01-01", "2025-05-01")
    policy.write_text(f"{later}\n[[satisfaction_policy]]\nunit = '*'\nvalid_from = 2025-05-01\n", encoding="utf-8")
    assert office.open(month="2025-04").title[0].value == "There is no statement of April 2025"
    app = office.open(month="2025-04", unit="N")
    assert not app.exception
    assert "North One has no statement of April 2025" in app.info[0].value


PARTS = ("statement", "plan", "ledger", "laboratory", "peers", "policy")


@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize("locale", ["zh-CN", "en-US"])
@pytest.mark.parametrize("unit", ["N", None])
def test_every_part_shows_in_both_languages_for_all_and_for_one(rewards_page, part, locale, unit):
    app = rewards_page(part=part, locale=locale, **({"unit": unit} if unit else {}))
    assert not app.exception
    assert app.title[0].value
    assert not app.error


def test_opening_every_part_writes_nothing(rewards_page, rewarded):
    def content():
        return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in (rewarded / "var").glob("*.db*")}

    before = content()
    for part in PARTS:
        rewards_page(part=part)
    assert {name: content().get(name) for name in before if name.endswith(".db")} == {
        name: found for name, found in before.items() if name.endswith(".db")
    }


def test_the_plan_draws_forms_and_says_what_callers_heard(rewards_page):
    app = rewards_page(part="plan")
    assert texts(app, "reward_plan") == [["North One", "11", "10", "0"], ["South One", "6", "6", "0"]]
    assert texts(app, "reward_results")[0][:4] == ["North One", "1", "1", "100.0 %"]
    assert rewards_page(part="plan", unit="S").get("download_button")


def test_a_coarser_estimate_takes_fewer_calls(rewards_page):
    app = rewards_page(part="plan")
    app.selectbox(key="reward_precision").select("0.2").run()
    assert [row[2] for row in texts(app, "reward_plan")] == ["8", "5"]


def test_the_policy_marks_what_this_project_had_to_invent(rewards_page):
    app = rewards_page(part="policy", locale="zh-CN")
    rows = {row[0]: row[1:] for row in texts(app, "reward_policy_satisfaction")}
    assert rows["最少表数"] == ["5", "本项目自定"]
    assert rows["奖励金额"] == ["1,000.00 CNY", "原文件"]
    assert {row[2] for row in texts(app, "reward_policy_complaints")} == {"本项目自定"}


def test_replaying_the_rules_in_force_changes_nothing(rewards_page):
    app = rewards_page(part="laboratory")
    app.button(key="FormSubmitter:reward_trial-Replay").click().run()
    rows = texts(app, "reward_outcomes")
    assert rows[2] == ["Net", "550.00", "550.00", "0.00"]
    assert app.info[0].value.startswith("Nothing was changed")


def test_another_rule_shows_who_gains_and_which_months_turn(rewards_page):
    app = rewards_page(part="laboratory")
    app.text_input(key="reward_lab_min_forms").input("7")
    app.text_input(key="reward_lab_reward_amount").input("1200.50")
    app.button(key="FormSubmitter:reward_trial-Replay").click().run()
    gains = {(row[0], row[1]): row[2:] for row in texts(app, "reward_gains")}
    assert gains["South One", "Satisfaction"] == ["−1,000.00", "0.00", "1,000.00", "2"]
    assert gains["North One", "Satisfaction"] == ["1,000.00", "1,200.50", "200.50", "1"]
    assert texts(app, "reward_outcomes")[0] == ["Rewards", "1,600.00", "1,800.50", "200.50"]


@pytest.mark.parametrize(
    ("key", "written", "said"),
    [
        ("min_forms", "many", "“最少表数”不能是“many”,应是:1 以上的整数。"),
        ("min_forms", "0", "“最少表数”不能是“0”,应是:1 以上的整数。"),
        ("dead_band", "-1", "“不计的差额”不能是“-1”,应是:不小于 0 的数,如 0.1 或 1/2。"),
        ("reward_amount", "1.005", "“奖励金额”不能是“1.005”,应是:大于 0 的金额,至多两位小数,如 1000 或 12.50。"),
    ],
)
def test_a_field_that_cannot_hold_is_named_with_what_it_takes(rewards_page, key, written, said):
    app = rewards_page(part="laboratory", locale="zh-CN")
    app.text_input(key=f"reward_lab_{key}").input(written)
    app.button(key="FormSubmitter:reward_trial-重放").click().run()
    assert [part.value.replace("\\", "") for part in app.error] == [said]


def test_a_policys_text_that_contradicts_itself_is_refused_with_both_lines(rewards_page):
    app = rewards_page(part="laboratory")
    app.segmented_control(key="reward_way").set_value("text").run()
    entry = '[[satisfaction_policy]]\nunit = "*"\nvalid_from = 2025-0'
    app.text_area(key="reward_lab_text").input(f"{entry}1-01\n{entry}3-01\n")
    app.button(key="FormSubmitter:reward_trial-Replay").click().run()
    assert app.error[0].value == "These rules cannot hold:"
    assert "satisfaction_policy 1 (line 1) and satisfaction_policy 2 (line 4)" in app.code[0].value


def test_the_policys_text_can_be_tried_as_a_whole(rewards_page):
    app = rewards_page(part="laboratory")
    app.segmented_control(key="reward_way").set_value("text").run()
    written = app.text_area(key="reward_lab_text").value.replace("amount = 50", "amount = 70")
    app.text_area(key="reward_lab_text").input(written)
    app.button(key="FormSubmitter:reward_trial-Replay").click().run()
    assert texts(app, "reward_gains") == [["North One", "Complaints", "150.00", "130.00", "−20.00", "1"]]


def test_units_stand_beside_each_other_drawn_to_the_mean(rewards_page):
    rows = texts(rewards_page(part="peers", span="1"), "reward_peers_table")
    assert [row[:3] for row in rows] == [["North One", "10", "4.00 points"], ["South One", "6", "2.50 points"]]
    assert rows[0][-1] == "cannot be told from chance"


@pytest.mark.parametrize(
    ("name", "value"), [("part", "lost"), ("rows", "odd"), ("known", "yesterday"), ("status", "hit")]
)
def test_an_address_out_of_range_falls_back_and_says_so(rewards_page, name, value):
    app = rewards_page(**{name: value})
    assert not app.exception
    assert "which is not known" in app.warning[0].value


def test_the_menu_leads_to_the_page(rewards_page):
    titles = [link["title"] for link in handed(rewards_page(), "menu")["pages"]]
    assert titles[:3] == ["Overview", "KPI", "Rewards"]
