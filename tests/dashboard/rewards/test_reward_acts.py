"""Closing a month from the page: each step by its own person, with a confirmation, or refused in a sentence."""

from datetime import UTC, datetime

import pytest
import streamlit as st
from sqlalchemy import text

from metrics.rewards.ledger.entry import Kind
from metrics.store.closing import Step
from metrics.store.ledger_statements import closing_of
from metrics.store.proposals import carry_out
from metrics.store.settings import read_settings
from tests.dashboard.told import texts
from tests.rewarded import forms, load, write_export


def kinds(office):
    return [entry.kind.value for entry in office.book.entries]


def test_the_page_says_plainly_as_whom_one_acts(office):
    app = office.open()
    assert "whoever sits at this machine may act under any of these names" in app.caption[2].value
    assert list(app.selectbox(key="reward_who_step").options) == ["choose", "Nora", "Ann", "Ben", "Cai", "Dai"]


def test_a_step_is_confirmed_before_it_is_written(office):
    app = office.asked("check", "Ann")
    assert not app.exception
    assert kinds(office) == []
    assert app.warning[0].value.startswith("Ann is about to check 2025-05\\: 4 statements, 150.00 CNY in all.")
    app = app.button(key="reward_confirm_step").click().run()
    assert kinds(office) == ["check"]
    assert app.success[0].value.startswith("Written\\: entries 1–1, by Ann. Head of the ledger\\: 1\\:")
    assert texts(app, "reward_steps")[0][:2] == ["checked", "Ann"]


def test_cancelling_writes_nothing_and_gives_the_choice_back(office):
    app = office.asked("check", "Ann").button(key="reward_cancel_step").click().run()
    assert kinds(office) == []
    assert [button.key for button in app.button if button.key == "reward_check"] == ["reward_check"]


def test_three_people_close_a_month_and_then_nothing_can_be_done_to_it(office):
    office.close("2025-05")
    app = office.open()
    assert app.text[0].value.startswith("State: closed · checked by Ann on ")
    assert app.info[0].value == "Closed: it never moves again. Later data become adjustments of a later month."
    assert not [button.key for button in app.button if str(button.key).startswith("reward_c")]
    assert kinds(office)[-1] == "close"


def test_the_last_step_says_that_it_cannot_be_undone_and_what_it_will_write(office):
    office.step("check", "Ann")
    office.step("approve", "Ben")
    app = office.asked("close", "Cai", locale="zh-CN")
    assert app.warning[0].value.startswith(
        "Cai 将关闭 2025-05\\:冻结 4 张奖惩单和 0 项调整,合计 150.00 CNY。关账不能撤销"
    )
    digest = office.book.entries[0].body["digest"]
    assert f"将写入的内容摘要:{digest}" in [part.value for part in app.caption]


@pytest.mark.parametrize(
    ("who", "said"),
    [
        ("Ann", "Ann took the step 'check' of 2025-05: the step 'approve' is somebody else's."),
        ("Nora", "Nora belongs to N, which 2025-05 pays. Only people of other units may act."),
    ],
)
def test_whoever_is_not_independent_is_refused_in_the_ledgers_own_words(office, who, said):
    office.step("check", "Ann")
    app = office.asked("approve", who)
    assert app.error[0].value.replace("\\", "") == f"Nothing was written: {said}"
    assert kinds(office) == ["check"]


@pytest.mark.parametrize(
    ("who", "said"),
    [
        ("Ann", "没有写入任何内容:Ann 已经走过 2025-05 的“复核”一步:“批准”要由别人来做。"),
        ("Nora", "没有写入任何内容:Nora 属于 N,2025-05 的奖惩涉及该单位。只有其他单位的人才能操作。"),
    ],
)
def test_a_refusal_is_told_in_the_language_of_the_page(office, who, said):
    office.step("check", "Ann")
    app = office.asked("approve", who, locale="zh-CN")
    assert app.error[0].value.replace("\\", "") == said


def test_without_a_name_nothing_is_even_computed(office):
    app = office.open()
    app = app.button(key="reward_check").click().run()
    assert app.error[0].value == "Choose first as whom you act."


def test_a_month_goes_back_with_a_reason_and_not_without(office):
    office.step("check", "Ann")
    assert "needs a reason" in office.asked("return", "Ann").error[0].value
    app = office.open()
    app.selectbox(key="reward_who_step").select("Ann")
    app.text_input(key="reward_reason").input("forms are missing")
    app = app.button(key="reward_return").click().run().button(key="reward_confirm_step").click().run()
    assert kinds(office) == ["check", "return"]
    assert texts(app, "reward_steps")[1][3] == "forms are missing"


