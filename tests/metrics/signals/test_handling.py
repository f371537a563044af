"""What people do about signals: the log says where each stands, and nothing else does."""

from datetime import UTC, datetime

import pytest

from metrics.signals import Meaning
from metrics.signals.handling import Act, ActError, Handling, State, Step, handled
from metrics.signals.holding import held_back
from metrics.signals.inbox import Box, inbox
from metrics.signals.key import SignalKey
from metrics.signals.raised import Raised
from metrics.signals.signal import Doubt
from metrics.text import Text

KEY = SignalKey("first_contact_resolution", "N1", "western_electric", 1, "2025-05")
WORDS = Text("某", "some")
FEW, CHANCE = Doubt("few", WORDS), Doubt("chance", WORDS)
NOON = datetime(2025, 6, 1, 12, tzinfo=UTC)


def act(step, text="", key=KEY):
    return Act(key, Step(step), "local", NOON, text)


def signal(key=KEY, meaning=Meaning.BAD, flagged="2025-05", sigmas=3.5, **said):
    defaults = {"is_current": True, "is_newest": True, "doubts": (), "spans": 1, "last": flagged}
    figures = dict.fromkeys(("value", "centre", "limit", "beyond"), 0.5)
    words = {"rule": WORDS, "says": WORDS}
    return Raised(key=key, meaning=meaning, flagged=flagged, sigmas=sigmas, **defaults | figures | words | said)


def box_of(raised, *acts, held=()):
    (entry,) = inbox([raised] if raised else [], acts, {KEY: held}, [])
    return entry.box


@pytest.mark.parametrize(
    ("steps", "state"),
    [
        ([], State.NEW),
        (["acknowledge"], State.ACKNOWLEDGED),
        (["assign"], State.ACKNOWLEDGED),
        (["note"], State.ACKNOWLEDGED),
        (["close"], State.CLOSED),
        (["close", "note"], State.CLOSED),
        (["close", "acknowledge"], State.CLOSED),
        (["close", "reopen"], State.ACKNOWLEDGED),
    ],
)
def test_the_acts_in_their_order_say_where_a_signal_stands(steps, state):
    assert handled(act(step, "x") for step in steps).state is state


def test_the_last_owner_and_the_last_note_count_and_all_stay_in_the_log():
    found = handled([act("assign", "Wang"), act("note", "one"), act("assign", "Li"), act("note", "two")])
    assert (found.owner, found.note, len(found.acts)) == ("Li", "two", 4)
    assert handled([]) == Handling()


@pytest.mark.parametrize(
    ("step", "text", "says"),
    [
        ("assign", "  ", "To assign needs a text"),
        ("note", "", "To note needs a text"),
        ("assign", "x" * 81, "at most 80 characters; got 81"),
        ("note", "x" * 2001, "at most 2000 characters; got 2001"),
    ],
)
def test_an_owner_or_a_note_must_say_something_and_not_too_much(step, text, says):
    with pytest.raises(ActError, match=says):
        act(step, text)


def test_nobody_cannot_act():
    with pytest.raises(ActError, match="Nobody is named"):
        Act(KEY, Step.CLOSE, " ", NOON)


def test_the_short_name_of_a_signal_is_its_own():
    others = [
        SignalKey("repeat_contact_rate", "N1", "western_electric", 1, "2025-05"),
        SignalKey(KEY.kpi, None, "western_electric", 1, "2025-05"),
        SignalKey(KEY.kpi, "N1", "nelson", 1, "2025-05"),
        SignalKey(KEY.kpi, "N1", "western_electric", 4, "2025-05"),
        SignalKey(KEY.kpi, "N1", "western_electric", 1, "2025-06"),
    ]
    assert len({KEY.id, *(other.id for other in others)}) == 6
    assert KEY.id == SignalKey(KEY.kpi, "N1", "western_electric", 1, "2025-05").id


@pytest.mark.parametrize(
    ("key", "holds"),
    [
        ("few", True),
        ("stale", True),
        ("refused", True),
        ("set_aside", True),
        ("chance", False),
        ("provisional", False),
        ("immature", False),
    ],
)
def test_weak_data_hold_a_signal_back_and_a_doubtful_chart_does_not(key, holds):
    doubt = Doubt(key, WORDS)
    assert held_back([CHANCE, doubt]) == ((doubt,) if holds else ())


def test_every_signal_lies_in_one_box():
    assert box_of(signal()) is Box.OPEN
    assert box_of(signal(), held=(FEW,)) is Box.HELD
    assert box_of(signal(is_current=False)) is Box.PAST
    assert box_of(signal(), act("close")) is Box.CLOSED


def test_what_somebody_took_on_stays_open_though_it_is_past_held_back_or_gone():
    assert box_of(signal(is_current=False), act("acknowledge")) is Box.OPEN
    assert box_of(signal(), act("note", "x"), held=(FEW,)) is Box.OPEN
    assert box_of(None, act("assign", "Wang")) is Box.OPEN


def test_the_newest_come_first_and_bad_news_before_good():
    def key(unit):
        return SignalKey(KEY.kpi, unit, "western_electric", 1, "2025-05")

    signals = [
        signal(key("good"), Meaning.GOOD),
        signal(key("old"), flagged="2025-04"),
        signal(key("near"), sigmas=3.1),
        signal(key("far"), sigmas=9.0),
    ]
    assert [entry.key.unit for entry in inbox(signals, [], {}, [KEY.kpi])] == ["far", "near", "good", "old"]
