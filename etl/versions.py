"""Telling versions of one key apart: exact duplicates, superseded versions, and what is already stored.

Of two versions of a key the one with the higher `version` wins; where a source names no version, or they are equal,
the one from the file whose name sorts last. So it does not matter in which order files arrive.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import polars as pl

from metrics.contract import Table

_WHERE_FROM = {"source", "source_file", "source_row", "version"}
_VERSION, _FILE = pl.col("version").fill_null(""), pl.col("source_file")


def without_exact_duplicates(rows: pl.DataFrame) -> pl.DataFrame:
    """Return rows, which come in the order of their files, without those that say exactly what another one says.

    Of rows that say the same the newest version stays, since it may have to prevail over others.
    """
    content = [name for name in rows.columns if name not in _WHERE_FROM]
    by_version = rows if rows["version"].null_count() == rows.height else rows.sort(_VERSION, maintain_order=True)
    return by_version.unique(content, keep="last", maintain_order=True)


def newest_of_each_key(rows: pl.DataFrame, key: Sequence[str]) -> pl.DataFrame:
    """Return rows without superseded versions of their key.

    Several rows of one key that nothing tells apart all stay, for the checks to refuse.
    """
    several = pl.struct(key).is_duplicated() & pl.all_horizontal(pl.col(key).is_not_null())
    told_apart = pl.when(several).then(pl.struct(_VERSION, _FILE)).rank("dense")
    ranked = rows.with_columns(_rank=told_apart)
    newest = pl.col("_rank").is_null() | (pl.col("_rank") == pl.col("_rank").max().over(key))
    return ranked.filter(newest).drop("_rank")


@dataclass(frozen=True)
class Rivals:
    """What stands in a table beside a source's rows.

    `others` are the other sources of the workspace that fill the table. `void` says that the source's mapping has
    changed, so that the versions of its stored rows mean nothing any more.
    """

    others: frozenset[str]
    void: bool = False


@dataclass(frozen=True, eq=False)
class Merge:
    """What incoming rows mean for a stored table, and what became of each.

    `months` are those whose content changes; `touched` those to be written, also for rows that only have another
    origin now.
    """

    to_write: pl.DataFrame
    months: frozenset[str]
    touched: frozenset[str]
    new: int
    unchanged: int
    duplicates: int
    superseded: int


def merge(table: Table, incoming: pl.DataFrame, stored: pl.LazyFrame, rivals: Rivals) -> Merge:
    """Return how `incoming` (with lineage and month) changes `stored`, whose rows have the same columns."""
    key = list(table.key)
    existing = stored.join(incoming.lazy().select(key), on=key, how="semi").collect()
    both = incoming.join(existing, on=key, how="left", suffix="_stored", nulls_equal=True)
    compared = both.with_columns(_same=_says_the_same(table), _order=_order(rivals))
    judged = compared.with_columns(_fate=_fate(), _moves=_has_moved(rivals))
    months = _months(judged.filter(pl.col("_fate") == "new"))
    touched = months | _months(judged.filter("_moves"))
    # What is written again anyway tells where in its file it stands now.
    again = (pl.col("_fate") == "unchanged") & pl.col("month").is_in(sorted(touched))
    written = (pl.col("_fate") == "new") | pl.col("_moves") | again
    fates = dict(judged.group_by("_fate").len().iter_rows())
    return Merge(
        to_write=judged.filter(written).select(incoming.columns),
        months=months,
        touched=touched,
        new=fates.get("new", 0),
        unchanged=fates.get("unchanged", 0),
        duplicates=fates.get("duplicate", 0),
        superseded=fates.get("superseded", 0),
    )


def _says_the_same(table: Table) -> pl.Expr:
    # A table may consist of its key alone.
    others = (name for name in table.schema if name not in table.key)
    return pl.all_horizontal(pl.lit(value=True), *(pl.col(n).eq_missing(pl.col(f"{n}_stored")) for n in others))


def _order(rivals: Rivals) -> pl.Expr:
    """Return whether an incoming row is older (−1) or newer (1) than the stored one, or another state of it (0)."""
    by_version = _compared(_VERSION, pl.col("version_stored").fill_null(""))
    by_file = _compared(_FILE, pl.col("source_file_stored"))
    # Versions of two sources say nothing of each other: the one that took another's place prevails.
    comparable = (pl.col("source") == pl.col("source_stored")) & pl.lit(not rivals.void)
    return pl.when(~comparable).then(1).when(by_version == 0).then(by_file).otherwise(by_version)


def _compared(one: pl.Expr, other: pl.Expr) -> pl.Expr:
    return (one > other).cast(pl.Int32) - (one < other).cast(pl.Int32)


def _fate() -> pl.Expr:
    stands, same = pl.col("source_stored").is_not_null(), pl.col("_same")
    return (
        pl.when(~stands)
        .then(pl.lit("new"))
        .when(same & (pl.col("source") == pl.col("source_stored")) & (pl.col("source_file_stored") == _FILE))
        .then(pl.lit("unchanged"))
        .when(same)
        .then(pl.lit("duplicate"))
        .when(pl.col("_order") < 0)
        .then(pl.lit("superseded"))
        .otherwise(pl.lit("new"))
    )


def _has_moved(rivals: Rivals) -> pl.Expr:
    """Return whether a row says what is stored, and from now on prevails as a newer version or in another file."""
    origin = ("source", "source_file", "version")
    elsewhere = pl.any_horizontal(pl.col(name).ne_missing(pl.col(f"{name}_stored")) for name in origin)
    own = ~pl.col("source_stored").is_in(sorted(rivals.others))
    return (pl.col("_same") & own & (pl.col("_order") > 0) & elsewhere).fill_null(value=False)


def _months(judged: pl.DataFrame) -> frozenset[str]:
    return frozenset({*judged["month"], *judged["month_stored"].drop_nulls()})
