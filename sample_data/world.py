"""Everything the sample company knows about itself, as clean tables of the contract."""

from dataclasses import dataclass

import polars as pl

from sample_data import worktime
from sample_data.audits import audits
from sample_data.company import org_units
from sample_data.complaints import complaints
from sample_data.confirmations import with_confirmations
from sample_data.draws import generator
from sample_data.months import month_of_work
from sample_data.plants import contacted, planted
from sample_data.reasons import reason_codes
from sample_data.recovery import recoveries
from sample_data.remarks import with_comments
from sample_data.servqual import servqual
from sample_data.span import MONTHS
from sample_data.staff import staff

# Places in the seed that lie beyond those of the months.
_COMPLAINTS, _RECOVERY, _AUDITS, _SERVQUAL, _REMARKS, _CONFIRMATIONS = range(1000, 1006)


@dataclass(frozen=True)
class World:
    """The clean tables by name, the call-backs among the forms, and the case that each contact is truly about."""

    tables: dict[str, pl.DataFrame]
    callbacks: pl.DataFrame
    true_case: pl.Series

    def __getitem__(self, table: str) -> pl.DataFrame:
        """Return one table."""
        return self.tables[table]


def world(total: int, seed: int) -> World:
    """Return the sample company with `total` cases; the same seed gives the same company."""
    months = [month_of_work(month.index, total, seed) for month in MONTHS]
    cases = pl.concat([month.cases for month in months])
    forms = planted(pl.concat([month.forms for month in months]))
    forms = with_confirmations(with_comments(forms, generator(seed, _REMARKS)), cases, generator(seed, _CONFIRMATIONS))
    tables = {
        "cases": cases,
        "contacts": pl.concat([month.contacts for month in months]),
        "jobs": pl.concat([month.jobs for month in months]),
        "feedback_forms": forms,
        "case_events": contacted(pl.concat([month.events for month in months])),
    }
    return World(
        tables={**tables, **_masters(), **_quality(tables, seed)},
        callbacks=pl.concat([month.callbacks for month in months]),
        true_case=pl.concat([month.true_case for month in months]),
    )


def _masters() -> dict[str, pl.DataFrame]:
    return {
        "org_units": org_units(),
        "staff": staff(),
        "reason_codes": reason_codes(),
        "calendars": worktime.calendars(),
        "calendar_days": worktime.calendar_days(),
    }


def _quality(tables: dict[str, pl.DataFrame], seed: int) -> dict[str, pl.DataFrame]:
    objections, topics = complaints(tables["cases"], generator(seed, _COMPLAINTS))
    sampled, rated = audits(tables["contacts"], generator(seed, _AUDITS))
    answers, points = servqual(tables["cases"], generator(seed, _SERVQUAL))
    return {
        "complaints": objections,
        "complaint_topics": topics,
        "recovery_actions": recoveries(objections, tables["jobs"], generator(seed, _RECOVERY)),
        "qa_audits": sampled,
        "qa_ratings": rated,
        "servqual_responses": answers,
        "servqual_weights": points,
    }
