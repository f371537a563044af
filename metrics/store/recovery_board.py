"""The recoveries of some months as a board, and how the customers of these months were dealt with."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

import polars as pl

from metrics.recovery.board import Stage, board, counts
from metrics.recovery.scenario import GROUPS
from metrics.recovery.steps import STEPS
from metrics.recovery.times import TO_FIRST_STEP, TO_SATISFACTION, seconds_until
from metrics.store.query import Query
from metrics.store.recovery import KPIS, Seconds
from metrics.store.scope import Scope
from metrics.store.store import Store

# Satisfied within this time is "quickly"; the product's own proposal.
QUICK = timedelta(days=7)


@dataclass(frozen=True, eq=False)
class Board:
    """Recoveries, late ones first; how many took each step; times in seconds; money in minor units.

    `above` recoveries paid more than the actor might, of `limited` of which payment and limit are known.
    """

    rows: pl.DataFrame
    stages: dict[Stage, int]
    steps: dict[str, int]
    to_first_step: Seconds
    to_satisfaction: Seconds
    compensation: int
    loss: int
    above: int
    limited: int
    as_of: datetime


def recovery_board(store: Store, scope: Scope, query: Query) -> Board | None:
    """Return the board of the recoveries that a question asks for; None where there is none."""
    asked = replace(query, kpi=KPIS[0], by=())
    rows = store.evidence(scope, asked, limit=None).rows
    as_of = store.readings(scope, asked)["as_of"][0]
    if rows.is_empty():
        return None
    first_step = pl.min_horizontal(f"{step}_at" for step in STEPS)
    dated = rows.with_columns(first_step.alias(TO_FIRST_STEP))
    found = board(rows, as_of)
    return Board(
        rows=found,
        stages=counts(found),
        steps={step: rows[f"{step}_at"].count() for step in STEPS},
        to_first_step=seconds_until(dated, TO_FIRST_STEP, as_of),
        to_satisfaction=seconds_until(dated, TO_SATISFACTION, as_of),
        compensation=int(rows["compensation_amount"].sum()),
        loss=int(rows["loss_amount"].sum()),
        above=int(found["above_authority"].sum()),
        limited=found["above_authority"].count(),
        as_of=as_of,
    )


def customers_by_handling(store: Store, scope: Scope, query: Query) -> dict[str, int]:
    """Return how many customers fell into each of the groups of a repurchase scenario, as far as records tell.

    Those who never complained are dissatisfied answers whose case has no complaint; the others are recoveries by what
    the customer answered, quickly where that took at most a week. Those who were never asked are in no group.
    """
    rows = store.evidence(scope, replace(query, kpi=KPIS[0], by=()), limit=None).rows
    if rows.is_empty():
        return {**dict.fromkeys(GROUPS, 0), "no_contact": _silent(store, scope, query)}
    took = pl.col("answered_at") - pl.col("failure_detected_at")
    said = rows.select(
        unsatisfied=(pl.col("answered").eq(other=False)).sum(),
        satisfied=(pl.col("answered") & (took > QUICK)).sum(),
        satisfied_quickly=(pl.col("answered") & (took <= QUICK)).sum(),
    ).row(0, named=True)
    return {"no_contact": _silent(store, scope, query), **{name: int(number) for name, number in said.items()}}


def _silent(store: Store, scope: Scope, query: Query) -> int:
    asked = replace(query, kpi="complaint_capture_rate", by=())
    rows = store.evidence(scope, asked, "counted", limit=None).rows
    if rows.is_empty():
        return 0
    forms = rows.filter(~pl.col("is_complaint")).select(key=pl.col("key").str.strip_prefix("form "))
    warehouse = store.warehouse(scope)
    links = warehouse.scan("links").filter(pl.col("table") == "feedback_forms").select("key", "case_id")
    complained = warehouse.scan("complaints").select("case_id").drop_nulls().unique()
    loud = forms.lazy().join(links, on="key").join(complained, on="case_id", how="semi")
    return forms.height - int(loud.select(pl.len()).collect().item())
