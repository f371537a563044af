"""How much of the mix comes from what was judged: the sample may change its make-up though the rows do not.

A segment's share of the counted rows is w = a·c: a its share of all rows, counted or not, and c how much of it is
counted beside how much of the whole is. So w1 − w0 = (a1 − a0)(c0 + c1)/2 + (c1 − c0)(a0 + a1)/2 without a residual
(Das Gupta 1993); the second part, times what the segment is better than the whole, is the sample's part of its mix.
"""

from collections.abc import Sequence

import polars as pl

_ROWS = pl.sum_horizontal("n", "immature", "excluded").cast(pl.Float64)


def sampled(segments: pl.DataFrame, before: pl.DataFrame, now: pl.DataFrame, by: Sequence[str]) -> pl.Series:
    """Return, per segment of a split, the part of its mix that comes from how much of it was counted.

    `before` and `now` are readings per segment with `n`, `immature` and `excluded`. Where nothing of a segment is there
    in a period, how much of it is counted is taken as in the other: a segment that appears is no change of sample.
    """
    both = segments
    for period, readings in (("before", before), ("now", now)):
        shares = readings.select(*by, (_ROWS / _ROWS.sum()).alias(f"of_rows_{period}"))
        both = both.join(shares, on=list(by), how="left", nulls_equal=True, maintain_order="left")
    a0, a1 = (pl.col(f"of_rows_{period}").fill_null(0.0) for period in ("before", "now"))
    c0, c1 = (pl.when(a > 0).then(pl.col(w) / a) for a, w in ((a0, "share_before"), (a1, "share_now")))
    shift = (c1 - c0).fill_null(0.0) * (a0 + a1) / 2
    values = [pl.coalesce(*pair) for pair in (("value_before", "value_now"), ("value_now", "value_before"))]
    whole = [(pl.col(f"share_{period}") * pl.col(f"value_{period}")).sum() for period in ("before", "now")]
    better = (pl.sum_horizontal(values) - pl.sum_horizontal(whole)) / 2
    return both.select((shift * better).alias("sample")).to_series()
