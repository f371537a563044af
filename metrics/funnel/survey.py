"""The satisfaction survey as a sample of the completed cases: who was asked, who answered, who was satisfied.

It stands apart from the funnel: who stays silent is not lost.
"""

from collections.abc import Sequence

import polars as pl

from metrics.funnel.shares import ratio, with_share

# What the survey reads of a feedback form as KPIs see it.
FORM = pl.Schema(
    {
        "key": pl.String(),
        "linked_case": pl.String(),
        "source_kind": pl.String(),
        "received_at": pl.Datetime("us", "UTC"),
        "verified": pl.String(),
        "graded_items": pl.Int64(),
        "score": pl.Int64(),
        "csat": pl.Int64(),
    }
)
# A call-back is a second sample of the same work, and kinder; it is never pooled with what customers wrote.
_SECOND_SAMPLE = "callback"
_TOP_TWO = 4


def answers(forms: pl.LazyFrame, sampled: pl.LazyFrame) -> pl.LazyFrame:
    """Return, per case with a form or in `sampled`, whether it was asked, has answered, and was satisfied.

    `forms` are feedback forms as KPIs see them, `sampled` holds the `case_id` of each entry into the survey's stage,
    which says that the case was asked. Satisfied is a 4 or 5 of 5 (the top two boxes) or, where no such figure was
    given, items graded B or better on average (A = 2, B = 1). An answer that its verification rejected is none. Where a
    case has several forms, the latest answer counts.
    """
    returned = pl.col("received_at").is_not_null() & (pl.col("verified").fill_null("") != "rejected")
    answered = returned & (pl.col("csat").is_not_null() | (pl.col("graded_items") > 0))
    satisfied = pl.coalesce(pl.col("csat") >= _TOP_TWO, pl.col("score") >= pl.col("graded_items"))
    own = forms.filter(pl.col("linked_case").is_not_null(), pl.col("source_kind").fill_null("") != _SECOND_SAMPLE)
    told = own.with_columns(answered=answered, satisfied=pl.when(answered).then(satisfied), case_id="linked_case")
    return (
        pl.concat([sampled.select("case_id"), told.sort("received_at", "key")], how="diagonal")
        .group_by("case_id", maintain_order=True)
        .agg(pl.col("answered").any(), satisfied=pl.col("satisfied").drop_nulls().last())
        .with_columns(asked=pl.lit(value=True))
    )


def survey(completed: pl.LazyFrame, told: pl.LazyFrame, by: Sequence[str] = ()) -> pl.DataFrame:
    """Return how many completed cases were asked, have answered and were satisfied, per group of `by`.

    `coverage` is asked / completed, `response` answered / asked, `value` satisfied / answered with its interval.
    """
    said = [pl.col(name).fill_null(value=False).sum().cast(pl.Int64) for name in ("asked", "answered", "satisfied")]
    counts = [pl.len().cast(pl.Int64).alias("completed"), *said]
    sample = completed.join(told, on="case_id", how="left")
    rows = (sample.group_by(by).agg(counts).sort(by) if by else sample.select(counts)).collect()
    coverage, response = (
        ratio(pl.col(part), pl.col(of)) for part, of in (("asked", "completed"), ("answered", "asked"))
    )
    return with_share(rows.with_columns(coverage=coverage, response=response), "satisfied", "answered")
