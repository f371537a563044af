"""The satisfaction of customers after a recovery beside that of customers to whom nothing went wrong."""

from dataclasses import dataclass
from typing import Any

import polars as pl

from metrics.noise import difference_of_means, separates_cleanly
from metrics.text import Text

_FEWEST = 2
NEVER_LOYALTY = Text(
    "这只比较满意度;满意不等于会再来:元分析(de Matos 等 2007)未见补救提高再购或口碑。",
    "This compares satisfaction only, and satisfied is not loyal: a meta-analysis (de Matos et al. 2007) found no "
    "effect of recovery on buying again or on word of mouth.",
)


@dataclass(frozen=True)
class Comparison:
    """Mean scores of two groups and their difference, recovered minus untroubled, with its 95 % interval.

    The interval is None where a group has fewer than two scores or no spread at all.
    """

    recovered_n: int
    untroubled_n: int
    recovered: float | None
    untroubled: float | None
    difference: float | None
    low: float | None
    high: float | None

    @property
    def sentence(self) -> Text:
        """Return what may be said of the difference, and what may not."""
        said = self._said()
        return Text(said.zh + NEVER_LOYALTY.zh, f"{said.en} {NEVER_LOYALTY.en}")

    def _said(self) -> Text:
        if self.difference is None or min(self.recovered_n, self.untroubled_n) < _FEWEST:
            return Text("评分太少,无法比较。", "Too few scores to compare.")
        low, high = (self.low, self.high) if self.low is not None and self.high is not None else self._without_spread()
        if low > 0:
            return Text("补救后的客户评分更高。", "Customers after a recovery score higher.")
        if high < 0:
            return Text("补救后的客户评分更低。", "Customers after a recovery score lower.")
        return Text("两组差异在偶然范围之内。", "The two groups differ by no more than chance.")

    def _without_spread(self) -> tuple[float, float]:
        """Return the difference of groups of equal scores twice where they separate cleanly, else 0 twice."""
        one = {"n": self.recovered_n, "value": self.recovered}
        clean = separates_cleanly(one, {"n": self.untroubled_n, "value": self.untroubled})
        told = self.difference if clean and self.difference is not None else 0.0
        return told, told


def compared(recovered: pl.Series, untroubled: pl.Series) -> Comparison:
    """Return the comparison of two groups' scores; blanks are left out of both."""
    one, other = _summed(recovered.drop_nulls()), _summed(untroubled.drop_nulls())
    known = one["value"] is not None and other["value"] is not None
    low, high = (difference_of_means(one, other) if known else None) or (None, None)
    difference = one["value"] - other["value"] if known else None
    return Comparison(one["n"], other["n"], one["value"], other["value"], difference, low, high)


def _summed(scores: pl.Series) -> dict[str, Any]:
    n, total = scores.len(), float(scores.sum())
    return {"n": n, "total": total, "squares": float((scores**2).sum()), "value": total / n if n else None}
