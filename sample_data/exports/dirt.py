"""Dirt: rows that an export should not hold, added beside the clean ones and counted by kind."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

import numpy as np
import polars as pl

Row = dict[str, Any]
Spoil = Callable[[Row, int], list[Row]]

SUPERSEDED: Final = "superseded"
DUPLICATE: Final = "exact_duplicate"
CONFLICT: Final = "conflicting_key"
_PLACE: Final = "_place"


@dataclass(frozen=True)
class Stain:
    """So many rows of one kind of dirt; `spoil` makes them of a copy of a clean row and a running number.

    `of` says which clean rows may be copied.
    """

    kind: str
    count: int
    spoil: Spoil
    of: pl.Expr | None = None


@dataclass
class Account:
    """What one file holds: clean rows, dirty rows by kind, and mended letters by column and kind."""

    clean: int = 0
    dirty: Counter[str] = field(default_factory=Counter)
    letters: Counter[str] = field(default_factory=Counter)

    def as_dict(self) -> dict[str, Any]:
        """Return the account as plain data: what was read equals the sum of the other four."""
        dirty = dict(sorted(self.dirty.items()))
        duplicates, superseded = dirty.pop(DUPLICATE, 0), dirty.pop(SUPERSEDED, 0)
        return {
            "rows": self.clean + self.dirty.total(),
            "loaded": self.clean,
            "quarantined": sum(dirty.values()),
            "exact_duplicates": duplicates,
            "superseded": superseded,
            "dirt": dirty,
            "letters": dict(sorted(self.letters.items())),
        }


def soil(
    clean: pl.DataFrame, stains: Sequence[Stain], account: Account, rng: np.random.Generator, spotless: pl.Series
) -> pl.DataFrame:
    """Return the clean rows with the dirty ones among them; only `spotless` rows are copied."""
    placed = clean.with_columns(pl.int_range(pl.len()).cast(pl.Float64).alias(_PLACE))
    dirty: list[Row] = []
    for stain in stains:
        pool = placed.filter(pl.lit(spotless) & (pl.lit(value=True) if stain.of is None else stain.of))
        chosen = np.sort(rng.choice(pool.height, min(stain.count, pool.height), replace=False))
        for row in pool[chosen].iter_rows(named=True):
            made = stain.spoil(row, account.dirty.total() + 1)
            dirty += [{**each, _PLACE: row[_PLACE] + 0.5 + number / 10} for number, each in enumerate(made)]
            account.dirty[stain.kind] += len(made)
    account.clean += clean.height
    if dirty:
        placed = pl.concat([placed, pl.DataFrame(dirty, schema=placed.schema, strict=False)])
    return placed.sort(_PLACE, maintain_order=True).drop(_PLACE)


def everyone(rows: pl.DataFrame) -> pl.Series:
    """Return that every row may be copied."""
    return pl.Series([True], dtype=pl.Boolean).new_from_index(0, rows.height)


def copied(row: Row, _: int) -> list[Row]:
    """Return the row once more, as it stands."""
    return [row]


def changed(**cells: str | int | None) -> Spoil:
    """Return a way to spoil a row: a copy with other cells; "{}" in a text stands for the running number."""

    def spoil(row: Row, number: int) -> list[Row]:
        filled = {name: cell.format(number) if isinstance(cell, str) else cell for name, cell in cells.items()}
        return [{**row, **filled}]

    return spoil


def at_odds(column: str, other: str | int, **cells: str | int | None) -> Spoil:
    """Return a way to spoil a row: two copies with one new key that differ in `column`."""

    def spoil(row: Row, number: int) -> list[Row]:
        (first,) = changed(**cells)(row, number)
        return [first, {**first, column: other}]

    return spoil