def test_whoever_acted_meanwhile_is_named_and_nothing_is_written_over_it(office):
    app = office.asked("check", "Ann")
    closing = closing_of(read_settings(office.folder), to_write=True)
    carry_out(closing.engine, closing.propose(Step(Kind.CHECK, "2025-05", "Ben")), datetime.now(UTC))
    app = app.button(key="reward_confirm_step").click().run()
    assert "Ben wrote entry 1 (check of 2025-05) meanwhile" in app.error[0].value.replace("\\", "")
    assert [entry.by for entry in office.book.entries] == ["Ben"]


def test_a_wish_is_forgotten_when_another_month_is_looked_at(office):
    app = office.asked("check", "Ann")
    app.query_params["month"] = "2025-04"
    app.run()
    assert not app.warning
    app.query_params["month"] = "2025-05"
    app.run()
    assert not app.warning


def test_where_the_policy_names_nobody_the_page_says_how_to_name_them(office):
    (office.folder / "policy.toml").write_text("", encoding="utf-8")
    app = office.open(locale="zh-CN")
    assert app.text[1].value == "policy.toml 没有写明谁可以操作。"
    assert "[[person]]" in app.code[0].value
    assert "reward_check" not in [button.key for button in app.button]


def test_a_month_that_is_not_the_next_offers_no_step(office):
    office.close("2025-05")
    app = office.open(month="2025-04")
    assert app.info[-1].value == (
        "Months are closed one after another: June 2025 is the next. This month cannot be checked now."
    )
    assert "reward_check" not in [button.key for button in app.button]


def test_later_data_wait_as_an_adjustment_and_the_closed_month_stays(office):
    office.close("2025-05")
    before = texts(office.open(), "reward_units")
    write_export(office.folder, "forms", forms(["AAA"] * 6))
    load(office.folder)
    assert texts(office.open(), "reward_units") == before
    waiting = texts(office.open(part="ledger"), "reward_waiting")
    assert [row[:3] + row[4:8] for row in waiting] == [
        ["2025-05", "South One", "Satisfaction", "−1,000.00", "0.00", "1,000.00", "2,000.00"]
    ]


def test_the_ledger_is_verified_and_its_head_can_be_compared_with_one_kept_earlier(office):
    office.close("2025-05")
    app = office.open(part="ledger")
    head = app.code[0].value
    assert app.success[0].value.startswith("7 entries recomputed one by one")
    app = app.text_input(key="reward_anchor").input(head).run()
    assert app.success[1].value == "It holds: that head is still in the ledger."
    app = app.text_input(key="reward_anchor").input(f"{head[:-1]}{'0' if head[-1] != '0' else '1'}").run()
    assert "cannot be trusted from entry 7 on" in app.error[0].value
    assert "NUMBER:HASH" in app.text_input(key="reward_anchor").input("12").run().warning[0].value


def test_months_and_entries_of_the_ledger_are_listed(office):
    office.close("2025-05")
    app = office.open(part="ledger")
    assert texts(app, "reward_ledger_months")[0][:6] == ["2025-05", "4", "150.00", "0.00", "0.00", "Cai"]
    assert [row[3] for row in texts(app, "reward_entries")] == ["closed", *["statement"] * 4, "approved", "checked"]


def test_a_month_is_shown_as_it_was_known_on_a_day(office):
    office.step("check", "Ann")
    day = office.book.entries[0].signature.at.date().isoformat()
    app = office.open(part="ledger", known=day)
    assert any(day in part.value for part in app.header)
    assert texts(app, "reward_known_units")[0][10] == "950.00"


def altered(office):
    """Change one amount in a closed month behind the product's back, as somebody who owns the database could."""
    office.close("2025-05")
    engine = closing_of(read_settings(office.folder), to_write=False).engine
    with engine.begin() as connection:
        triggers = connection.execute(text("SELECT name FROM sqlite_master WHERE type = 'trigger'")).scalars().all()
        for trigger in triggers:
            connection.execute(text(f"DROP TRIGGER {trigger}"))
        change = "UPDATE ledger_entries SET text = replace(text, '100000', '900000')"
        done = connection.execute(text(f"{change} WHERE sequence = 4 AND text LIKE '%100000%'"))
        assert done.rowcount == 1


def test_verification_names_an_altered_entry_whatever_was_read_before(office):
    altered(office)
    app = office.open(part="ledger", locale="zh-CN")
    assert not app.exception
    assert app.error[0].value.startswith("账本自第 4 条起不可信")


def test_from_an_altered_ledger_no_figure_is_shown(office):
    altered(office)
    st.cache_data.clear()
    app = office.open(locale="zh-CN")
    assert app.error[0].value.startswith("账本自第 4 条起不可信")
    assert not [part for part in app.get("bidi_component") if part.key == "reward_units"]
