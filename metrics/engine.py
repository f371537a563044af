"""From rows to readings: flag each row, add up its parts, divide last.

Flags, parts and evidence come from the same frame, so a figure and the rows behind it cannot disagree.
"""

from collections.abc import Sequence

import polars as pl

from metrics.calendar import BusinessCalendar
from metrics.intervals import fay_feuer, garwood, student, wilson
from metrics.model import Kpi, Mean, Moment, Quantile, Rate, Share
from metrics.percentiles import MICROSECONDS, WAITS, percentiles, waiting, waits, with_waits

COUNTED = "counted"
IMMATURE = "immature"
UNDATED = "undated"

PARTS = pl.Schema(
    {
        "n": pl.Int64,
        "total": pl.Float64,
        "squares": pl.Float64,
        "exposure": pl.Float64,
        "immature": pl.Int64,
        "excluded": pl.Int64,
    }
)
# What flagged rows contribute to the parts; under a Quantile also their durations.
CONTRIBUTION = r"^_(counted|value|exposure|waited|observed)$"


def flag(kpi: Kpi, population: pl.LazyFrame, moment: Moment, calendar: BusinessCalendar) -> pl.LazyFrame:
    """Return the population with each row's `month`, `day`, `status` and its additive contribution.

    `status` is "counted", "immature", "undated" or the reason the row is left out for.
    """
    dated = population.with_columns(
        as_of=pl.lit(moment.as_of), data_from=pl.lit(moment.data_from, dtype=pl.Datetime("us", "UTC"))
    ).with_columns(_at=kpi.at)
    return (
        dated.with_columns(
            month=calendar.month(pl.col("_at")).fill_null(pl.lit(UNDATED)),
            day=calendar.day(pl.col("_at")),
            status=_status(kpi),
        )
        .with_columns(_counted=pl.col("status") == COUNTED)
        .with_columns(**_contribution(kpi))
        .drop("as_of", "data_from")
    )


def _status(kpi: Kpi) -> pl.Expr:
    """Return why each row is not counted: the first rule that holds gives the reason."""
    rules = [
        (pl.col("_at").is_null(), UNDATED),
        *((rule.when, rule.reason) for rule in kpi.left_out),
        (kpi.immature, IMMATURE),
    ]
    reasons = [pl.when(holds.fill_null(value=False)).then(pl.lit(reason)) for holds, reason in rules]
    return pl.coalesce(*reasons, pl.lit(COUNTED))


def _contribution(kpi: Kpi) -> dict[str, pl.Expr]:
    counted, nothing = pl.col("_counted"), pl.lit(0.0)
    match kpi.measure:
        case Share(hit=hit):
            value, exposure = hit.fill_null(value=False).cast(pl.Float64), nothing
        case Mean(value=mean):
            value, exposure = mean.cast(pl.Float64), nothing
        case Rate(count=count, exposure=at_risk):
            value, exposure = count.cast(pl.Float64), at_risk.cast(pl.Float64)
        case Quantile(value=waited, observed=observed):
            value, exposure = waited.dt.total_microseconds() / MICROSECONDS, observed.cast(pl.Float64)
    return {
        "_value": pl.when(counted).then(value),
        "_exposure": pl.when(counted).then(exposure).otherwise(nothing),
        **(waiting(kpi.measure) if isinstance(kpi.measure, Quantile) else {}),
    }


def parts(flagged: pl.LazyFrame, by: Sequence[str]) -> pl.LazyFrame:
    """Return the additive parts of flagged rows per group of `by`: they may be summed over anything."""
    counted, immature = pl.col("_counted"), pl.col("status") == IMMATURE
    summed = flagged.group_by(list(by) or pl.lit(0).alias("_all")).agg(
        n=counted.sum().cast(pl.Int64),
        total=pl.col("_value").sum(),
        squares=(pl.col("_value") ** 2).sum(),
        exposure=pl.col("_exposure").sum(),
        immature=immature.sum().cast(pl.Int64),
        excluded=(~counted & ~immature).sum().cast(pl.Int64),
        **waits(flagged),
    )
    return with_waits(summed)


def add_up(parts: pl.LazyFrame, by: Sequence[str]) -> pl.DataFrame:
    """Return the parts summed to the groups of `by`; one row of zeros where nothing is there to sum."""
    sums = [pl.col(name).sum() for name in PARTS]
    held = parts.collect_schema()
    lists = [pl.col(name).explode().drop_nulls() for name in WAITS if name in held]
    if not by:
        return parts.select(*sums, *(each.implode() for each in lists)).collect()
    return parts.group_by(list(by)).agg(*sums, *lists).sort(list(by)).collect()


def readings(kpi: Kpi, summed: pl.DataFrame) -> pl.DataFrame:
    """Return value, interval, numerator and denominator beside each row of summed parts.

    `value` is null where there is nothing to divide by: no data is not zero. `method` says how a percentile was found.
    """
    if isinstance(kpi.measure, Quantile):
        return _named(kpi, _with_percentiles(kpi.measure, summed))
    denominator = pl.col("exposure") if isinstance(kpi.measure, Rate) else pl.col("n").cast(pl.Float64)
    scale = kpi.measure.per if isinstance(kpi.measure, Rate) else 1
    low, high = _interval(kpi, summed)
    read = summed.with_columns(
        numerator=pl.when(pl.col("n") > 0).then(pl.col("total")).otherwise(0.0),
        denominator=denominator,
        value=pl.when(denominator > 0).then(pl.col("total") * scale / denominator),
        low=pl.Series(low * scale, dtype=pl.Float64).fill_nan(None),
        high=pl.Series(high * scale, dtype=pl.Float64).fill_nan(None),
        method=pl.lit(None, pl.String),
    )
    return _named(kpi, read)


def _named(kpi: Kpi, read: pl.DataFrame) -> pl.DataFrame:
    named = read.with_columns(kpi=pl.lit(kpi.key), unit_of_measure=pl.lit(kpi.unit.value))
    return named.drop(WAITS.names(), strict=False)


def _with_percentiles(measure: Quantile, summed: pl.DataFrame) -> pl.DataFrame:
    """Return summed parts with their percentile; numerator and denominator say how many of how many have ended."""
    held = with_waits(summed.lazy()).collect()
    ended = {"numerator": pl.col("exposure"), "denominator": pl.col("n").cast(pl.Float64)}
    return held.with_columns(**ended).hstack(percentiles(held, measure.q))


def _interval(kpi: Kpi, summed: pl.DataFrame) -> tuple[pl.Series, pl.Series]:
    match kpi.measure:
        case Share():
            bounds = wilson(summed["total"], summed["n"])
        case Mean(bounds=(least, most)):
            low, high = student(summed["total"], summed["squares"], summed["n"])
            bounds = (low.clip(min=least), high.clip(max=most))
        case Rate(heaviest=heaviest) as rate if rate.is_weighed:
            bounds = fay_feuer(summed["total"], summed["squares"], summed["exposure"], heaviest)
        case _:
            bounds = garwood(summed["total"], summed["exposure"])
    return pl.Series(bounds[0]), pl.Series(bounds[1])
