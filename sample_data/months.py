"""One month of the company's work: cases and everything that follows from them."""

from dataclasses import dataclass, replace

import numpy as np
import polars as pl

from sample_data import calls, episodes
from sample_data.clocks import run_clocks
from sample_data.draws import generator
from sample_data.grades import opinions
from sample_data.intake import Intake, take_in
from sample_data.journey import COMPLETION, SURVEY, Journey, travel
from sample_data.span import END, HOUR, MINUTE, MONTHS, NEVER, OFFSET, Ints
from sample_data.tables.cases import cases
from sample_data.tables.contacts import contacts
from sample_data.tables.events import events
from sample_data.tables.forms import callbacks, forms
from sample_data.tables.jobs import jobs

_INTAKE, _JOURNEY, _CALLS, _CLOCKS, _CASES, _CONTACTS, _JOBS, _FORMS, _EVENTS = range(9)


@dataclass(frozen=True)
class MonthOfWork:
    """The rows that begin in one month; `true_case` says for each contact which case it is about."""

    cases: pl.DataFrame
    contacts: pl.DataFrame
    true_case: pl.Series
    jobs: pl.DataFrame
    forms: pl.DataFrame
    callbacks: pl.DataFrame
    events: pl.DataFrame


def month_of_work(index: int, total: int, seed: int) -> MonthOfWork:
    """Return month `index` of a company that handles `total` cases over the whole span."""

    def rng(room: int) -> np.random.Generator:
        return generator(seed, index, room)

    intake = take_in(MONTHS[index], total, rng(_INTAKE))
    journey = travel(intake, rng(_JOURNEY))
    issues = episodes.plan(intake, rng(_CALLS))
    talked = _all_calls(issues, intake, rng(_CALLS + 100))
    reopens = calls.reopening(issues, len(intake), rng(_CLOCKS + 100))
    clocks = run_clocks(intake, journey, _settled(issues, talked[0], intake), reopens, rng(_CLOCKS))
    opinion = opinions(intake, journey, clocks, rng(_FORMS + 100))
    asked = forms(intake, journey, opinion, rng(_FORMS))
    told, true_case = contacts(intake, talked, rng(_CONTACTS))
    surveyed = replace(journey, at=_with_survey(journey, asked, intake))
    joined = {name: np.concatenate([part[name] for part in talked]) for name in talked[0]}
    return MonthOfWork(
        cases=cases(intake, clocks, joined, rng(_CASES)),
        contacts=told,
        true_case=true_case,
        jobs=jobs(intake, journey, rng(_JOBS)),
        forms=asked,
        callbacks=callbacks(intake, journey, opinion, rng(_FORMS + 200)),
        events=events(intake, surveyed, clocks, talked, rng(_EVENTS)),
    )


def _all_calls(issues: episodes.Episodes, intake: Intake, rng: np.random.Generator) -> list[calls.Calls]:
    first = calls.first_calls(issues, intake, rng)
    return [
        first,
        *calls.repeats(issues, first, rng),
        calls.callbacks(issues, first, rng),
        *calls.before_the_call(issues, rng),
        calls.welcome_calls(intake, rng),
        *calls.strays(intake, rng),
    ]


def _settled(issues: episodes.Episodes, first: calls.Calls, intake: Intake) -> Ints:
    """Return per case when the contact ended that began it and settled it; NEVER where none did."""
    settled = np.full(len(intake), NEVER)
    opening = (issues.case >= 0) & (issues.way == episodes.SETTLED)
    opening &= issues.start == intake.created[issues.case]
    settled[issues.case[opening]] = calls.end(first)[opening]
    return settled


def _with_survey(journey: Journey, asked: pl.DataFrame, intake: Intake) -> Ints:
    """Return the journey's times with the survey reached where a form came back, in the morning of its date."""
    returned = asked.filter(pl.col("received_at").is_not_null())
    case = returned["form_id"].str.slice(6).cast(pl.Int64).to_numpy() - 1
    received = returned["received_at"].dt.epoch("s").to_numpy() + OFFSET + 10 * HOUR
    answered = np.full(len(intake), NEVER)
    answered[case] = received
    at = journey.at.copy()
    at[:, SURVEY] = np.where(
        answered[journey.case] <= END,
        np.maximum(answered[journey.case], at[:, COMPLETION] + 5 * MINUTE),
        NEVER,
    )
    return at
