import pytest

from dashboard import tone
from dashboard.tone import Tone
from metrics.change import Verdict
from metrics.status import Status


@pytest.mark.parametrize(
    ("now", "before", "verdict"),
    [
        ((90, 100), (60, 100), Verdict.REAL),
        ((61, 100), (60, 100), Verdict.NOISE),
        ((4, 4), (60, 100), Verdict.NO_COMPARISON),
        ((60, 100), (4, 4), Verdict.NO_COMPARISON),
        ((60, 100), None, Verdict.NO_COMPARISON),
        (None, (60, 100), Verdict.NO_COMPARISON),
        ((0, 0), (60, 100), Verdict.NO_COMPARISON),
    ],
)
def test_months_are_compared_only_where_both_have_enough_rows(shown, now, before, verdict):
    assert shown(now=now, before=before).change.verdict is verdict


def test_an_unfinished_month_is_not_compared(shown):
    assert shown(partial=True).change.verdict is Verdict.TOO_EARLY
    assert shown(partial=True, before=None).change.verdict is Verdict.TOO_EARLY


def test_a_month_most_of_whose_rows_cannot_be_judged_yet_is_not_compared(shown):
    ripe = shown()
    unripe = shown(now=None)
    object.__setattr__(unripe, "now", {**ripe.now, "immature": 101})
    assert unripe.change.verdict is Verdict.TOO_EARLY


@pytest.mark.parametrize(
    ("key", "months", "news", "arrow"),
    [
        ("first_contact_resolution", ((90, 100), (60, 100)), Tone.GOOD, "▲"),
        ("first_contact_resolution", ((60, 100), (90, 100)), Tone.BAD, "▼"),
        ("reopen_rate", ((60, 100), (90, 100)), Tone.GOOD, "▼"),
        ("reopen_rate", ((90, 100), (60, 100)), Tone.BAD, "▲"),
        ("reopen_rate", ((61, 100), (60, 100)), Tone.QUIET, "▲"),
        ("reopen_rate", ((60, 100), (60, 100)), Tone.QUIET, ""),
        ("reopen_rate", ((60, 100), None), Tone.QUIET, ""),
    ],
)
def test_arrows_say_up_or_down_and_tones_say_good_or_bad(shown, key, months, news, arrow):
    change = shown(key, now=months[0], before=months[1])
    assert (tone.of_change(change), tone.arrow(change)) == (news, arrow)


def test_a_target_is_not_judged_on_too_few_rows(shown):
    assert shown(now=(4, 4)).status is Status.NONE
    assert shown(now=(5, 5)).status is Status.MET
    assert shown(now=(70, 100)).status is Status.MISSED
    assert shown(now=None).status is Status.NONE
    assert tone.of_status(shown(now=(70, 100))) is Tone.BAD


def test_the_further_beyond_noise_the_larger_whatever_the_direction(shown):
    fall, rise, noise = shown(now=(50, 100)), shown(now=(99, 100)), shown(now=(81, 100))
    assert fall.beyond_noise > rise.beyond_noise > 1
    assert noise.beyond_noise == 0
