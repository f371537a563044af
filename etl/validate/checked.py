"""What a check found: per rule how many rows it judged and refused, and every refused row with its reason."""

from dataclasses import dataclass
from typing import Final

import polars as pl

# One row per refused row and rule that refused it.
REJECTED: Final = pl.Schema(
    {
        "source_file": pl.String(),
        "source_row": pl.Int64(),
        "rule": pl.String(),
        "column": pl.String(),
        "detail": pl.String(),
    }
)


@dataclass(frozen=True)
class RuleResult:
    """One rule's verdict: `evaluated` rows had something to judge, `failed` of them were refused."""

    rule: str
    column: str
    evaluated: int
    failed: int
    text_zh: str
    text_en: str


@dataclass(frozen=True, eq=False)
class Checked:
    """What a suite found in a frame; `tolerance` is the suite's own."""

    table: str
    rows: int
    tolerance: float
    results: tuple[RuleResult, ...]
    rejected: pl.DataFrame

    @property
    def rows_rejected(self) -> int:
        """Return how many rows were refused by at least one rule."""
        return self.rejected.select("source_file", "source_row").n_unique()

    @property
    def share_rejected(self) -> float:
        """Return the share of the rows that were refused; 0 where there was no row."""
        return self.rows_rejected / self.rows if self.rows else 0.0
