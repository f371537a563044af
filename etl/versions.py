"""Telling versions of one key apart: exact duplicates, superseded versions, and what is already stored."""

from collections.abc import Sequence
from dataclasses import dataclass

import polars as pl

from metrics.contract import Table

_WHERE_FROM = {"source", "source_file", "source_row", "version", "raw"}


def without_exact_duplicates(rows: pl.DataFrame) -> pl.DataFrame:
    """Return rows without those that say exactly what an earlier row of the same source says."""
    content = [name for name in rows.columns if name not in _WHERE_FROM]
    return rows.unique(content, keep="first", maintain_order=True)


def newest_of_each_key(rows: pl.DataFrame, key: Sequence[str]) -> pl.DataFrame:
    """Return rows without superseded versions of their key: the highest `version` stays, else the last file's.

    Several rows of one key that nothing tells apart all stay, for the checks to refuse.
    """
    best = pl.struct(pl.col("version").fill_null(""), pl.col("source_file"))
    keyed = pl.all_horizontal(pl.col(key).is_not_null())
    ranked = rows.with_columns(_rank=pl.when(keyed).then(best.rank("dense").over(key)))
    highest = pl.col("_rank").max().over(key)
    return ranked.filter(~keyed | (pl.col("_rank") == highest)).drop("_rank")


@dataclass(frozen=True, eq=False)
class Merge:
    """What incoming rows mean for a stored table: the rows to write and the months whose content changes."""

    to_write: pl.DataFrame
    months: frozenset[str]
    unchanged: int
    duplicates: int
    superseded: int


def merge(table: Table, incoming: pl.DataFrame, stored: pl.LazyFrame) -> Merge:
    """Return how `incoming` (with lineage and month) changes `stored`, whose rows have the same columns."""
    key = list(table.key)
    existing = stored.join(incoming.lazy().select(key), on=key, how="semi").collect()
    both = incoming.join(existing, on=key, how="left", suffix="_stored", nulls_equal=True)
    same = pl.all_horizontal(
        # A table may consist of its key alone.
        pl.lit(value=True),
        *(pl.col(name).eq_missing(pl.col(f"{name}_stored")) for name in table.schema if name not in key),
    )
    stands = pl.col("source_stored").is_not_null()
    older = (stands & (pl.col("version") < pl.col("version_stored"))).fill_null(value=False)
    fate = (
        pl.when(stands & same & (pl.col("source_file") == pl.col("source_file_stored")))
        .then(pl.lit("unchanged"))
        .when(stands & same)
        .then(pl.lit("duplicate"))
        .when(older)
        .then(pl.lit("superseded"))
        .otherwise(pl.lit("write"))
    )
    judged = both.with_columns(_fate=fate)
    written = judged.filter(pl.col("_fate") == "write")
    months = {*written["month"], *written["month_stored"].drop_nulls()}
    return Merge(
        to_write=written.select(incoming.columns),
        months=frozenset(months),
        unchanged=_count(judged, "unchanged"),
        duplicates=_count(judged, "duplicate"),
        superseded=_count(judged, "superseded"),
    )


def _count(judged: pl.DataFrame, fate: str) -> int:
    return judged.filter(pl.col("_fate") == fate).height
