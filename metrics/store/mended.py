"""Letters that were mended as exports were read, cell by cell."""

import polars as pl
from sqlalchemy import Select, and_, select

from metrics.store.schema import repairs, source_files
from metrics.store.scope import Scope
from metrics.store.store import Store

_CELLS = pl.Schema(
    {
        "source": pl.String(),
        "file": pl.String(),
        "row": pl.Int64(),
        "column": pl.String(),
        "before": pl.String(),
        "after": pl.String(),
        "load": pl.Int64(),
    }
)
_FILE = ("source", "file", "sha256", "definition")


def mended(store: Store, scope: Scope, source: str | None = None) -> pl.DataFrame:
    """Return the cells of which letters were mended in the files that are published, of one source where it is named.

    Nobody can tell of which unit such a cell is: whoever sees some units only sees none of them.
    """
    asked = _asked(store.published(scope).id)
    with store.records(scope) as connection:
        rows = [] if scope.units is not None else connection.execute(asked).all()
    found = pl.DataFrame([tuple(row) for row in rows], schema=_CELLS, orient="row")
    # A file that came back as it was before was read, and mended, once more.
    newest = found.filter(pl.col("load") == pl.col("load").max().over("source", "file"))
    return newest if source is None else newest.filter(source=source)


def _asked(published: int) -> Select[tuple[object, ...]]:
    """Return the question for the repairs of files that were, when they were read, as they are now."""
    table, then, now = repairs.c, source_files.alias(), source_files.alias()
    read = (table.source == then.c.source) & (table.file == then.c.file) & (table.load == then.c.load)
    same = and_(*(then.c[name] == now.c[name] for name in _FILE)) & (now.c.load == published)
    columns = [table[name] for name in _CELLS]
    joined = select(*columns).join(then, read).join(now, same)
    return joined.order_by(table.source, table.file, table.row, table.column)
