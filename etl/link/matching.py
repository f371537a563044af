"""Which case a call or a form is about: by its id, by its job, else by who the customer is and when."""

from datetime import timedelta

import polars as pl

from metrics.populations.population import SHARED_IDENTITY as SHARED

# A call may precede the case it opens by a day and follow it by a month.
_CASE_OPENS_AFTER, _CASE_OPENED_BEFORE = timedelta(days=1), timedelta(days=30)
REACH = max(_CASE_OPENS_AFTER, _CASE_OPENED_BEFORE)
_SURE, _LIKELY, _DOUBTFUL, _NONE = 1.0, 0.9, 0.6, 0.0

CHILD = ("key", "at", "case_id", "job_id", "customer_id", "identity_key")
CASE = ("case_id", "case_month", "customer_id", "identity_key", "created_at")


def match(children: pl.DataFrame, cases: pl.DataFrame, jobs: pl.DataFrame) -> pl.DataFrame:
    """Return `key, case_id, case_month, method, confidence` for each child that belongs to a case.

    A child whose number several customers use gets the method "shared_identity" and no case.
    `children` has the columns `CHILD`, `cases` the columns `CASE`, `jobs` job_id and case_id. Where several cases of
    one customer are open at the time, the nearest is taken and the confidence is lower.
    """
    by_id = _by_id(children, cases)
    rest = children.join(by_id, on="key", how="anti")
    by_job = _by_id(rest.drop("case_id").join(jobs, on="job_id", how="inner"), cases, method="job")
    rest = rest.join(by_job, on="key", how="anti")
    # A case id that no case has is the source's own claim: guessing another case would hide its mistake.
    guessable = rest.filter(pl.col("case_id").is_null())
    by_customer = _by_identity(guessable, cases, "customer_id", "customer_time")
    rest = guessable.join(by_customer, on="key", how="anti")
    return pl.concat([by_id, by_job, by_customer, _by_identity(rest, cases, "identity_key", "identity_time")])


def _by_id(children: pl.DataFrame, cases: pl.DataFrame, method: str = "id") -> pl.DataFrame:
    found = children.select("key", "case_id").join(cases.select("case_id", "case_month"), on="case_id", how="inner")
    return found.unique("key").select("key", "case_id", "case_month", method=pl.lit(method), confidence=pl.lit(_SURE))


def _by_identity(children: pl.DataFrame, cases: pl.DataFrame, identity: str, method: str) -> pl.DataFrame:
    candidates = children.select("key", "at", identity, caller="customer_id").join(
        cases.select("case_id", "case_month", "created_at", identity, customer="customer_id"), on=identity, how="inner"
    )
    # Somebody who is known by name is nobody else, whose number it may be.
    candidates = candidates.filter(pl.col("caller").eq(pl.col("customer")).fill_null(value=True))
    age = pl.col("at") - pl.col("created_at")
    in_time = candidates.filter(age.is_between(-_CASE_OPENS_AFTER, _CASE_OPENED_BEFORE))
    counted = in_time.with_columns(
        _age=age.abs(), _choices=pl.len().over("key"), _customers=pl.col("customer").drop_nulls().n_unique().over("key")
    )
    nearest = counted.sort("_age", "case_id").unique("key", keep="first", maintain_order=True)
    # A switchboard's number says nothing of which of its people called.
    own = pl.col("_customers") <= 1
    return nearest.select(
        "key",
        case_id=pl.when(own).then("case_id"),
        case_month=pl.when(own).then("case_month"),
        method=pl.when(own).then(pl.lit(method)).otherwise(pl.lit(SHARED)),
        confidence=pl.when(~own).then(_NONE).when(pl.col("_choices") == 1).then(_LIKELY).otherwise(_DOUBTFUL),
    )
