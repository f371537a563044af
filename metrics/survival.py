"""Time until something happens when some rows are still waiting: Kaplan–Meier curves and their quantiles.

Rows that have not had the event are censored: known to take at least this long. Dropping them would make a bad week
look good. A row that was cancelled is censored only if the cancellation has nothing to do with the event; else it
competes with it, and the share of events is a cumulative incidence, not one minus a Kaplan–Meier curve.
"""

from collections.abc import Sequence
from enum import StrEnum

import polars as pl

from metrics.errors import MetricsError
from metrics.intervals import Z

# Curves are products of fractions: 0.5 may come out as 0.5000000000000001, and no quantile must wait for the next step.
TOLERANCE = 1e-9

LIFE_TABLE = ("events", "competing", "censored")


class Ending(StrEnum):
    """What the time of a row ends with."""

    EVENT = "event"
    COMPETING = "competing"
    CENSORED = "censored"


class CompetingRiskError(MetricsError):
    """A Kaplan–Meier curve was asked of rows that ended by a competing risk."""

    def __init__(self, rows: int) -> None:
        """Say how many rows and what can be done."""
        super().__init__(
            f"{rows} rows ended by a competing risk, which a Kaplan–Meier curve would take for waiting. Ask for the "
            f"cumulative incidence, or mark them as censored if their ending is unrelated to the event."
        )


def life_table(rows: pl.LazyFrame, by: Sequence[str] = ()) -> pl.DataFrame:
    """Return, per group of `by` and `duration`, how many rows had each `ending`: counts that may be summed."""
    counts = {name: (pl.col("ending") == ending).sum().cast(pl.Int64) for name, ending in _COUNTED.items()}
    return rows.group_by([*by, "duration"]).agg(**counts).sort([*by, "duration"]).collect()


_COUNTED = {"events": Ending.EVENT, "competing": Ending.COMPETING, "censored": Ending.CENSORED}


def kaplan_meier(table: pl.DataFrame, by: Sequence[str] = ()) -> pl.DataFrame:
    """Return the share still without the event after each duration of a life table, per group of `by`.

    Formula: S(t) = Π (1 − dᵢ/nᵢ) over the event times up to t (Kaplan & Meier 1958); `low` and `high` from Greenwood's
    variance on the log(−log) scale, null where S is 0 or 1 and the scale has no value. Rows that are censored at t
    still count as at risk at t.
    """
    if competing := table["competing"].sum():
        raise CompetingRiskError(int(competing))
    at_risk, events = pl.col("at_risk"), pl.col("events")
    spread = (pl.col("_greenwood").sqrt() / pl.col("survival").log().abs() * Z).exp()
    inside = (pl.col("survival") < 1) & (pl.col("survival") > TOLERANCE)
    return (
        _at_risk(table, by)
        .with_columns(
            survival=_within(((at_risk - events) / at_risk).cum_prod(), by),
            _greenwood=_within((events / (at_risk * (at_risk - events))).cum_sum(), by),
        )
        .with_columns(
            low=pl.when(inside).then(pl.col("survival") ** spread),
            high=pl.when(inside).then(pl.col("survival") ** (1 / spread)),
        )
        .select(*by, "duration", "at_risk", "events", "censored", "survival", "low", "high")
    )


def cumulative_incidence(table: pl.DataFrame, by: Sequence[str] = ()) -> pl.DataFrame:
    """Return the share that has had the event by each duration while other endings compete (Aalen & Johansen 1978).

    Formula: F(t) = Σ S(tᵢ₋₁) · dᵢ/nᵢ, where S falls with every ending of either kind.
    """
    at_risk, ended = pl.col("at_risk"), pl.col("events") + pl.col("competing")
    survival = _within(((at_risk - ended) / at_risk).cum_prod(), by)
    before = _within(pl.col("_survival").shift(1, fill_value=1.0), by)
    return (
        _at_risk(table, by)
        .with_columns(_survival=survival)
        .with_columns(_share=before * pl.col("events") / at_risk)
        .with_columns(incidence=_within(pl.col("_share").cum_sum(), by))
        .select(*by, "duration", "at_risk", "events", "competing", "censored", "incidence")
    )


def quantile(curve: pl.DataFrame, q: float, by: Sequence[str] = ()) -> pl.DataFrame:
    """Return the duration by which the share `q` has had the event, with its 95 % interval, per group of `by`.

    It is the first duration with S ≤ 1 − q, and the first with each bound of S ≤ 1 − q (Brookmeyer & Crowley 1982);
    null where the curve does not fall that far: more than that is not known yet.
    """
    named = {"value": "survival", "low": "low", "high": "high"}
    first = {name: pl.col("duration").filter(pl.col(of) <= 1 - q + TOLERANCE).min() for name, of in named.items()}
    return curve.group_by(list(by)).agg(**first).sort(list(by)) if by else curve.select(**first)


def share_by(curve: pl.DataFrame, moments: pl.Series, by: Sequence[str] = ()) -> pl.DataFrame:
    """Return the share that has had the event by each of `moments`, with its interval, per group of `by`.

    Null after the longest duration that was watched, unless all have had it: nobody has waited that long yet.
    """
    asked = moments.to_frame("duration").lazy()
    groups = curve.lazy().select(by).unique() if by else pl.LazyFrame({"_all": [0]})
    watched = curve.lazy().group_by(list(by) or pl.lit(0).alias("_all")).agg(_longest=pl.col("duration").max())
    grid = groups.join(asked, how="cross").join(watched, on=list(by) or "_all").sort("duration")
    found = grid.join_asof(curve.lazy().sort("duration"), on="duration", by=list(by) or None, check_sortedness=False)
    known = (pl.col("duration") <= pl.col("_longest")) | (pl.col("survival") < TOLERANCE)
    return (
        found.with_columns(share=pl.when(known).then(1 - pl.col("survival").fill_null(1.0)))
        .with_columns(_low=pl.when(known).then(1 - pl.col("high")), high=pl.when(known).then(1 - pl.col("low")))
        .select(*by, "duration", "share", low="_low", high="high")
        .sort(*by, "duration")
        .collect()
    )


def _at_risk(table: pl.DataFrame, by: Sequence[str]) -> pl.DataFrame:
    """Return the life table in order, with how many rows were still waiting just before each duration."""
    leaving = pl.sum_horizontal(LIFE_TABLE)
    return table.sort(*by, "duration").with_columns(at_risk=_within(leaving.cum_sum(reverse=True), by))


def _within(expression: pl.Expr, by: Sequence[str]) -> pl.Expr:
    return expression.over(by) if by else expression
