"""Mix and rate: how much of a change comes from the parts' own values, and how much from their shares of the whole.

K = Σ w·r over segments. Symmetric split (Kitagawa 1955; Das Gupta 1993), without a residual:
rate = (r1 − r0)·(w0 + w1)/2 and mix = (w1 − w0)·((r0 + r1)/2 − (K0 + K1)/2).
Subtracting the overall mean leaves the sum as it is, for the shares always add up to 1, and makes a growing segment
that is below average count as negative. A segment without a value in one of the periods has no rate of its own to
change: all of it is mix.
"""

from collections.abc import Sequence

import polars as pl

BOTH, NEW, GONE = "both", "new", "gone"


def split(before: pl.DataFrame, now: pl.DataFrame, by: Sequence[str]) -> pl.DataFrame:
    """Return one row per segment with its mix, its rate and their sum, the contribution.

    `before` and `now` hold one row per segment: the columns `by`, `numerator` and `denominator`, whose sums divided
    give the values K0 and K1; contributions add up to K1 − K0. Columns: `by`, share_before, share_now, value_before,
    value_now, mix, rate, contribution, presence ("both", "new", "gone").
    """
    numbers = ["numerator", "denominator"]
    parts = before.select(*by, *numbers).join(
        now.select(*by, *numbers), on=list(by), how="full", suffix="_now", coalesce=True, nulls_equal=True
    )
    filled = parts.with_columns(pl.exclude(by).fill_null(0.0))
    there = filled.filter(
        pl.any_horizontal(pl.col("denominator", "denominator_now", "numerator", "numerator_now") != 0)
    )
    return _measured(there).select(
        *by, "share_before", "share_now", "value_before", "value_now", "mix", "rate", "contribution", "presence"
    )


def _measured(parts: pl.DataFrame) -> pl.DataFrame:
    n0, n1, d0, d1 = (pl.col(name) for name in ("numerator", "numerator_now", "denominator", "denominator_now"))
    # What a segment adds to the whole is defined even where it has events without exposure, and so no value.
    added = n1 / d1.sum() - n0 / d0.sum()
    around = (n0.sum() / d0.sum() + n1.sum() / d1.sum()) / 2
    shares = parts.with_columns(
        share_before=d0 / d0.sum(),
        share_now=d1 / d1.sum(),
        value_before=pl.when(d0 > 0).then(n0 / d0),
        value_now=pl.when(d1 > 0).then(n1 / d1),
        contribution=added - around * (d1 / d1.sum() - d0 / d0.sum()),
    )
    own = (pl.col("value_now") - pl.col("value_before")) * (pl.col("share_before") + pl.col("share_now")) / 2
    return shares.with_columns(
        rate=own.fill_null(0.0),
        presence=pl.when(d0 == 0).then(pl.lit(NEW)).when(d1 == 0).then(pl.lit(GONE)).otherwise(pl.lit(BOTH)),
    ).with_columns(mix=pl.col("contribution") - pl.col("rate"))
