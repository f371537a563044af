"""The source's own sql: polars runs it over the raw rows, which it knows as `source`.

The last row of each case of an event log:
    select * from source qualify row_number() over (partition by number order by cast(updates as int) desc) = 1
All cells of text formats are text, so numbers are cast before they are ordered.
"""

import re

import polars as pl

from etl.sources.errors import QueryError, SchemaDriftError
from etl.sources.header import ROW
from etl.workspace import Source

_MISSING = re.compile(r'unable to find column "([^"]*)"')


def queried(frame: pl.DataFrame, source: Source, file: str) -> tuple[pl.DataFrame, list[str]]:
    """Return the rows that the source's sql makes of the raw rows; each keeps or is given a `source_row`."""
    if source.sql is None:
        return frame, []
    context = pl.SQLContext(frames={"source": frame, "self": frame})
    try:
        # The streaming engine does not keep the order of rows.
        result = context.execute(source.sql, eager=False).collect(engine="in-memory")
    except pl.exceptions.ColumnNotFoundError as error:
        missing = _MISSING.search(str(error))
        if missing is None:
            raise QueryError(file, source.name, str(error)) from None
        found = [name for name in frame.columns if name != ROW]
        raise SchemaDriftError(file, [missing.group(1)], found, []) from None
    except pl.exceptions.PolarsError as error:
        raise QueryError(file, source.name, str(error)) from None
    return _rows(result)


def _rows(result: pl.DataFrame) -> tuple[pl.DataFrame, list[str]]:
    if ROW in result.columns and not result[ROW].has_nulls() and result[ROW].is_unique().all():
        return result.with_columns(pl.col(ROW).cast(pl.Int64)), []
    ordered = result.sort(ROW, maintain_order=True).drop(ROW) if ROW in result.columns else result
    note = "source_row counts the rows of the sql's result, which does not select one source_row for each"
    return ordered.with_columns((pl.int_range(pl.len(), dtype=pl.Int64) + 1).alias(ROW)), [note]
