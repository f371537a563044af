"""How severe complaints are: what each grade weighs."""

import polars as pl

# The product's own proposal, not a measurement.
WEIGHTS = {"minor": 1.0, "general": 2.0, "major": 5.0, "critical": 10.0}
LIGHTEST, HEAVIEST = min(WEIGHTS.values()), max(WEIGHTS.values())


def weight_of(severity: pl.Expr) -> pl.Expr:
    """Return what a complaint weighs; null where nobody graded it."""
    return severity.replace_strict(WEIGHTS, default=None, return_dtype=pl.Float64)
