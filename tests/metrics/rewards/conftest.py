"""Months of forms written as grades: "AAB" is a form with A for timeliness and repair quality, B for attitude."""

from datetime import UTC, date, datetime, timedelta

import polars as pl
import pytest

from metrics.calendar import BusinessCalendar
from metrics.model import Moment
from metrics.populations.forms import ITEMS, POPULATION, item_points
from metrics.rewards.counting import flagged, profiles, responses
from metrics.rewards.dated import Dated
from metrics.rewards.period import Asked, Period
from metrics.rewards.policy import SatisfactionPolicy
from metrics.rewards.satisfaction import Records, satisfaction_statements
from metrics.rewards.statement import Basis
from metrics.rewards.tallies import DAYS, JOBS, PROFILES, RESPONSES, Counts, added
from metrics.rewards.traces import days, joined, traces

CALENDAR = BusinessCalendar("Asia/Shanghai")
MOMENT = Moment(datetime(2025, 6, 30, 15, 59, tzinfo=UTC))
FORM = pl.Schema(
    {
        "key": pl.String(),
        "unit": pl.String(),
        **{name: POPULATION.columns[name] for name in ("received_at", "sent_at", "source_kind", "verified", *ITEMS)},
        "verified_at": POPULATION.columns["received_at"],
        **dict.fromkeys(("verified_by", "job_id", "linked_case", "customer_id", "identity_key"), pl.String()),
    }
)
STAFF = pl.LazyFrame(
    {"staff_id": ["S1", "T1"], "org_unit_id": ["Supervision", "N"], "valid_from": [date(2020, 1, 1)] * 2},
).with_columns(valid_to=pl.lit(None, pl.Date))


class Story:
    """Forms and jobs of units, told month by month."""

    def __init__(self):
        self.forms, self.jobs = [], []

    def month(self, month, grades, unit="N", jobs=0, **more):
        """Let forms with these grades come back on the tenth of a month, and jobs be done in it."""
        back = datetime.fromisoformat(f"{month}-10T04:00:00+00:00")
        named = {"unit": unit, "received_at": back, "sent_at": back - timedelta(days=5), "verified": "confirmed"}
        for letters in grades:
            given = dict(zip(ITEMS, (None if letter == "_" else letter for letter in letters), strict=True))
            key = f"{unit} {month} {len(self.forms)}"
            told = {name: value() if callable(value) else value for name, value in more.items()}
            self.forms.append({**dict.fromkeys(FORM), "key": key, "job_id": key, **named, **given, **told})
        if jobs:
            self.jobs.append({"unit": unit, "month": month, "jobs": jobs})
        return self

    def frame(self):
        rows = pl.LazyFrame(self.forms, schema=FORM)
        return rows.with_columns(
            graded_items=pl.sum_horizontal(pl.col(item).is_not_null().cast(pl.Int64) for item in ITEMS),
            score=pl.sum_horizontal(item_points(item) for item in ITEMS),
        )

    def counts(self):
        rows = flagged(self.frame(), MOMENT, CALENDAR)
        return Counts(
            profiles=added([profiles(rows).collect()], PROFILES),
            responses=added([responses(rows, MOMENT, CALENDAR).collect()], RESPONSES),
            jobs=pl.DataFrame(self.jobs, schema=JOBS),
            traces=joined([traces(rows, STAFF, CALENDAR).collect()]),
            days=added([days(rows).collect()], DAYS),
        )

    def statements(self, **settings):
        """Return the statements by unit and month, under a policy with these settings."""
        period = Period(CALENDAR, date(2025, 6, 30), "2025-06")
        policy = Dated(SatisfactionPolicy(**settings))
        found = satisfaction_statements(Records(self.counts(), period, Basis(1, MOMENT.as_of)), [policy], Asked())
        return {(statement.unit, statement.month): statement for statement in found}

    def warnings(self, month, unit="N", **settings):
        """Return the codes of the warnings on one month, and their English texts."""
        return {warned.code: warned.text.en for warned in self.statements(**settings)[unit, month].warnings}

    def judged(self, month, unit="N", **settings):
        """Return the rule and the amount of one month."""
        statement = self.statements(**settings)[unit, month]
        return statement.rule, statement.amount


@pytest.fixture
def story():
    return Story()


@pytest.fixture(scope="session")
def new_story():
    """Return what makes a story, for tests that need one per example."""
    return Story
