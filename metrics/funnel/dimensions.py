"""By what a funnel can be sliced: the dimensions of cases, who owns them, the month they entered, who moved them on."""

from collections.abc import Collection

import polars as pl

from metrics.funnel.flags import TOLD
from metrics.populations import POPULATIONS
from metrics.populations.population import dimension
from metrics.promises import NOT_SERVED

_CASES = POPULATIONS["cases"].all_dimensions
# A cancelled case is a loss with its reason; cases that were never to be served do not belong to the funnel.
_NOT_OURS = tuple(rule for rule in NOT_SERVED if rule.reason != "cancelled")

# What cases bring, and everything that may be asked for.
OF_CASES = ("region", *_CASES, "owner")
DIMENSIONS = ("month", *OF_CASES, *TOLD)


def case_dimensions(rows: pl.LazyFrame, needed: Collection[str]) -> pl.LazyFrame:
    """Return, per case, the dimensions in `needed` and why it does not belong to a funnel (`left_out`, else null).

    `rows` are cases as KPIs see them, with their region.
    """
    reasons = [pl.when(rule.when.fill_null(value=False)).then(pl.lit(rule.reason)) for rule in _NOT_OURS]
    rows = rows.with_columns(owner=dimension("owner_id"), left_out=pl.coalesce(reasons))
    return rows.select("case_id", "left_out", *(name for name in OF_CASES if name in needed))
