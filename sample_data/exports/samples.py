"""What is asked and checked by sample: audits, call-backs and SERVQUAL, as CSV and JSON."""

from pathlib import Path
from typing import Final

import numpy as np
import polars as pl

from sample_data.exports.dirt import DUPLICATE, Account, Stain, changed, copied, everyone, soil
from sample_data.exports.local import local
from sample_data.exports.written import write_csv, write_json, write_json_lines

GRADE_NUMBERS: Final = {"A": 5, "B": 4, "C": 3, "D": 2, "E": 1}
_ISO: Final = "%Y-%m-%dT%H:%M:%S+08:00"


def export_audits(folder: Path, tables: dict[str, pl.DataFrame], rng: np.random.Generator) -> dict[str, Account]:
    """Write audits and ratings; return what each holds."""
    audits = tables["qa_audits"].with_columns(
        *(local(name).alias(name) for name in ("contact_at", "sampled_at")),
        *(pl.col(name).cast(pl.String) for name in ("audited_on", "population_n")),
    )
    new = {"audit_id": "QX{}", "contact_id": None, "case_id": None, "subject_id": "QX{}"}
    stains = [
        Stain(DUPLICATE, 3, copied),
        Stain("sampled_before_contact", 2, changed(**new, sampled_at="2024-01-01 09:00:00")),
        Stain("population_outside", 1, changed(**new, population_n="0")),
    ]
    audited, rated = Account(), Account()
    write_csv(folder / "qa" / "qa_audits.csv", soil(audits, stains, audited, rng, everyone(audits)))
    ratings = tables["qa_ratings"].with_columns(pl.col("weight").cast(pl.String))
    odd = [Stain("result_outside", 3, changed(attribute_code="unlisted_{}", result="maybe"))]
    write_csv(folder / "qa" / "qa_ratings.csv", soil(ratings, odd, rated, rng, everyone(ratings)))
    return {"qa/qa_audits.csv": audited, "qa/qa_ratings.csv": rated}


def export_callbacks(folder: Path, callbacks: pl.DataFrame, rng: np.random.Generator) -> dict[str, Account]:
    """Write the supervision department's call-backs, graded 5 to 1, with times that name their zone."""
    items = ("timeliness", "repair_quality", "attitude")
    calls = callbacks.sort("received_at", "form_id").select(
        pl.col("form_id").alias("id"),
        pl.col("case_id").alias("case"),
        pl.col("job_id").alias("job"),
        pl.col("identity_key").alias("tel"),
        pl.col("org_unit_id").alias("site"),
        local("received_at", _ISO).alias("called_at"),
        pl.col("verified_by").alias("caller"),
        *(pl.col(item).replace_strict(GRADE_NUMBERS, return_dtype=pl.Int64) for item in items),
    )
    account = Account()
    new = {"id": "BX{}", "case": None, "job": None}
    stains = [
        Stain(DUPLICATE, 2, copied),
        Stain("grade_outside", 2, changed(**new, attitude=9)),
        Stain("missing_key", 1, changed(**{**new, "id": None})),
    ]
    write_json_lines(folder / "callbacks" / "callbacks.jsonl", soil(calls, stains, account, rng, everyone(calls)))
    return {"callbacks/callbacks.jsonl": account}


def export_servqual(folder: Path, tables: dict[str, pl.DataFrame], rng: np.random.Generator) -> dict[str, Account]:
    """Write the answers, one object a line, and the points; return what each holds."""
    answers = tables["servqual_responses"].with_columns(local("answered_at", _ISO).alias("answered_at"))
    answers = answers.drop("minimum", "reversed", "scale_max")
    answers = answers.with_columns(pl.col("expectation", "perception").cast(pl.Int64))
    stains = [
        Stain(DUPLICATE, 4, copied),
        Stain("answer_above_scale", 3, changed(response_id="SX{}", perception=9)),
        Stain("item_outside", 2, changed(response_id="SX{}", item_no=0)),
    ]
    answered, weighed = Account(), Account(clean=tables["servqual_weights"].height)
    soiled = soil(answers, stains, answered, rng, pl.select(answers["perception"].is_not_null()).to_series())
    write_json_lines(folder / "servqual" / "responses.jsonl", soiled)
    write_json(folder / "servqual" / "weights.json", tables["servqual_weights"])
    return {"servqual/responses.jsonl": answered, "servqual/weights.json": weighed}
