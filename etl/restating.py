"""The published monthly readings per unit, and the log of those that say something else than they did before."""

import polars as pl
from sqlalchemy import Connection, delete, select

from etl.inserting import insert_rows
from metrics.engine import add_up, readings
from metrics.model import Moment
from metrics.registry import all_kpis
from metrics.store.schema import published_readings, restatements
from metrics.store.warehouse import Warehouse

_KEY = ("kpi", "month", "unit")
_FIGURES = ("n", "value", "low", "high", "numerator", "denominator", "immature", "excluded", "unit_of_measure")
_BEFORE = pl.Schema({**dict.fromkeys(_KEY, pl.String()), "n_before": pl.Int64(), "value_before": pl.Float64()})


def publish_readings(connection: Connection, load: int, warehouse: Warehouse, moment: Moment) -> None:
    """Replace the published readings by those of the warehouse, and log every one that was another before."""
    before, parts = _published(connection), add_up(warehouse.scan("parts"), _KEY)
    connection.execute(delete(published_readings))
    for kpi in all_kpis().values():
        now = readings(kpi, parts.filter(pl.col("kpi") == kpi.key)).select(*_KEY, *_FIGURES)
        said = now.with_columns(load=pl.lit(load), as_of=pl.lit(moment.as_of))
        insert_rows(connection, published_readings, said)
        changed = restated(before.filter(pl.col("kpi") == kpi.key), now)
        insert_rows(connection, restatements, changed.with_columns(load=pl.lit(load)))


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
