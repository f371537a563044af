"""What the records database says of sources, checks and quarantined rows."""

import polars as pl
from sqlalchemy import ColumnElement, Connection, case, func, select

from metrics.store.schema import load_sources

_ROWS = ("rows_read", "rows_loaded", "rows_quarantined", "exact_duplicates", "rows_superseded")
_SCHEMA = pl.Schema(
    {
        **dict.fromkeys(("source", "table", "outcome"), pl.String()),
        **dict.fromkeys(_ROWS, pl.Int64()),
        "data_as_of": pl.Datetime("us", "UTC"),
        "message": pl.String(),
        "load": pl.Int64(),
    }
)
_ACCOUNTS = load_sources.c


def sources(connection: Connection, upto: int) -> pl.DataFrame:
    """Return how each source stands after the load `upto`: refused if it was refused last, else what it last brought.

    `data_as_of` is how far all of a source's data reaches, not only what that load brought of it.
    """
    refused, loaded, newest = (_newest(outcome) for outcome in ("refused", "loaded", None))
    standing = case((refused == newest, refused), else_=func.coalesce(loaded, newest)).label("load")
    until = func.max(_ACCOUNTS.data_as_of).label("until")
    known = (
        select(_ACCOUNTS.source, standing, until).where(_ACCOUNTS.load <= upto).group_by(_ACCOUNTS.source).subquery()
    )
    columns = [known.c.until if name == "data_as_of" else _ACCOUNTS[name] for name in _SCHEMA]
    chosen = (_ACCOUNTS.source == known.c.source) & (_ACCOUNTS.load == known.c.load)
    rows = connection.execute(select(*columns).join(known, chosen).order_by(_ACCOUNTS.source)).all()
    return pl.DataFrame([tuple(row) for row in rows], schema=_SCHEMA, orient="row")


def _newest(outcome: str | None) -> ColumnElement[int]:
    newest = func.max(_ACCOUNTS.load)
    return newest if outcome is None else newest.filter(_ACCOUNTS.outcome == outcome)
