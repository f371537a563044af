"""[[funnel]] of policy.toml: what is declared, and what every mistake in it is answered with."""

from datetime import timedelta

import pytest

from metrics.funnel import Mode, Skipped
from metrics.funnel.errors import UnknownFunnelError
from metrics.store.errors import QueryError, SettingsError
from metrics.store.funnel_query import FunnelQuery
from metrics.store.funnels import chosen, read_funnels, span

GOOD = """
[[funnel]]
name = "glass"
en = "Glass"
window = "1d12h"
stages = ["referral", { key = "contact", zh = "联系", en = "Contact", within = "90m" }]
"""


@pytest.fixture
def policy(tmp_path):
    def write(text):
        (tmp_path / "policy.toml").write_text(text, encoding="utf-8")
        return tmp_path

    return write


def test_a_funnel_is_read_with_its_limits_and_both_languages(policy):
    funnel = read_funnels(policy(GOOD))["glass"]
    assert (funnel.window, funnel.stages[1].within) == (timedelta(hours=36), timedelta(minutes=90))
    assert (funnel.text.zh, funnel.text.en, funnel.stages[1].text.zh) == ("glass", "Glass", "联系")
    assert (funnel.mode, funnel.skipped, funnel.survey) == (Mode.ORDERED, Skipped.STRICT, None)


def test_no_policy_declares_no_funnel(tmp_path):
    assert read_funnels(tmp_path) == {}


@pytest.mark.parametrize(
    ("before", "after", "says"),
    [
        ('window = "1d12h"', "", "no window, no funnel"),
        ('window = "1d12h"', "window = 30", "30 is no length of time; write it like 30d"),
        ('window = "1d12h"', 'windw = "30d"', "unknown key 'windw'. Did you mean window"),
        ('within = "90m"', 'withn = "90m"', "unknown key 'withn'. Did you mean within"),
        ('within = "90m"', 'within = "3d"', "limit of 'contact' (3 days, 0:00:00) is longer than the window"),
        ('"referral", ', '"contact", ', "stage 'contact' is declared twice"),
        ('name = "glass"', "", "'name' is missing; a funnel needs name, stages and window"),
        ("stages", 'mode = "sideways"\nstages', "'sideways' is not a valid Mode"),
        ("stages", 'survey = "contact"\nstages', "'contact' is both a stage and the survey"),
    ],
)
def test_a_mistake_names_the_file_the_entry_and_what_was_meant(policy, before, after, says):
    with pytest.raises(SettingsError) as refused:
        read_funnels(policy(GOOD.replace(before, after)))
    assert str(refused.value).startswith("policy.toml, funnel 1: ")
    assert says in str(refused.value)


def test_two_funnels_of_one_name_are_refused(policy):
    with pytest.raises(SettingsError, match="funnel 2: a funnel called 'glass' is declared already"):
        read_funnels(policy(GOOD + GOOD))


def test_the_first_funnel_is_meant_where_none_is_named(policy):
    funnels = read_funnels(policy(GOOD + GOOD.replace("glass", "other")))
    assert (chosen(funnels, None).name, chosen(funnels, "other").name) == ("glass", "other")


@pytest.mark.parametrize(
    ("text", "name", "says"), [(GOOD, "glas", "Did you mean glass"), ("", None, "declares none; add a")]
)
def test_a_funnel_that_is_not_declared_is_answered_with_the_nearest(policy, text, name, says):
    with pytest.raises(UnknownFunnelError, match=says):
        chosen(read_funnels(policy(text)), name)


@pytest.mark.parametrize(
    ("text", "length"), [("2w", timedelta(weeks=2)), ("30d", timedelta(days=30)), ("1h30m5s", timedelta(seconds=5405))]
)
def test_lengths_of_time_are_written_with_their_units(text, length):
    assert span(text) == length


@pytest.mark.parametrize("text", ["", "30", "30 d", "-1d", "1.5d", "d30", "30days"])
def test_a_length_of_time_without_a_clear_unit_is_refused(text):
    with pytest.raises(ValueError, match="write it like 30d"):
        span(text)


@pytest.mark.parametrize(
    ("asked", "says"),
    [
        ({"by": ("unitt",)}, "no dimension 'unitt'. Did you mean unit"),
        ({"where": (("chanel", "phone"),)}, "no dimension 'chanel'. Did you mean channel"),
        ({"first": "2025-13"}, "'2025-13' is not a month"),
        ({"last": "2025-6"}, "'2025-6' is not a month"),
        ({"first": "2025-06", "last": "2025-05"}, "The period ends"),
    ],
)
def test_a_question_that_makes_no_sense_is_refused(asked, says):
    with pytest.raises(QueryError, match=says):
        FunnelQuery(**asked)


def test_the_period_before_is_as_long_and_ends_where_this_one_begins():
    before = FunnelQuery(first="2025-01", last="2025-03").previous()
    assert (before.first, before.last) == ("2024-10", "2024-12")
    with pytest.raises(QueryError, match="a first and a last month"):
        FunnelQuery(first="2025-01").previous()
