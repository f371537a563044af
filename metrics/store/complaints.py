"""What complaints are about and what they weigh, read from the evidence of their KPIs."""

from dataclasses import dataclass, replace
from typing import Any

import polars as pl

from metrics.store.query import Query
from metrics.store.scope import Scope
from metrics.store.store import Store
from metrics.store.warehouse import Warehouse
from metrics.why import pareto

MEASURES = ("complaints", "topics", "cost")
COUNTED_BY = "complaint_repeat_rate"
_OTHER = "other"
_OTHERS = ("other", "others", "其他", "其它", "unknown")


@dataclass(frozen=True, eq=False)
class Causes:
    """Causes in falling order of what was measured: complaints, topics named, or money paid to make good.

    `counted` complaints make the total whatever the number of topics they name; `amount` is in minor units for cost.
    """

    measure: str
    counted: int
    table: pl.DataFrame


def causes(store: Store, scope: Scope, query: Query, measure: str = "complaints") -> Causes:
    """Return the Pareto table of the counted complaints that a question asks for; its KPI is not looked at."""
    return causes_of(counted(store, scope, query), store.warehouse(scope), measure)


def causes_of(rows: pl.DataFrame, warehouse: Warehouse, measure: str = "complaints") -> Causes:
    """Return the Pareto table of complaints."""
    about = rows.select("complaint_id", "topic").lazy()
    match measure:
        case "topics":
            named = warehouse.scan("complaint_topics").select("complaint_id", topic="topic_code")
            every = pl.concat([about, named.join(about, on="complaint_id", how="semi")]).unique()
            amounts = every.filter(pl.col("topic") != "unknown").with_columns(amount=pl.lit(1, dtype=pl.Int64))
        case "cost":
            paid = warehouse.scan("recovery_actions").group_by("complaint_id").agg(pl.col("compensation_amount").sum())
            amounts = about.join(paid, on="complaint_id", how="inner").rename({"compensation_amount": "amount"})
        case _:
            amounts = about.with_columns(amount=pl.lit(1, dtype=pl.Int64))
    return Causes(measure, rows.height, _table(amounts, warehouse.scan("reason_codes")))


def with_cause(rows: pl.DataFrame, warehouse: Warehouse) -> pl.DataFrame:
    """Return complaints with the `cause` under which a Pareto table of complaints counts each."""
    named = warehouse.scan("reason_codes").select(topic="code", topic_name="name").collect()
    told = rows.join(named, on="topic", how="left", maintain_order="left")
    cause = pl.when(_is_other("topic_name")).then(pl.lit(_OTHER)).otherwise("topic")
    return told.with_columns(cause=cause).drop("topic_name")


def by_severity(rows: pl.DataFrame) -> pl.DataFrame:
    """Return how many complaints are how severe, what each weighs and what they weigh together; the gravest first."""
    found = rows.group_by("severity").agg(complaints=pl.len().cast(pl.Int64), each=pl.col("weight").max())
    weighed = found.with_columns(weight=pl.col("complaints") * pl.col("each"))
    return weighed.sort(pl.col("each"), "severity", descending=[True, False], nulls_last=True)


def severity(store: Store, scope: Scope, query: Query) -> dict[str, Any]:
    """Return the severity-weighted complaints per 100 cases of a period, with the plain rate beside it."""
    weighted, plain = (
        store.readings(scope, replace(query, kpi=key, by=())).row(0, named=True)
        for key in ("weighted_complaints_per_100_cases", "complaints_per_100_cases")
    )
    return {
        "complaints": weighted["n"] - round(weighted["exposure"]),
        "weight": weighted["numerator"],
        "exposure": weighted["exposure"],
        **{name: weighted[name] for name in ("value", "low", "high")},
        **{name: plain[of] for name, of in (("plain", "value"), ("plain_low", "low"), ("plain_high", "high"))},
    }


def counted(store: Store, scope: Scope, query: Query) -> pl.DataFrame:
    """Return the complaints that count in a question's months and place, each with its topic, severity and weight."""
    # Of the KPIs about complaints this one leaves out the uncounted ones and nothing else.
    return store.evidence(scope, replace(query, kpi=COUNTED_BY, by=()), "counted", limit=None).rows


def _is_other(name: str) -> pl.Expr:
    return pl.col("topic").is_in(_OTHERS) | pl.col(name).is_in(_OTHERS).fill_null(value=False)


def _table(amounts: pl.LazyFrame, codes: pl.LazyFrame) -> pl.DataFrame:
    names = codes.select(topic="code", name="name", name_en=pl.coalesce("name_en", "name"))
    told = amounts.join(names, on="topic", how="left").with_columns(
        topic=pl.when(_is_other("name")).then(pl.lit(_OTHER)).otherwise("topic")
    )
    found = pareto(told.select("topic", "amount").collect(), "topic", "amount", _OTHER)
    return found.join(names.collect(), on="topic", how="left", maintain_order="left")
