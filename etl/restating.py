"""The published monthly readings per unit, and the log of those that say something else than they did before."""

import polars as pl
from sqlalchemy import Connection, delete, select

from etl.inserting import insert_rows
from metrics.model import Moment
from metrics.registry import all_kpis
from metrics.store.monthly import TABLE as MONTHLY
from metrics.store.monthly import UNIT
from metrics.store.schema import published_readings, restatements
from metrics.store.warehouse import Warehouse

_KEY = ("kpi", "month", "unit")
_FIGURES = ("n", "value", "low", "high", "numerator", "denominator", "immature", "excluded", "unit_of_measure")
_BEFORE = pl.Schema({**dict.fromkeys(_KEY, pl.String()), "n_before": pl.Int64(), "value_before": pl.Float64()})


def publish_readings(connection: Connection, load: int, warehouse: Warehouse, moment: Moment) -> None:
    """Replace the published readings by those of the warehouse, and log every one that was another before."""
    before, now = _published(connection), _now(warehouse)
    connection.execute(delete(published_readings))
    insert_rows(connection, published_readings, now.with_columns(load=pl.lit(load), as_of=pl.lit(moment.as_of)))
    changed = restated(before.filter(pl.col("kpi").is_in([*all_kpis()])), now)
    insert_rows(connection, restatements, changed.with_columns(load=pl.lit(load)))


def _now(warehouse: Warehouse) -> pl.DataFrame:
    """Return the readings of every KPI by month and unit."""
    units = {key: kpi.unit.value for key, kpi in all_kpis().items()}
    held = warehouse.scan(MONTHLY).filter(pl.col("kpi").is_in([*units]), place=UNIT).rename({"code": UNIT})
    named = held.with_columns(unit_of_measure=pl.col("kpi").replace_strict(units, return_dtype=pl.String))
    return named.select(*_KEY, *_FIGURES).sort(_KEY).collect()


def _published(connection: Connection) -> pl.DataFrame:
    names = (*_KEY, "n", "value")
    rows = connection.execute(select(*(published_readings.c[name] for name in names))).all()
    return pl.DataFrame([tuple(row) for row in rows], schema=_BEFORE, orient="row")


def restated(before: pl.DataFrame, now: pl.DataFrame) -> pl.DataFrame:
    """Return the readings of months published before that are new, gone or of another n or value."""
    after = now.select(*_KEY, n_after="n", value_after="value").join(before, on=["kpi", "month"], how="semi")
    both = before.join(after, on=_KEY, how="full", coalesce=True)
    same = pl.all_horizontal(pl.col(f"{name}_before").eq_missing(pl.col(f"{name}_after")) for name in ("n", "value"))
    return both.filter(~same)
