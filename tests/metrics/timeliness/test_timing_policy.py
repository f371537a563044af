"""Reading [[schedule]] and [[timing]] of policy.toml: what is said, what is meant by silence, and every mistake."""

from datetime import date

import pytest

from metrics.clocks import Several
from metrics.clocks.errors import UnknownCalendarError
from metrics.clocks.timing import Schedule, Timing, timing_from
from metrics.store.calendars import read_timing
from metrics.store.errors import SettingsError

SAID = """
[[schedule]]
calendar = "CN"
unit = "north"
valid_from = 2025-01-01
public_holidays = "CN"
known_from = 2024-01-01
known_until = 2026-12-31

[[schedule]]
calendar = "DAY"

[[timing]]
pauses = ["pending_customer", "on_hold"]
several_schedules = "last"
due_moved_by_pauses = true
"""
MEANT = Timing(
    schedules=(
        Schedule("CN", "north", date(2025, 1, 1), "CN", date(2024, 1, 1), date(2026, 12, 31)),
        Schedule("DAY", "*"),
    ),
    pauses=("pending_customer", "on_hold"),
    several=Several.LAST,
    due_moved_by_pauses=True,
)


@pytest.fixture
def timing_of(tmp_path):
    """Return a function that reads the timing of a policy."""

    def read(policy):
        (tmp_path / "policy.toml").write_text(policy, encoding="utf-8")
        return read_timing(tmp_path)

    return read


def test_schedules_and_timing_are_read_with_all_they_may_say(timing_of):
    assert timing_of(SAID) == MEANT


def test_silence_means_the_only_calendar_and_pauses_while_the_customer_is_awaited(timing_of, tmp_path):
    assert read_timing(tmp_path / "nowhere") == Timing() == timing_of("")
    assert Timing().pauses == ("pending_customer",)


def test_what_is_kept_with_the_facts_reads_as_what_was_said():
    assert timing_from(MEANT.as_json()) == MEANT
    assert timing_from(Timing().as_json()) == Timing()


@pytest.mark.parametrize(
    ("policy", "says"),
    [
        ('[[schedule]]\nunit = "N"', r"schedule 1: 'calendar'; a schedule needs calendar"),
        ('[[schedule]]\ncalendar = "C"\nvalid_form = 1', r"'valid_form' is not known here\. Did you mean valid_from"),
        ('[[schedule]]\ncalendar = "C"\nvalid_from = "soon"', r"schedule 1: Invalid isoformat string: 'soon'"),
        ('[[schedule]]\ncalendar = "C"\npublic_holidays = "XX"', r"'XX' is not known here\. Known: CN"),
        ('[schedule]\ncalendar = "C"', r"'schedule' must be written as \[\[schedule\]\]"),
        ('[[timing]]\npauses = ["pending"]', r"timing 1: 'pending' is not known here\. Did you mean pending_customer"),
        ('[[timing]]\nseveral_schedules = "first"', r"timing 1: 'first' is not known here\. Known: last, pieces"),
        ('[[timing]]\ndue_moved_by_pauses = "no"', r"due_moved_by_pauses is 'no'; write true or false"),
        ("[[timing]]\npause = []", r"'pause' is not known here\. Did you mean pauses"),
        ("[[timing]]\n[[timing]]", r"timing 2: a workspace has one \[\[timing\]\]"),
        ("[[schedule", r"policy\.toml: not valid TOML"),
    ],
    ids=[
        *("no calendar", "a slip", "no date", "no such holidays", "one table", "no status", "no way", "no flag"),
        *("no key", "two", "no TOML"),
    ],
)
def test_a_mistake_names_the_entry_what_came_and_what_was_allowed(timing_of, policy, says):
    with pytest.raises(SettingsError, match=says):
        timing_of(policy)


def test_two_schedules_of_one_unit_from_one_day_are_refused(timing_of):
    twice = '[[schedule]]\ncalendar = "A"\nunit = "N"\n[[schedule]]\ncalendar = "B"\nunit = "N"'
    with pytest.raises(SettingsError, match="schedule 2: entry 1 says the same of the same"):
        timing_of(twice)
    later = twice + "\nvalid_from = 2025-01-01"
    assert [schedule.calendar for schedule in timing_of(later).schedules] == ["A", "B"]


def test_a_schedule_of_a_calendar_that_was_not_loaded_names_those_that_were(case):
    with pytest.raises(UnknownCalendarError, match=r"There is no calendar 'OFICE'\. Did you mean OFFICE\?"):
        case(created_at="2025-06-02 09:00", timing=Timing((Schedule("OFICE"),)))
