"""Jobs as rows of the contract: the visits at which glass was repaired or replaced."""

from typing import Final, NamedTuple

import numpy as np
import polars as pl

from sample_data import staff
from sample_data.company import CODES
from sample_data.draws import words
from sample_data.intake import Intake
from sample_data.journey import ASSESSMENT, COMPLETION, LOST, SILENT, SURVEY, Journey
from sample_data.span import END, MINUTE, NEVER, Ints, moments, planned
from sample_data.tables.shape import shaped

RESULTS: Final = ("fixed", "partial", "not_fixed", "no_access", "cancelled")
_FIXED, _PARTIAL, _NOT_FIXED, _NO_ACCESS, _CANCELLED = range(len(RESULTS))
_PARTLY: Final = 0.75
# Typical bill in yuan per product: windscreen, side window, rear window, sunroof, camera calibration.
_BILL: Final = np.array([1180, 620, 890, 1650, 480])


def jobs(intake: Intake, journey: Journey, rng: np.random.Generator) -> pl.DataFrame:
    """Return the first visit of every booked case, and the second where the first did not do."""
    booked = np.flatnonzero((journey.scheduled < NEVER) & (journey.at[:, ASSESSMENT - 1] <= END))
    technician = staff.one_of(staff.TECHNICIANS, intake.unit[journey.case], rng)
    bill = (_BILL[intake.product[journey.case]] * (0.6 + rng.gamma(4, 0.1, len(journey.case)))).astype(np.int64) * 100
    again = booked[(journey.first_finish[booked] <= END)]
    first = _visit(intake, journey, booked, technician, _first(journey, booked, rng))
    second = _visit(intake, journey, again, technician, _second(journey, again))
    revisits = second.with_columns(
        job_id=pl.col("job_id").str.replace("-1$", "-2"),
        visit_no=pl.lit(2, dtype=pl.Int64),
        revisit_of=pl.col("job_id"),
    )
    paid = np.concatenate([bill[booked], bill[again]])
    amount = pl.when(pl.col("result") == "fixed").then(pl.Series("amount", paid))
    return pl.concat([first, revisits]).with_columns(amount=amount)


class Visit(NamedTuple):
    """Appointment, arrival and end of visits, and their result, -1 while open."""

    scheduled: Ints
    arrived: Ints
    finished: Ints
    result: Ints


def _first(journey: Journey, row: Ints, rng: np.random.Generator) -> Visit:
    stopped, how = journey.stopped[row], journey.how[row]
    twice = journey.first_finish[row] < NEVER
    arrived = journey.at[row, ASSESSMENT] - 4 * MINUTE
    finished = np.where(twice, journey.first_finish[row], journey.at[row, COMPLETION])
    gone = np.where((how == LOST) & (stopped == ASSESSMENT), _NO_ACCESS, _CANCELLED)
    failed = np.where(rng.random(len(row)) < _PARTLY, _PARTIAL, _NOT_FIXED)
    result = np.where(stopped == SURVEY, np.where(twice, failed, _FIXED), gone)
    known = np.where(stopped == SURVEY, finished, np.where(how == SILENT, NEVER, journey.left_at[row]))
    here = np.where(stopped >= COMPLETION, arrived, NEVER)
    return Visit(journey.scheduled[row], here, finished, np.where(known <= END, result, -1))


def _second(journey: Journey, row: Ints) -> Visit:
    finished = journey.at[row, COMPLETION]
    arrived = finished - 50 * MINUTE
    appointment = arrived // (15 * MINUTE) * (15 * MINUTE)
    return Visit(appointment, arrived, finished, np.where(finished <= END, _FIXED, -1))


def _visit(intake: Intake, journey: Journey, row: Ints, technician: Ints, visit: Visit) -> pl.DataFrame:
    case, unit = intake.ids().gather(journey.case[row]), intake.unit[journey.case[row]]
    return shaped(
        "jobs",
        {
            "job_id": case.str.replace("W", "J") + "-1",
            "case_id": case,
            "org_unit_id": words(CODES, unit),
            "technician_id": words(staff.TECHNICIANS, technician[row]),
            "scheduled_at": planned(visit.scheduled),
            "arrived_at": moments(visit.arrived),
            "finished_at": moments(visit.finished),
            "visit_no": pl.Series(np.ones(len(row), dtype=np.int64)),
            "result": words(RESULTS, np.maximum(visit.result, 0), visit.result >= 0),
        },
    )
