"""What reading one column means: the value of a cell, and the reason where it has none."""

from dataclasses import dataclass

import polars as pl

CELL = pl.col("cell")
"""The trimmed text of the cell that is read; null where it is missing."""


@dataclass(frozen=True)
class Reader:
    """How the cells of one column become values of the contract.

    `reason` says why a cell has no value, and is worked out for such cells only; None where having none is right.
    `repaired` is the text that was read, where letters of it may have been mended.
    """

    value: pl.Expr
    reason: pl.Expr | None = None
    repaired: pl.Expr | None = None


def because(sentence: str) -> pl.Expr:
    """Return the same reason for every cell."""
    return pl.lit(sentence)
