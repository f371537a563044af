"""The rows behind a statement: each form or complaint of the month, counted or why not, contradictions on top."""

from typing import Final

import polars as pl

from metrics.complaints.counting import NOT_COUNTED
from metrics.engine import COUNTED
from metrics.item_scores import UNVERIFIED
from metrics.populations.forms import ITEMS
from metrics.registry import kpi
from metrics.rewards import complaint_counting, standing
from metrics.rewards.complaint_policy import ComplaintPolicy
from metrics.rewards.policy import PartialForms, SatisfactionPolicy
from metrics.text import Text

_LINEAGE: Final = ("source", "source_file", "source_row")
FORM_COLUMNS: Final = (
    "form_id", "status", "score", "complaint", "received_at", "sent_at", "source_kind", *ITEMS,
    *(f"original_{item}" for item in ITEMS), "verified", "verified_by", "verified_at", "job_id", "linked_case",
    "method", "confidence", "comment", *_LINEAGE,
)  # fmt: skip
COMPLAINT_COLUMNS: Final = (
    "complaint_id", "status", "weight", "severity", "channel", "received_at", "verified", "verified_at", "attribution",
    "upheld", "topic", "case_id", "duplicate_of", "withdrawn", "description", *_LINEAGE,
)  # fmt: skip


def form_reasons() -> dict[str, Text]:
    """Return every status that a form may have in the evidence, in words."""
    said = {**kpi("satisfaction_score").reasons, UNVERIFIED.reason: UNVERIFIED.text, **standing.REASONS}
    return {**said, "undated": Text("没有时间", "it has no time")}


def complaint_reasons() -> dict[str, Text]:
    """Return every status that a complaint may have in the evidence, in words."""
    return {COUNTED: standing.REASONS[COUNTED], **complaint_counting.REASONS}


def form_rows(flagged: pl.LazyFrame, policy: SatisfactionPolicy, complained: pl.DataFrame) -> pl.LazyFrame:
    """Return flagged forms as evidence under a policy: `status`, the exact `score` of those that count, `complaint`.

    `complaint` names those about the same case, as `by_case` has them.
    """
    status = standing.standing(policy)
    score = pl.when(pl.col("status") == COUNTED).then(_exact_score(policy))
    # Few cases are complained of: looking each up moves one column, where a join would move them all.
    named = pl.col("linked_case").replace_strict(complained["case_id"], complained["complaint"], default=None)
    rows = flagged.with_columns(status=status, complaint=named).with_columns(score=score)
    return rows.select("unit", "month", *FORM_COLUMNS)


def in_order(form_evidence: pl.LazyFrame) -> pl.LazyFrame:
    """Return forms in the order in which a reader opens them: first those whose case was also complained of.

    What the customer graded and what he complained about may contradict each other. Then those that count.
    """
    first = pl.col("complaint").is_null(), pl.col("status") != COUNTED, pl.col("status"), pl.col("form_id")
    return form_evidence.sort(*first)


def by_case(complaints: pl.LazyFrame) -> pl.DataFrame:
    """Return the complaints about each `case_id` that somebody meant: neither entered twice nor withdrawn."""
    unmeant = pl.any_horizontal(rule.when.fill_null(value=False) for rule in NOT_COUNTED)
    meant = complaints.filter(~unmeant & pl.col("case_id").is_not_null())
    return meant.group_by("case_id").agg(complaint=pl.col("complaint_id").sort().str.join("; ")).collect()


def complaint_rows(dated: pl.DataFrame, policy: ComplaintPolicy) -> pl.DataFrame:
    """Return dated complaints as evidence under a policy: those that count first, in the order in which they count."""
    counting = complaint_counting.standing(policy)
    weight = pl.when(pl.col("status") == COUNTED).then(complaint_counting.weight(policy))
    rows = dated.with_columns(status=counting).with_columns(weight=weight)
    ordered = rows.sort(pl.col("status") != COUNTED, "status", "counts_at", "complaint_id")
    return ordered.select("unit", "month", *COMPLAINT_COLUMNS)


def _exact_score(policy: SatisfactionPolicy) -> pl.Expr:
    """Return the score as it is added: a whole number, or a fraction where a partial form is scaled up."""
    if policy.partial_form is PartialForms.DROP:
        return standing.raw_score(policy).cast(pl.String)
    scaled, graded = standing.raw_score(policy) * sum(policy.item_weights), standing.graded_weight(policy)
    fraction = pl.concat_str(scaled, pl.lit("/"), graded)
    return pl.when(scaled % graded == 0).then((scaled // graded).cast(pl.String)).otherwise(fraction)
