from datetime import UTC, datetime

import pytest

from metrics.signals.handling import Act, Step
from metrics.signals.key import SignalKey
from metrics.store import EVERYTHING, open_store
from metrics.store.signal_log import acts, record
from tests.dashboard.told import cells, texts

FALL = SignalKey("first_contact_resolution", "N1", "western_electric", 1, "2025-06")
HOSTILE = "<img src=x onerror=alert(1)> ![p](http://evil.example/p.png)"


def rows(app, key="signals"):
    return texts(app, key)


@pytest.fixture
def signals_page(open_app, watched):
    """Return what opens the signals page over the watched workspace."""
    return lambda **params: open_app("signals", folder=watched, **params)


def test_the_title_says_how_much_is_open_and_the_caption_what_chance_would_raise(signals_page):
    app = signals_page()
    assert not app.exception
    assert app.title[0].value == "All units\\: open signals, 1 for the worse and 1 for the better"
    assert app.caption[0].value.startswith("4 monthly control charts were looked at, with 3 signals in all;")


def test_the_list_says_what_where_when_which_rule_how_far_and_which_news(signals_page):
    row = cells(signals_page(), "signals")[0]
    assert [cell["text"] for cell in row] == [
        "First-contact resolution", "50.0 %", "June 2025", "one point beyond the 3σ limits", "", "–", "",
    ]  # fmt: skip
    assert [cell["note"] for cell in row[:2]] == ["North One", "worse · 17.9 pp below the limit"]
    assert row[1]["tone"] == "bad"
    assert row[0]["href"] == f"signals?signal={FALL.id}"


def test_a_signal_on_few_rows_is_held_back_and_says_why(signals_page):
    app = signals_page(state="held")
    assert [(row[0], row[4]) for row in rows(app)] == [("First-contact resolution", "held back: few rows (n = 9)")]


def test_only_good_or_only_bad_news_can_be_looked_at(signals_page):
    assert [row[1] for row in rows(signals_page(news="good"))] == ["99.0 %"]
    assert [row[1] for row in rows(signals_page(news="bad"))] == ["50.0 %"]


def test_one_unit_has_its_own_signals_only(signals_page):
    app = signals_page(unit="S1", locale="zh-CN")
    assert app.title[0].value == "南一店\\:0 个变差的信号待处理,另有 1 个好转"
    assert [row[0] for row in rows(app)] == ["一次性解决率"]


def test_a_box_without_signals_says_so(signals_page):
    assert signals_page(state="closed").info[0].value == "There are no signals here."


def test_one_signal_is_told_in_a_sentence_with_the_way_to_its_rows(signals_page):
    app = signals_page(signal=FALL.id)
    assert app.header[0].value.startswith("First-contact resolution · North One\\: in 2025-06 at 50.0 %, 17.9")
    assert "month=2025-06&unit=N1&kpi=first_contact_resolution&status=counted" in [
        link.proto.query_string for link in app.get("page_link")
    ]


def test_acknowledging_is_kept_with_who_and_when(signals_page, watched):
    app = signals_page(signal=FALL.id)
    before = datetime.now(UTC)
    app.button(key="signal_acknowledge").click().run()
    (kept,) = acts(open_store(watched), EVERYTHING)
    assert (kept.key, kept.step, kept.who) == (FALL, Step.ACKNOWLEDGE, "local")
    assert before <= kept.at <= datetime.now(UTC)
    assert rows(app, "signal_log")[0][1:3] == ["local user", "acknowledged"]
    assert "signal_acknowledge" not in [button.key for button in app.button]


def test_an_owner_and_a_note_stand_in_the_list(signals_page):
    app = signals_page(signal=FALL.id)
    app.text_input(key="signal_assign_text").input("  王芳  ")
    app.button(key="FormSubmitter:signal_assign_form-Assign").click().run()
    app.text_area(key="signal_note_text").input(HOSTILE)
    app.button(key="FormSubmitter:signal_note_form-Add the note").click().run()
    assert rows(app)[0][5:] == ["王芳", HOSTILE]
    assert cells(app, "signals")[0][5]["note"] == "acknowledged"
    shown = [*app.title, *app.header, *app.markdown, *app.caption]
    assert all("<img" not in part.value for part in shown)


def test_an_empty_field_is_not_kept_and_says_so(signals_page, watched):
    app = signals_page(signal=FALL.id)
    app.button(key="FormSubmitter:signal_assign_form-Assign").click().run()
    assert app.warning[0].value == "Write something first, then press the button."
    assert acts(open_store(watched), EVERYTHING) == []


def test_closing_moves_the_signal_and_reopening_brings_it_back(signals_page):
    app = signals_page(signal=FALL.id)
    app.button(key="signal_close").click().run()
    assert [row[1] for row in rows(app)] == ["99.0 %"]
    assert rows(signals_page(state="closed"))[0][1] == "50.0 %"
    again = signals_page(signal=FALL.id)
    again.button(key="signal_reopen").click().run()
    assert [row[1] for row in rows(again)] == ["50.0 %", "99.0 %"]


def test_what_is_no_longer_there_is_still_listed_with_its_owner(signals_page, watched):
    gone = SignalKey("first_contact_resolution", "S1", "western_electric", 4, "2024-01")
    record(open_store(watched), EVERYTHING, Act(gone, Step.ASSIGN, "local", datetime.now(UTC), "李强"))
    row = cells(signals_page(), "signals")[-1]
    assert (row[1]["text"], row[2]["text"], row[5]["text"]) == ("–", "January 2024", "李强")
    assert row[5]["note"] == "acknowledged · no longer there in the newest data"
    assert not signals_page(signal=gone.id).exception


def test_a_name_of_no_signal_says_so(signals_page):
    assert "There is no signal '0123456789ab'" in signals_page(signal="0123456789ab").warning[0].value


@pytest.mark.parametrize("params", [{"state": "lost"}, {"news": "odd"}, {"signal": "<b>"}])
def test_an_address_out_of_range_falls_back_and_says_so(signals_page, params):
    app = signals_page(**params)
    assert "which is not known" in app.warning[0].value
    assert len(rows(app)) == 2


def test_without_two_finished_months_there_is_no_chart_and_a_sentence_says_so(open_app):
    app = open_app("signals", unit="X1")
    assert not app.exception
    assert app.info[0].value == "There are no signals here."
