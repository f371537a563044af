"""Slips of the pen in cells that are otherwise right: full-width and small letters, the letter O for a zero."""

from typing import Final

import numpy as np
import polars as pl

from sample_data.exports.dirt import Account

_TO_FULL_WIDTH: Final = 0xFEE0
_FULL_WIDTH: Final = {ord(sign): ord(sign) + _TO_FULL_WIDTH for sign in "ABCDE0123456789"}


def slip(cell: str, kind: str) -> str:
    """Return the cell with a slip of the given kind."""
    match kind:
        case "full_width":
            return cell.translate(_FULL_WIDTH)
        case "lower_case":
            return cell.lower()
        case "letter_o":
            return cell.replace("0", "O")
    return f" {cell}"


def with_slips(
    frame: pl.DataFrame, rates: dict[str, dict[str, float]], account: Account, rng: np.random.Generator
) -> pl.DataFrame:
    """Return the frame with slips at the given rates per column and kind, each of them counted."""
    columns = {}
    for name, kinds in rates.items():
        drawn, cells = rng.random(frame.height), frame[name].to_list()
        edge = 0.0
        for kind, rate in kinds.items():
            for row in np.flatnonzero((drawn >= edge) & (drawn < edge + rate)):
                before = cells[row]
                if before is not None and slip(before, kind) != before:
                    cells[row] = slip(before, kind)
                    account.letters[f"{name}: {kind}"] += 1
            edge += rate
        columns[name] = pl.Series(name, cells, dtype=pl.String)
    return frame.with_columns(**columns)


def spotless(before: pl.DataFrame, after: pl.DataFrame) -> pl.Series:
    """Return which rows have no slip."""
    same = [before[name].eq_missing(after[name]) for name in before.columns]
    return pl.select(pl.all_horizontal(same)).to_series()
