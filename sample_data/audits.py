"""QA audits: contacts sampled by stratum, rated attribute by attribute, some twice, some disputed."""

from datetime import date
from typing import Any, Final

import numpy as np
import polars as pl

from sample_data import staff
from sample_data.span import DAY, END, MONTHS, OFFSET, text
from sample_data.tables.rows import from_rows

# Attribute, class of error, weight, chance of a failure by a settled agent, share not applicable.
ATTRIBUTES: Final = (
    ("answer_correct", "customer_critical", 25.0, 0.050, 0.00),
    ("answer_complete", "customer_critical", 15.0, 0.045, 0.00),
    ("identity_checked", "compliance_critical", 10.0, 0.030, 0.05),
    ("data_notice", "compliance_critical", 10.0, 0.040, 0.10),
    ("case_coded", "business_critical", 10.0, 0.060, 0.00),
    ("quote_right", "business_critical", 10.0, 0.035, 0.55),
    ("greeting", "non_critical", 10.0, 0.050, 0.00),
    ("tone", "non_critical", 10.0, 0.045, 0.00),
)
_SAMPLE: Final = {"new_agent": 18, "complaint": 14, "regular": 40}
_HARDER: Final = {"new_agent": 2.4, "complaint": 1.6, "regular": 1.0}
_TARGETED, _TWICE, _DISPUTED, _VOID = 0.06, 0.14, 0.035, 0.012
_DISAGREES: Final = 0.045
_EITHER, _ADJUDICATED = 0.5, 0.8

Row = dict[str, Any]


def audits(contacts: pl.DataFrame, rng: np.random.Generator) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Return the audits and their ratings."""
    drawn: list[Row] = []
    for row in _sampled(_auditable(contacts), rng):
        drawn += _rounds(row, rng)
    drawn = [{**row, "audit_id": f"Q{number:05d}"} for number, row in enumerate(drawn, start=1)]
    ratings = [
        {"audit_id": row["audit_id"], "attribute_code": name, "error_class": kind, "result": result, "weight": weight}
        for row in drawn
        for (name, kind, weight, *_), result in zip(ATTRIBUTES, row["results"], strict=True)
    ]
    return from_rows("qa_audits", drawn), from_rows("qa_ratings", ratings)


def _auditable(contacts: pl.DataFrame) -> pl.DataFrame:
    at = pl.col("started_at").dt.epoch("s") + OFFSET
    handled = contacts.filter((pl.col("initiated_by") == "customer") & ~pl.col("abandoned") & (at < END - 8 * DAY))
    handled = handled.filter(pl.col("disposition").is_in(["resolved", "follow_up_promised", "unresolved"]))
    position = handled["agent_id"].replace_strict(list(staff.AGENTS), list(range(len(staff.AGENTS)))).to_numpy()
    new = pl.Series(staff.is_new(position, handled.select(at).to_series().to_numpy()))
    complaint = pl.col("reason_code").is_in(["R41", "R51"])
    stratum = pl.when(pl.lit(new)).then(pl.lit("new_agent")).when(complaint).then(pl.lit("complaint"))
    month = pl.col("started_at").dt.convert_time_zone("Asia/Shanghai").dt.strftime("%Y-%m")
    stratified = handled.with_columns(at=at, stratum=stratum.otherwise(pl.lit("regular")), month=month)
    return stratified.sort("contact_id")


def _sampled(contacts: pl.DataFrame, rng: np.random.Generator) -> list[Row]:
    rows: list[Row] = []
    for month in MONTHS:
        for stratum, size in _SAMPLE.items():
            pool = contacts.filter((pl.col("month") == month.label) & (pl.col("stratum") == stratum))
            chosen = np.sort(rng.choice(pool.height, min(size, pool.height), replace=False))
            rows += [{**row, "population_n": pool.height} for row in pool[chosen].iter_rows(named=True)]
    return rows


def _rounds(contact: Row, rng: np.random.Generator) -> list[Row]:
    """Return the primary audit of a contact, and the second and the adjudication where there were any."""
    first, second = staff.AUDITORS[:2] if rng.random() < _EITHER else staff.AUDITORS[1::-1]
    results, drawn = _results(contact["stratum"], rng), rng.random()
    status = "disputed" if drawn < _DISPUTED else "void" if drawn < _DISPUTED + _VOID else "valid"
    rounds = [{"rater_id": first, "round": "primary", "status": status, "results": results}]
    again = {"status": "valid", "results": _seen_by_another(results, rng)}
    if rng.random() < _TWICE:
        rounds.append({**again, "rater_id": second, "round": "second"})
    if status == "disputed" and rng.random() < _ADJUDICATED:
        rounds.append({**again, "rater_id": staff.AUDITORS[2], "round": "adjudication"})
    sampling = "targeted" if rng.random() < _TARGETED else "random"
    return [{**_subject(contact, rng), "sampling": sampling, **each} for each in rounds]


def _subject(contact: Row, rng: np.random.Generator) -> Row:
    sampled = int(contact["at"] + rng.integers(DAY // 2, 4 * DAY))
    kept = ("contact_id", "case_id", "org_unit_id", "stratum", "population_n")
    return {
        **{name: contact[name] for name in kept},
        "subject_id": contact["contact_id"],
        "contact_at": contact["at"],
        "sampled_at": sampled,
        "audited_on": date.fromisoformat(text(sampled + int(rng.integers(4)) * DAY)[:10]),
    }


def _results(stratum: str, rng: np.random.Generator) -> list[str]:
    def result(failing: float, not_applicable: float) -> str:
        drawn = rng.random()
        if drawn < not_applicable:
            return "na"
        return "fail" if drawn > 1 - failing * _HARDER[stratum] else "pass"

    return [result(failing, absent) for *_, failing, absent in ATTRIBUTES]


def _seen_by_another(results: list[str], rng: np.random.Generator) -> list[str]:
    other = {"pass": "fail", "fail": "pass", "na": "na"}
    return [other[result] if rng.random() < _DISAGREES else result for result in results]
