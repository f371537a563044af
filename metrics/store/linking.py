"""How calls and forms found their cases: by which method and how surely, and how many belong to none."""

import polars as pl

from metrics.populations.population import SHARED_IDENTITY
from metrics.store.scope import Scope
from metrics.store.store import Store
from metrics.store.tables import LINKED
from metrics.store.warehouse import Warehouse

UNLINKED = "unlinked"


def links(store: Store, scope: Scope) -> pl.DataFrame:
    """Return per linked table how many of its rows found a case by which method and with which confidence.

    `share` is that of the table's rows, which add up to `of`; rows without a case have the method "unlinked" or, where
    several customers use one number, "shared_identity". The surest stands first.
    """
    warehouse = store.warehouse(scope)
    return pl.concat([_of_table(warehouse, scope, table, key) for table, key in LINKED.items()])


def linked_share(found: pl.DataFrame) -> dict[str, float]:
    """Return per table the share of its rows that found a case; a table without rows is not in it."""
    without = pl.col("method").is_in([UNLINKED, SHARED_IDENTITY])
    shares = found.group_by("table", maintain_order=True).agg(pl.col("share").filter(~without).sum())
    return dict(shares.iter_rows())


def _of_table(warehouse: Warehouse, scope: Scope, table: str, key: str) -> pl.DataFrame:
    rows = scope.restrict(warehouse.scan(table), "org_unit_id").select(key)
    linked = warehouse.scan("links").filter(pl.col("table") == table)
    # Who sees every unit needs no join: what is not linked is the rest.
    seen = linked if scope.units is None else linked.join(rows, left_on="key", right_on=key, how="semi")
    found = seen.group_by("method", "confidence").agg(rows=pl.len().cast(pl.Int64)).collect()
    of = int(rows.select(pl.len()).collect().item())
    rest = {"method": UNLINKED, "confidence": None, "rows": of - int(found["rows"].sum())}
    every = pl.concat([found, pl.DataFrame([rest], schema=found.schema)]).filter(pl.col("rows") > 0)
    ordered = every.sort(-pl.col("confidence").fill_null(-1.0), "method")
    return ordered.select(
        pl.lit(table).alias("table"), "method", "confidence", "rows", of=pl.lit(of), share=pl.col("rows") / of
    )
