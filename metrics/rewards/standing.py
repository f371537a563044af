"""Which forms a policy counts, and what each scores: the satisfaction KPIs' own flags, read by the policy's settings.

A form stands where the KPI `satisfaction_score` puts it. Only two of its reasons can a policy overrule: a form that
nobody verified counts where unverified forms do, and one with a blank item where it is prorated or the item is not
asked for.
"""

from typing import Final

import polars as pl

from metrics.engine import COUNTED
from metrics.rewards.policy import PartialForms, SatisfactionPolicy
from metrics.text import Text

UNVERIFIED, PARTIAL, BLANK, REJECTED = "unverified", "partial", "blank", "rejected"
# The column that holds where the KPI `satisfaction_score_unverified` puts a form.
AS_UNVERIFIED: Final = "status_unverified"
REASONS: Final = {
    COUNTED: Text("计入", "counted"),
    BLANK: Text("一项也未填", "no item was graded"),
}


def standing(policy: SatisfactionPolicy) -> pl.Expr:
    """Return why each form is not counted, or "counted", from the columns `status` and `status_unverified`."""
    status = pl.col("status")
    if not policy.only_verified:
        status = pl.when(status == UNVERIFIED).then(pl.col(AS_UNVERIFIED)).otherwise(status)
    return pl.when(status == PARTIAL).then(_partial(policy)).otherwise(status)


def would_stand(policy: SatisfactionPolicy) -> pl.Expr:
    """Return the same for every form that came back, verified or not."""
    status = pl.when(pl.col("status") == UNVERIFIED).then(pl.col(AS_UNVERIFIED)).otherwise("status")
    return pl.when(status == PARTIAL).then(_partial(policy)).otherwise(status)


def is_verified() -> pl.Expr:
    """Return whether a form came back and its verification found it true, or corrected it."""
    return pl.col("status").is_in([COUNTED, PARTIAL])


def raw_score(policy: SatisfactionPolicy) -> pl.Expr:
    """Return the weighted points of the items that were graded; a blank item adds nothing."""
    return pl.sum_horizontal(_points(policy, item) * weight for item, weight in _weighted(policy))


def graded_weight(policy: SatisfactionPolicy) -> pl.Expr:
    """Return the weights of the graded items: a form's score is `raw_score` × all weights / this."""
    graded = (pl.col(item).is_not_null().cast(pl.Int64) * weight for item, weight in _weighted(policy))
    return pl.sum_horizontal(graded)


def bears_only(policy: SatisfactionPolicy, points: int) -> pl.Expr:
    """Return whether every grade on a form scores `points`; a blank item says nothing."""
    return pl.all_horizontal((_points(policy, item) == points).fill_null(value=True) for item in policy.items)


def _partial(policy: SatisfactionPolicy) -> pl.Expr:
    present = [pl.col(item).is_not_null() for item in policy.items]
    complete, blank = pl.all_horizontal(present), ~pl.any_horizontal(present)
    counts = complete if policy.partial_form is PartialForms.DROP else ~blank
    return pl.when(counts).then(pl.lit(COUNTED)).when(blank).then(pl.lit(BLANK)).otherwise(pl.lit(PARTIAL))


def _points(policy: SatisfactionPolicy, item: str) -> pl.Expr:
    return pl.col(item).replace_strict(policy.scores, default=None, return_dtype=pl.Int64)


def _weighted(policy: SatisfactionPolicy) -> list[tuple[str, int]]:
    return list(zip(policy.items, policy.item_weights, strict=True))
