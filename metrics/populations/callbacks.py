"""Call-backs, as KPIs see them: one row per form, beside the one that the customer gave himself for the same work."""

from collections.abc import Callable
from datetime import timedelta

import polars as pl

from metrics.contract import UTC
from metrics.populations.forms import ITEMS, item_points
from metrics.populations.population import Facts, Population, dimension, with_case, with_category
from metrics.text import Text

_REACH = timedelta(days=56)

_COLUMNS = pl.Schema(
    {
        "received_at": UTC,
        "form": pl.String(),
        **dict.fromkeys(ITEMS, pl.String()),
        **{f"form_{item}": pl.String() for item in ITEMS},
        "compared_items": pl.Int64(),
        "different_items": pl.Int64(),
        "kinder_by": pl.Int64(),
    }
)


def _build(facts: Facts) -> pl.LazyFrame:
    forms = with_case(facts["feedback_forms"], facts, "feedback_forms", "form_id")
    forms = with_category(forms.rename({"case_reason": "reason_code"}), facts).with_columns(subject=_subject())
    is_callback = (pl.col("source_kind") == "callback").fill_null(value=False)
    calls, given = forms.filter(is_callback), forms.filter(~is_callback & pl.col("received_at").is_not_null())
    rows = calls.join(_pairs(calls, given), on="form_id", how="left")
    return rows.with_columns(compared_items=_number(_both), different_items=_number(_differs)).with_columns(
        key="form_id",
        origin="month",
        unit=pl.coalesce("org_unit_id", "case_unit", pl.lit("unknown")),
        channel=dimension("source_kind"),
        customer_group=dimension("case_group"),
        kinder_by=pl.when(pl.col("compared_items") > 0).then(_points_more()),
    )


def _subject() -> pl.Expr:
    """Return what was graded: the job, else the case; two forms without either have nothing in common."""
    return pl.coalesce(pl.concat_str(pl.lit("job "), "job_id"), pl.concat_str(pl.lit("case "), "linked_case"))


def _pairs(calls: pl.LazyFrame, given: pl.LazyFrame) -> pl.LazyFrame:
    """Return per call-back the nearest form about the same work, with its grades as they were before any correction."""
    grades = {f"form_{item}": pl.coalesce(f"original_{item}", item) for item in ITEMS}
    forms = given.select("subject", form="form_id", given_at="received_at", **grades)
    candidates = calls.select("form_id", "subject", "received_at").join(forms, on="subject", how="inner")
    apart = (pl.col("received_at") - pl.col("given_at")).abs()
    nearest = (
        candidates.filter(apart <= _REACH).sort(apart, "form").unique("form_id", keep="first", maintain_order=True)
    )
    return nearest.select("form_id", "form", *grades)


def _both(item: str) -> pl.Expr:
    return pl.col(item).is_not_null() & pl.col(f"form_{item}").is_not_null()


def _differs(item: str) -> pl.Expr:
    return _both(item) & (pl.col(item) != pl.col(f"form_{item}"))


def _points_more() -> pl.Expr:
    """Return how many points more the customer gave on the phone, over the items graded both ways."""
    return pl.sum_horizontal(item_points(item) - item_points(f"form_{item}") for item in ITEMS)


def _number(holds: Callable[[str], pl.Expr]) -> pl.Expr:
    return pl.sum_horizontal(holds(item).fill_null(value=False).cast(pl.Int64) for item in ITEMS)


POPULATION = Population(
    name="callbacks",
    row=Text("一次电话回访", "one call-back"),
    table="feedback_forms",
    margin=_REACH,
    columns=_COLUMNS,
    build=_build,
    shown=("form_id", "job_id", "linked_case", *_COLUMNS, "verified_by"),
)
