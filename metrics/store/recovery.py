"""What recoveries of a period took, cost and brought, read from the evidence of their KPIs."""

from dataclasses import dataclass

import polars as pl

from metrics.model import Moment
from metrics.recovery.comparison import Comparison, compared
from metrics.recovery.steps import STEPS
from metrics.recovery.times import TO_FIRST_STEP, TO_SATISFACTION, seconds_until
from metrics.store.knowledge import as_known
from metrics.store.query import Query
from metrics.store.scope import Scope
from metrics.store.store import Store

KPIS = (
    "recovery_completeness",
    "recovery_in_order",
    "recovery_confirmed",
    "recovery_success",
    "compensation_within_authority",
)

Seconds = dict[str, dict[str, float | None]]


@dataclass(frozen=True, eq=False)
class Recoveries:
    """The recoveries of some months: readings, times in seconds, money in minor units, and scores beside others'."""

    number: int
    readings: pl.DataFrame
    steps: dict[str, int]
    to_first_step: Seconds
    to_satisfaction: Seconds
    compensation: int
    loss: int
    comparison: Comparison


def recoveries(store: Store, scope: Scope, query: Query) -> Recoveries:
    """Return what the recoveries that a question asks for say; its KPI is not looked at."""
    asked = [Query(key, query.first, query.last, (), query.where, query.as_of) for key in KPIS]
    rows = store.evidence(scope, asked[0], limit=None).rows
    first_step = pl.min_horizontal(f"{step}_at" for step in STEPS)
    dated = rows.with_columns(first_step.alias(TO_FIRST_STEP)) if rows.width else rows
    readings = pl.concat([store.readings(scope, each) for each in asked])
    as_of = readings["as_of"][0]
    return Recoveries(
        number=rows.height,
        readings=readings,
        steps={step: rows[f"{step}_at"].count() for step in STEPS},
        to_first_step=seconds_until(dated, TO_FIRST_STEP, as_of),
        to_satisfaction=seconds_until(dated, TO_SATISFACTION, as_of),
        compensation=int(rows["compensation_amount"].sum()),
        loss=int(rows["loss_amount"].sum()),
        comparison=_comparison(store, scope, query, Moment(as_of)),
    )


def comparison(store: Store, scope: Scope, query: Query) -> Comparison:
    """Return the scores of customers after a recovery beside those of cases where nothing went wrong."""
    as_of = store.readings(scope, Query(KPIS[0], query.first, query.last, (), query.where, query.as_of))["as_of"][0]
    return _comparison(store, scope, query, Moment(as_of))


def _comparison(store: Store, scope: Scope, query: Query, moment: Moment) -> Comparison:
    """Compare A–E scores given after a recovery was answered for with those of cases where nothing went wrong."""
    scores = store.evidence(
        scope, Query("satisfaction_score", query.first, query.last, (), query.where, query.as_of), "counted", limit=None
    ).rows
    warehouse = store.warehouse(scope)
    actions, said = (as_known(name, warehouse.scan(name), moment) for name in ("recovery_actions", "complaints"))
    troubled = pl.concat([actions.select("case_id"), said.select("case_id")])
    asked = actions.filter(pl.col("confirmed_satisfied").is_not_null())
    ended = asked.group_by(linked_case="case_id").agg(ended=pl.coalesce("confirmed_at", "done_at").max())
    linked = scores.lazy().filter(pl.col("linked_case").is_not_null())
    after = linked.join(ended, on="linked_case", how="inner").filter(pl.col("received_at") >= pl.col("ended"))
    untroubled = linked.join(troubled, left_on="linked_case", right_on="case_id", how="anti")
    return compared(*(rows.select("value").collect().to_series() for rows in (after, untroubled)))
