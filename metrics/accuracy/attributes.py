"""What an audit looks at: attributes in four classes of error, and the group that is the answer itself."""

import polars as pl

CLASSES = ("customer_critical", "business_critical", "compliance_critical", "non_critical")
ANSWER = "answer"
GROUPS = (ANSWER, *CLASSES)

# An attribute is about the answer where its code says so, such as "answer_correct" or "答复完整".
_ABOUT_THE_ANSWER = r"(?i)^answer|^答复"


def belongs(group: str) -> pl.Expr:
    """Return whether a rating belongs to a class of error, or is a customer-critical one about the answer."""
    if group != ANSWER:
        return pl.col("error_class") == group
    return (pl.col("error_class") == "customer_critical") & pl.col("attribute_code").str.contains(_ABOUT_THE_ANSWER)


def judged() -> pl.Expr:
    """Return whether a rating says pass or fail; one that is not applicable judges nothing."""
    return pl.col("result").is_in(["pass", "fail"])


def per_audit(ratings: pl.LazyFrame) -> pl.LazyFrame:
    """Return per audit how many attributes were judged, and per group `<group>_judged` and `<group>_failed`."""
    counts = {"judged": judged()} | {f"{group}_judged": judged() & belongs(group) for group in GROUPS}
    counts |= {f"{group}_failed": (pl.col("result") == "fail") & belongs(group) for group in GROUPS}
    sums = {name: holds.fill_null(value=False).sum().cast(pl.Int64) for name, holds in counts.items()}
    return ratings.group_by("audit_id").agg(**sums)


def counts() -> pl.Schema:
    """Return the columns of `per_audit`, without the audit."""
    names = ("judged", *(f"{group}_{what}" for what in ("judged", "failed") for group in GROUPS))
    return pl.Schema(dict.fromkeys(names, pl.Int64()))
