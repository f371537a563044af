"""Contacts: the calls and messages of which each issue consists, and those that belong to none."""

from typing import Final

import numpy as np

from sample_data import staff
from sample_data.company import CENTRES
from sample_data.draws import choose, in_the_day, waits
from sample_data.episodes import (
    ESCALATED,
    REOPENED,
    REPEATED,
    SETTLED,
    STRANGER,
    TRANSFERRED,
    UNRESOLVED,
    Episodes,
)
from sample_data.intake import CHANNELS, CUSTOMERS_PER_FIRM, FIRMS, GROUPS, INSURER, Intake, arrivals_in
from sample_data.span import DAY, HOUR, MINUTE, START, Flags, Ints

Calls = dict[str, Ints]

BY: Final = ("customer", "agent", "bot", "system")
CUSTOMER, AGENT, BOT, SYSTEM = range(len(BY))
DISPOSITIONS: Final = ("resolved", "follow_up_promised", "unresolved", "wrong_number", "test")
SOLVED, PROMISED, OPEN_END, WRONG_NUMBER, TEST, NOT_STATED = (*range(len(DISPOSITIONS)), -1)
NOBODY: Final = 0

_PHONE: Final = CHANNELS.index("phone")
_AS_EPISODE: Final = ("case", "customer", "unit", "channel", "reason", "product")
_DEFAULTS: Final = {"parent": -1, "inbound": 1, "by": CUSTOMER, "abandoned": 0, "transferred": 0, "escalated": 0}
_PROMISES, _TOLD_SOLVED, _NO_CASE_TYPED = 0.5, 0.35, 0.14
_RINGS_BACK, _CALLBACK_TYPED = 0.85, 0.7
_ROBOT_FIRST, _GAVE_UP_FIRST, _FROM_A_FIRM = 0.06, 0.07, 0.1
_REPEATED_AND_REOPENED: Final = 0.16
_FIRM_CUSTOMERS: Final = len(FIRMS) * CUSTOMERS_PER_FIRM


def _rows(episodes: Episodes, chosen: Flags | Ints, rng: np.random.Generator, **columns: Ints | int) -> Calls:
    """Return one contact for each chosen issue, like the issue except for `columns`."""
    rows: Calls = {name: getattr(episodes, name)[chosen] for name in _AS_EPISODE}
    count = len(rows["case"])
    rows["issue"] = np.arange(len(episodes))[chosen]
    for name, value in {**_DEFAULTS, "typed": 1, "disposition": SOLVED, **columns}.items():
        rows[name] = np.broadcast_to(np.asarray(value, dtype=np.int64), (count,))
    slow = np.where(rows["channel"] == _PHONE, 1, 4)
    rows["queue"] = (2 + waits(rng, 19, count)) * slow
    rows["talk"] = (35 + waits(rng, 170, count, shape=2.0)) * slow
    return rows


def end(calls: Calls) -> Ints:
    """Return when each contact ended."""
    return calls["start"] + calls["queue"] + np.where(calls["abandoned"] == 1, 0, calls["talk"])


def first_calls(episodes: Episodes, intake: Intake, rng: np.random.Generator) -> Calls:
    """Return the contact with which each issue begins."""
    way, count = episodes.way, len(episodes)
    open_ended = np.where(rng.random(count) < _PROMISES, PROMISED, OPEN_END)
    told_solved = np.where(rng.random(count) < _TOLD_SOLVED, SOLVED, open_ended)
    outcome = np.select(
        [way == REPEATED, way == UNRESOLVED, way == ESCALATED], [told_solved, open_ended, PROMISED], SOLVED
    )
    has_case = episodes.case >= 0
    spam = has_case & intake.spam[episodes.case]
    # Only newcomers with one case and one contact are left for the phone number to identify.
    newcomer = has_case & (intake.group[episodes.case] == GROUPS.index("new")) & intake.real()[episodes.case]
    forgotten = newcomer & (way == SETTLED) & (rng.random(count) < _NO_CASE_TYPED)
    return _rows(
        episodes,
        np.ones(count, dtype=bool),
        rng,
        start=episodes.start,
        disposition=np.where(spam, TEST, outcome),
        transferred=(way == TRANSFERRED).astype(np.int64),
        escalated=(way == ESCALATED).astype(np.int64),
        typed=(~forgotten).astype(np.int64),
    )


def repeats(episodes: Episodes, first: Calls, rng: np.random.Generator) -> list[Calls]:
    """Return the further contacts of the issues that were not settled at once, round after round."""
    left = np.flatnonzero(episodes.way == REPEATED)
    rounds, ended = [], end(first)[left]
    more = choose(rng, (0.68, 0.24, 0.08), len(left))
    for number in range(3):
        going = left[more >= number]
        gap = 2 * HOUR + np.minimum(waits(rng, 1.4 * DAY, len(going)), 5 * DAY)
        last = more[more >= number] == number
        calls = _rows(
            episodes,
            going,
            rng,
            start=in_the_day(rng, ended + gap),
            disposition=np.where(last, SOLVED, OPEN_END),
        )
        rounds.append(calls)
        ended = end(calls)[~last]
    return rounds


