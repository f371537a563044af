"""What a change mainly comes from, in words."""

from collections.abc import Mapping
from typing import Any

import polars as pl

from metrics.quantity import difference_in_words
from metrics.text import Text
from metrics.why.explanation import Explanation
from metrics.why.mix import BOTH, GONE, NEW
from metrics.why.names import Names, called

_MOST = 3
# Segments are named until they make up this much of what pulled in the direction of the change.
_ENOUGH = 2 / 3
_APPEARED = {NEW: Text("新出现", "new"), GONE: Text("不再出现", "no longer there")}


def drivers(explanation: Explanation) -> pl.DataFrame:
    """Return the segments that pulled most in the direction of the change: few enough to be named."""
    segments, difference = explanation.segments, explanation.change.difference
    if not difference or segments.height < 2:  # noqa: PLR2004 one segment is the whole
        return segments.clear()
    along = segments.filter(pl.col("contribution") * difference > 0)
    so_far = pl.col("contribution").abs().cum_sum().shift(1, fill_value=0.0)
    return along.filter(so_far < _ENOUGH * pl.col("contribution").abs().sum()).head(_MOST)


def in_words(explanation: Explanation, names: Names) -> Text | None:
    """Return the drivers, each with the larger part of its contribution; None where there are none."""
    said = [_one(explanation, row, names) for row in drivers(explanation).to_dicts()]
    if not said:
        return None
    zh = "、".join(text.zh for text in said)
    # Chinese sets a space before Latin letters and digits.
    return Text(f" {zh}" if zh[0].isascii() else zh, ", ".join(text.en for text in said))


def _one(explanation: Explanation, row: Mapping[str, Any], names: Names) -> Text:
    name = called(row, explanation.by, names)
    part, how = _larger_part(row)
    amount = difference_in_words(part, explanation.kpi.unit, signed=True)
    return Text(f"{name.zh}({amount.zh},{how.zh})", f"{name.en} ({amount.en}, {how.en})")


def _larger_part(row: Mapping[str, Any]) -> tuple[float, Text]:
    """Return the larger part of a segment's contribution and what it is: the amount that a bridge shows for it."""
    if row["presence"] != BOTH:
        return row["contribution"], _APPEARED[row["presence"]]
    if abs(row["rate"]) >= abs(row["mix"]):
        return row["rate"], Text("自身变化", "own change")
    return row["mix"], Text("占比变化", "change of share")
