"""What the records database says of sources, checks and quarantined rows."""

import polars as pl
from sqlalchemy import Connection, func, select

from metrics.store.schema import load_sources

_SOURCES = (
    "source",
    "table",
    "outcome",
    "rows_read",
    "rows_loaded",
    "rows_quarantined",
    "exact_duplicates",
    "rows_superseded",
    "data_as_of",
    "message",
    "load",
)
_UNCHANGED = "unchanged"


def sources(connection: Connection, load: int) -> pl.DataFrame:
    """Return the newest outcome of each source up to `load`, leaving aside loads that brought it nothing new."""
    newest = (
        select(load_sources.c.source, func.max(load_sources.c.load).label("load"))
        .where(load_sources.c.load <= load, load_sources.c.outcome != _UNCHANGED)
        .group_by(load_sources.c.source)
        .subquery()
    )
    chosen = select(*(load_sources.c[name] for name in _SOURCES)).join(
        newest, (load_sources.c.source == newest.c.source) & (load_sources.c.load == newest.c.load)
    )
    rows = [dict(row) for row in connection.execute(chosen.order_by(load_sources.c.source)).mappings()]
    return pl.DataFrame(rows, schema_overrides={"data_as_of": pl.Datetime("us", "UTC"), "message": pl.String()})
