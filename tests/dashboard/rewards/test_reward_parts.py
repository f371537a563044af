"""What stands beside the month: the split on paper, the callers' list, validity periods, units beside each other."""

import pytest

from tests.dashboard.rewards.conftest import split_of
from tests.dashboard.told import texts


def buttons(app):
    return [part.proto.label for part in app.get("download_button")]


def captions(app):
    return [part.value for part in app.caption]


def test_the_split_begins_with_equal_parts_that_come_to_the_amount(rewards_page):
    app = rewards_page(unit="N").toggle(key="reward_split").set_value(True).run()
    assert {field.label: field.value for field in split_of(app)} == {
        "李强 (T2)": "475.00",
        "王芳 (T1)": "475.00",
    }
    assert app.success[0].value == "It comes to 950.00 CNY: right."
    assert buttons(app) == ["Download PDF", "Download Excel (XLSX)"]


@pytest.mark.parametrize(
    ("written", "said"),
    [("475.01", "950.01"), ("all", "all")],
)
def test_a_split_that_is_a_cent_off_or_no_amount_is_refused_and_cannot_be_printed(rewards_page, written, said):
    app = rewards_page(unit="N").toggle(key="reward_split").set_value(True).run()
    app = split_of(app)[0].set_value(written).run()
    assert said in app.error[0].value
    assert buttons(app) == []


def test_a_unit_without_staff_cannot_be_split(rewards_page):
    app = rewards_page(unit="S", locale="zh-CN").toggle(key="reward_split").set_value(True).run()
    assert app.info[-1].value == "员工表里这个月没有本单位的人。"


def test_the_plan_of_one_unit_tells_its_strata_and_how_results_come_back(rewards_page):
    app = rewards_page(part="plan", unit="N", locale="zh-CN")
    assert texts(app, "reward_strata") == [["纸质", "全部最高", "5", "5"], ["纸质", "其他", "6", "5"]]
    assert any(said.startswith("打完电话后,把填好的名单作为反馈表的又一个来源加载") for said in captions(app))


def test_where_no_call_was_made_the_plan_says_so(rewards_page):
    assert "No call-back about a form of this month yet." in captions(rewards_page(part="plan", unit="S"))


def test_validity_periods_name_the_line_of_the_policys_file(rewards_page):
    app = rewards_page(part="policy")
    satisfaction, complaints = texts(app, "reward_policies")
    assert satisfaction[:4] == ["Satisfaction", "every unit", "always", "–"]
    assert satisfaction[5] == "not written: the default"
    assert complaints[:4] == ["Complaints", "every unit", "2025-01-01", "–"]
    assert complaints[5] == "line 2"


def test_a_units_own_policy_is_shown_by_its_name(office):
    own = '[[satisfaction_policy]]\nunit = "S"\nvalid_from = 2025-01-01\nreward_amount = 500\n'
    policy = office.folder / "policy.toml"
    policy.write_text(policy.read_text(encoding="utf-8") + own, encoding="utf-8")
    app = office.open(part="policy", unit="S")
    rows = {row[0]: row[1:] for row in texts(app, "reward_policy_satisfaction")}
    assert rows["reward"] == ["500.00 CNY", "set here, unlike the source document"]
    assert [row[1] for row in texts(app, "reward_policies")] == ["South One", "every unit"]


def test_units_beside_each_other_are_told_in_chinese_too(rewards_page):
    app = rewards_page(part="peers", span="1", locale="zh-CN")
    assert [row[0] for row in texts(app, "reward_peers_table")] == ["北一店", "南一店"]
    assert {row[-1] for row in texts(app, "reward_peers_table")} == {"与偶然无法区分"}