def callbacks(episodes: Episodes, first: Calls, rng: np.random.Generator) -> Calls:
    """Return the calls by which agents kept their promise to ring back."""
    promised = (first["disposition"] == PROMISED) & (rng.random(len(episodes)) < _RINGS_BACK)
    delay = HOUR + waits(rng, 9 * HOUR, int(promised.sum()))
    start = in_the_day(rng, end(first)[promised] + delay)
    typed = (rng.random(len(start)) < _CALLBACK_TYPED).astype(np.int64)
    parent = np.flatnonzero(promised)
    return _rows(episodes, promised, rng, start=start, channel=_PHONE, inbound=0, by=AGENT, parent=parent, typed=typed)


def before_the_call(episodes: Episodes, rng: np.random.Generator) -> list[Calls]:
    """Return what came minutes before a first contact: a robot that could not help, or a caller who hung up."""
    drawn = rng.random(len(episodes))
    robot, gave_up = drawn < _ROBOT_FIRST, (drawn > 1 - _GAVE_UP_FIRST) & (episodes.channel == _PHONE)
    start = np.maximum(episodes.start - rng.integers(3 * MINUTE, 12 * MINUTE, size=len(drawn)), START)
    return [
        _rows(episodes, robot, rng, start=start[robot], by=BOT, typed=0, disposition=NOT_STATED),
        _rows(episodes, gave_up, rng, start=start[gave_up], abandoned=1, typed=0, disposition=NOT_STATED),
    ]


def welcome_calls(intake: Intake, rng: np.random.Generator) -> Calls:
    """Return the outbound calls to customers whom their insurer referred."""
    case = np.flatnonzero((intake.channel == INSURER) & intake.real())
    start = intake.created[case] + rng.integers(5, 60, size=len(case))
    return _rows(_issues_of(intake, case, start), np.arange(len(case)), rng, start=start, inbound=0, by=AGENT)


def _issues_of(intake: Intake, case: Ints, start: Ints) -> Episodes:
    of_case = (intake.customer, intake.unit, np.full(len(intake), _PHONE), intake.reason, intake.product)
    customer, unit, channel, reason, product = (column[case] for column in of_case)
    return Episodes(case, start, customer, unit, channel, reason, product, np.zeros_like(case))


def strays(intake: Intake, rng: np.random.Generator) -> list[Calls]:
    """Return contacts that belong to no issue: hidden numbers, wrong numbers, tests, callers who gave up."""
    rates = {"anonymous": 0.028, "wrong": 0.02, "test": 0.003, "gave_up": 0.03}
    return [_stray(intake, kind, round(len(intake) * rate), rng) for kind, rate in rates.items()]


def _stray(intake: Intake, kind: str, count: int, rng: np.random.Generator) -> Calls:
    start = arrivals_in(intake.month.start, intake.month.end, count, rng)
    unit = choose(rng, [centre.share for centre in CENTRES], count)
    stranger = STRANGER + intake.month.index * 500_000 + 250_000 + rng.integers(200_000, size=count)
    firm = 1 + rng.integers(_FIRM_CUSTOMERS, size=count)
    customer = {
        "anonymous": np.zeros(count, dtype=np.int64),
        "gave_up": np.where(rng.random(count) < _FROM_A_FIRM, firm, stranger),
    }
    topic = (rng.integers(12, size=count), rng.integers(5, size=count))
    phone = np.full(count, _PHONE)
    issue = Episodes(phone * 0 - 1, start, customer.get(kind, stranger), unit, phone, *topic, phone)
    outcome = {"wrong": WRONG_NUMBER, "test": TEST, "gave_up": NOT_STATED}.get(kind, SOLVED)
    return _rows(
        issue, np.arange(count), rng, start=start, disposition=outcome, abandoned=int(kind == "gave_up"), typed=0
    )


def reopening(episodes: Episodes, cases: int, rng: np.random.Generator) -> Flags:
    """Return which of the month's cases will be opened again."""
    often = (episodes.way == REOPENED) | (
        (episodes.way == REPEATED) & (rng.random(len(episodes)) < _REPEATED_AND_REOPENED)
    )
    reopens = np.zeros(cases, dtype=bool)
    reopens[episodes.case[often & (episodes.case >= 0)]] = True
    return reopens


def agents(calls: Calls, rng: np.random.Generator) -> Ints:
    """Return who took each contact; -1 where nobody did."""
    taken = (calls["abandoned"] == 0) & (calls["by"] != BOT)
    return np.where(taken, staff.agents(calls["start"], rng), -1)
