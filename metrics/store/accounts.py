"""The account that loads keep of themselves: which there were, what each source brought, what the checks found."""

from dataclasses import dataclass

import polars as pl
from sqlalchemy import select

from metrics.store.schema import check_results, loads, source_files
from metrics.store.scope import Scope
from metrics.store.store import Store

_UTC = pl.Datetime("us", "UTC")
_LOADS = pl.Schema(
    {
        "id": pl.Int64(),
        "state": pl.String(),
        "started_at": _UTC,
        "finished_at": _UTC,
        "as_of": _UTC,
        "message": pl.String(),
    }
)
_CHECKS = pl.Schema(
    {
        **dict.fromkeys(("source", "rule", "column"), pl.String()),
        **dict.fromkeys(("evaluated", "failed"), pl.Int64()),
        **dict.fromkeys(("text_zh", "text_en"), pl.String()),
        "load": pl.Int64(),
    }
)
_FILES = pl.Schema({"source": pl.String(), "file": pl.String(), "sha256": pl.String(), "size": pl.Int64()})
# What becomes of a row that was read; together they are all of them.
_BECAME = ("rows_loaded", "rows_quarantined", "exact_duplicates", "rows_superseded")


@dataclass(frozen=True)
class Balance:
    """What became of the rows that sources brought: read = loaded + quarantined + duplicates + superseded."""

    read: int
    loaded: int
    quarantined: int
    duplicates: int
    superseded: int

    @property
    def holds(self) -> bool:
        """Return whether every row that was read is accounted for."""
        return self.read == self.loaded + self.quarantined + self.duplicates + self.superseded


def balance(sources: pl.DataFrame) -> Balance:
    """Return the balance of some sources together; of none, all zeros."""
    return Balance(*sources.select(pl.col("rows_read", *_BECAME).sum()).row(0))


def loads_so_far(store: Store, scope: Scope, limit: int = 50) -> pl.DataFrame:
    """Return the newest loads first, whatever became of them, and how long each `took` (null while it runs)."""
    columns = [loads.c[name] for name in _LOADS]
    with store.records(scope) as connection:
        found = connection.execute(select(*columns).order_by(loads.c.id.desc()).limit(limit)).all()
    rows = pl.DataFrame([tuple(row) for row in found], schema=_LOADS, orient="row")
    return rows.with_columns(took=pl.col("finished_at") - pl.col("started_at"))


def accounts(store: Store, scope: Scope) -> pl.DataFrame:
    """Return the account of each source, those refused first; `behind` is how far its data lies behind the load.

    `rules` counts the rules that its rows were held against, `rules_passed` those that every row kept; `holds` says
    whether every row that was read is accounted for.
    """
    found = checks(store, scope).group_by("source").agg(rules=pl.len(), rules_passed=(pl.col("failed") == 0).sum())
    as_of = pl.lit(store.published(scope).as_of, dtype=_UTC)
    behind = (as_of - pl.col("data_as_of")).clip(pl.duration())
    known = store.sources(scope).with_columns(behind=behind).join(found, on="source", how="left")
    accounted = pl.sum_horizontal(_BECAME)
    told = known.with_columns(
        pl.col("rules", "rules_passed").fill_null(0).cast(pl.Int64), holds=pl.col("rows_read") == accounted
    )
    return told.sort(pl.col("outcome") != "refused", "source")


def checks(store: Store, scope: Scope) -> pl.DataFrame:
    """Return per source and rule how many rows were judged and refused when the source was read last.

    What failed most stands first; `share` is null where there was nothing to judge.
    """
    standing = store.sources(scope).select("source", "load")
    columns = [check_results.c[name] for name in _CHECKS]
    asked = select(*columns).where(check_results.c.load.in_(standing["load"].unique().to_list()))
    with store.records(scope) as connection:
        rows = [tuple(row) for row in connection.execute(asked)]
    found = pl.DataFrame(rows, schema=_CHECKS, orient="row").join(standing, on=["source", "load"], how="semi")
    share = pl.when(pl.col("evaluated") > 0).then(pl.col("failed") / pl.col("evaluated"))
    return found.with_columns(share=share).sort(-pl.col("failed"), "source", "rule", "column")


def files(store: Store, scope: Scope) -> pl.DataFrame:
    """Return the files whose rows stand in the published load, each with the SHA-256 of its content and its size."""
    columns = [source_files.c[name] for name in _FILES]
    published = source_files.c.load == store.published(scope).id
    with store.records(scope) as connection:
        asked = select(*columns).where(published).order_by(source_files.c.source, source_files.c.file)
        rows = [tuple(row) for row in connection.execute(asked)]
    return pl.DataFrame(rows, schema=_FILES, orient="row")
