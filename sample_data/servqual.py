"""SERVQUAL: two waves of customers with 22 pairs and 100 points, and what managers and staff say of gaps 1 to 4."""

from datetime import date
from typing import Any, Final

import numpy as np
import polars as pl

from sample_data import staff
from sample_data.company import CENTRES
from sample_data.draws import choose
from sample_data.span import DAY, Floats, seconds
from sample_data.tables.rows import from_rows

DIMENSIONS: Final = ("tangibles", "reliability", "responsiveness", "assurance", "empathy")
ITEMS: Final = (4, 5, 4, 4, 5)
DIMENSION_OF_ITEM: Final = tuple(d for d, count in enumerate(ITEMS) for _ in range(count))
WAVES: Final = (("2025-H1", "2025-05-12", 110), ("2026-H1", "2026-05-11", 140))
_SCALE: Final = 7
_EXPECTED: Final = np.array([5.6, 6.5, 6.2, 6.0, 5.7])
_PERCEIVED: Final = {
    "2025-H1": np.array([5.5, 5.3, 4.9, 5.6, 5.1]),
    "2026-H1": np.array([5.6, 5.6, 5.4, 5.7, 5.1]),
}
# Managers take the look of things for more important, and reliability for less, than customers do.
_MANAGERS_BELIEVE: Final = np.array([6.1, 6.0, 6.1, 5.9, 5.2])
_CUSTOMERS_POINTS: Final = np.array([11, 32, 24, 18, 15])
_MANAGERS_POINTS: Final = np.array([21, 24, 22, 18, 15])
_RATED: Final = {
    "gap2_manager": np.array([5.8, 4.9, 4.6, 5.2, 3.9]),
    "gap3_staff": np.array([5.9, 5.1, 4.7, 5.5, 5.0]),
    "gap4_staff": np.array([5.6, 4.8, 4.4, 5.3, 5.1]),
}
_SKIPPED: Final = 0.005
_ASKED_STAFF: Final = 48

Row = dict[str, Any]


def servqual(cases: pl.DataFrame, rng: np.random.Generator) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Return all answers, one item a row, and the points that respondents gave to the dimensions."""
    responses: list[Row] = []
    for wave, first_day, count in WAVES:
        served = cases.filter(pl.col("status") == "closed", pl.col("created_at").dt.strftime("%Y-%m-%d") < first_day)
        asked = served.tail(count * 4)[np.sort(rng.choice(min(served.height, count * 4), count, replace=False))]
        opens = seconds(date.fromisoformat(first_day))
        responses += [_customer(case, wave, opens, rng) for case in asked.iter_rows(named=True)]
        responses += _insiders(wave, opens, rng)
    rows, weights = [], []
    for number, response in enumerate(responses, start=1):
        key = f"S{number:04d}"
        answers, points = response.pop("answers"), response.pop("points", None)
        rows += [{**response, "response_id": key, "scale_max": _SCALE, "reversed": False, **each} for each in answers]
        if points is not None:
            weights += [(key, name, float(value)) for name, value in zip(DIMENSIONS, points, strict=True)]
    columns = ["response_id", "dimension", "points"]
    return from_rows("servqual_responses", rows), pl.DataFrame(weights, schema=columns, orient="row")


def _customer(case: Row, wave: str, opens: int, rng: np.random.Generator) -> Row:
    """Return a customer's 22 pairs; one answer in two hundred was left out."""
    kindness = {centre.code: centre.kindness for centre in CENTRES}[case["org_unit_id"]]
    expected = _likert(_EXPECTED[list(DIMENSION_OF_ITEM)], 0.5, rng)
    perceived = _likert(_PERCEIVED[wave][list(DIMENSION_OF_ITEM)] + kindness, 0.8, rng)
    skipped = rng.random(len(perceived)) < _SKIPPED
    pairs = zip(expected, perceived, skipped, strict=True)
    return {
        "wave": wave,
        "respondent_type": "customer",
        "respondent_id": case["customer_id"],
        "org_unit_id": case["org_unit_id"],
        "instrument": "servqual_2col",
        "answered_at": opens + int(rng.integers(9 * 3600, 12 * DAY)),
        "answers": [
            {"item_no": item, "expectation": float(e), "perception": None if skip else float(p)}
            for item, (e, p, skip) in enumerate(pairs, start=1)
        ],
        "points": _points(_CUSTOMERS_POINTS, rng),
    }


def _insiders(wave: str, opens: int, rng: np.random.Generator) -> list[Row]:
    people = rng.choice(len(staff.TECHNICIANS), _ASKED_STAFF, replace=False)
    asked = [(manager, "manager", ("gap1_manager", "gap2_manager")) for manager in staff.MANAGERS]
    asked += [(staff.TECHNICIANS[one], "employee", ("gap3_staff", "gap4_staff")) for one in sorted(people)]
    return [
        {
            "wave": wave,
            "respondent_type": role,
            "respondent_id": person,
            "org_unit_id": person.split("-")[0],
            "instrument": instrument,
            "answered_at": opens + int(rng.integers(9 * 3600, 5 * DAY)),
            **_insider_answers(instrument, rng),
        }
        for person, role, instruments in asked
        for instrument in instruments
    ]


def _insider_answers(instrument: str, rng: np.random.Generator) -> Row:
    if instrument == "gap1_manager":
        believed = _likert(_MANAGERS_BELIEVE[list(DIMENSION_OF_ITEM)], 0.4, rng)
        answers = [{"item_no": item, "expectation": float(value)} for item, value in enumerate(believed, start=1)]
        return {"answers": answers, "points": _points(_MANAGERS_POINTS, rng)}
    rated = _likert(_RATED[instrument], 0.6, rng)
    return {"answers": [{"item_no": item, "perception": float(value)} for item, value in enumerate(rated, start=1)]}


def _likert(mean: Floats, spread: float, rng: np.random.Generator) -> Floats:
    person = spread * rng.standard_normal()
    return np.clip(np.round(mean + person + 0.7 * rng.standard_normal(len(mean))), 1, _SCALE)


def _points(mean: Floats, rng: np.random.Generator) -> Floats:
    """Return 100 points in steps of five, spread around `mean`."""
    return 5.0 * np.bincount(choose(rng, mean, 20), minlength=len(mean)).astype(np.float64)
