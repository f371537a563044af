"""Complaints: about one case in twenty, some repeated, some entered twice, a few meant to do harm."""

from typing import Any, Final

import numpy as np
import polars as pl

from sample_data import reasons
from sample_data.draws import choose
from sample_data.span import DAY, END, HOUR, OFFSET
from sample_data.tables.rows import from_rows
from sample_data.voices import COMPLAINTS, HOSTILE

_CHANNELS: Final = ("hotline", "web", "visit", "meeting", "regulator", "form", "callback")
_CHANNEL_SHARES: Final = (54, 12, 13, 4, 3, 8, 6)
_SEVERITIES: Final = ("minor", "general", "major", "critical")
_SEVERITY_SHARES: Final = (30, 50, 16, 4)
_ATTRIBUTIONS: Final = ("service", "product", "logistics", "customer", "third_party", "unknown")
_ATTRIBUTION_SHARES: Final = (56, 20, 8, 7, 5, 4)
_TOPIC_SHARES: Final = (26, 14, 11, 12, 6, 10, 8, 4, 4, 5)
_FROM_COMPLAINT_CASES, _FROM_OTHER_CASES = 0.85, 0.011
_REPEATED, _ENTERED_TWICE, _WITHDRAWN, _SECOND_TOPIC = 0.06, 0.03, 0.03, 0.24
_NAMES_SOMEONE, _LEFT_LYING, _REFUTED, _UPHELD = 0.4, 0.04, 0.12, 0.85

Row = dict[str, Any]


def complaints(cases: pl.DataFrame, rng: np.random.Generator) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Return the complaints and their topics."""
    rows: list[Row] = []
    for case in _objected(cases, rng).iter_rows(named=True):
        rows += _about(case, len(rows) + 1, rng)
    rows = [row for row in rows if row["received_at"] <= END]
    _plant_hostile(rows)
    topics = [(row["complaint_id"], topic) for row in rows for topic in _topics(row, rng)]
    columns = ["complaint_id", "topic_code"]
    return from_rows("complaints", rows), pl.DataFrame(topics, schema=columns, orient="row")


def _objected(cases: pl.DataFrame, rng: np.random.Generator) -> pl.DataFrame:
    chance = pl.when(pl.col("case_type") == "complaint").then(_FROM_COMPLAINT_CASES).otherwise(_FROM_OTHER_CASES)
    drawn = pl.lit(pl.Series(rng.random(cases.height)))
    real = ~pl.col("is_test_or_spam") & pl.col("merged_into").is_null()
    return cases.filter(real & (drawn < chance)).select(
        "case_id", "customer_id", "org_unit_id", "owner_id", at=pl.col("created_at").dt.epoch("s") + OFFSET
    )


def _about(case: Row, number: int, rng: np.random.Generator) -> list[Row]:
    """Return the complaint about a case, and another where it was repeated or entered twice."""
    first = _complaint(case, number, int(case["at"] + rng.integers(HOUR, 5 * DAY)), rng)
    drawn = rng.random()
    if drawn < _REPEATED:
        later = first["received_at"] + int(rng.integers(9 * DAY, 40 * DAY))
        again = _complaint(case, number + 1, later, rng)
        return [first, {**again, "repeat_of": first["complaint_id"], "topic_code": first["topic_code"]}]
    if drawn < _REPEATED + _ENTERED_TWICE:
        copy = _complaint(case, number + 1, first["received_at"] + 2 * HOUR, rng)
        return [first, {**copy, "duplicate_of": first["complaint_id"], "topic_code": first["topic_code"]}]
    return [first]


def _complaint(case: Row, number: int, received: int, rng: np.random.Generator) -> Row:
    topic = reasons.TOPICS[_one(rng, _TOPIC_SHARES)].code
    severity = _SEVERITIES[_one(rng, _SEVERITY_SHARES)]
    texts = COMPLAINTS[topic]
    return {
        "complaint_id": f"C{number:05d}",
        **{name: case[name] for name in ("case_id", "customer_id", "org_unit_id")},
        "staff_id": case["owner_id"] if rng.random() < _NAMES_SOMEONE else None,
        "received_at": received,
        "channel": _CHANNELS[_one(rng, _CHANNEL_SHARES)],
        "severity": severity,
        "topic_code": topic,
        "withdrawn": bool(rng.random() < _WITHDRAWN),
        "first_reply_at": _known(received + rng.gamma(1.2, 9 * HOUR)),
        "closed_at": _known(received + 2 * DAY + rng.gamma(2.0, 2.5 * DAY)),
        "description": texts[int(rng.integers(len(texts)))],
        **_judged(received, rng),
    }


def _judged(received: int, rng: np.random.Generator) -> Row:
    """Return what the supervision department found, if it has looked already."""
    at, drawn, to = _known(received + DAY + rng.gamma(2.0, 1.5 * DAY)), rng.random(), rng.random()
    attribution = _ATTRIBUTIONS[_one(rng, _ATTRIBUTION_SHARES)]
    if at is None or drawn < _LEFT_LYING:
        return {"verified": "pending", "attribution": "unknown"}
    if drawn < _LEFT_LYING + _REFUTED:
        return {"verified": "rejected", "verified_at": at, "attribution": attribution, "upheld": False}
    at_fault = attribution in {"service", "product", "logistics"}
    return {"verified": "confirmed", "verified_at": at, "attribution": attribution, "upheld": at_fault and to < _UPHELD}


def _known(at: float) -> int | None:
    return int(at) if at <= END else None


def _one(rng: np.random.Generator, weights: tuple[int, ...]) -> int:
    return int(choose(rng, weights, 1)[0])


def _topics(row: Row, rng: np.random.Generator) -> list[str]:
    other = reasons.TOPICS[_one(rng, _TOPIC_SHARES)].code
    also = rng.random() < _SECOND_TOPIC and other != row["topic_code"]
    return [row["topic_code"], other] if also else [row["topic_code"]]


def _plant_hostile(rows: list[Row]) -> None:
    """Put the harmful sentences where they will be read: on recent complaints."""
    for place, text in enumerate(HOSTILE):
        if place * 4 + 1 < len(rows):
            rows[-1 - place * 4]["description"] = text
