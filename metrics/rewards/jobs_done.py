"""Jobs done in a month: what the average may be divided by, and to what complaints are exposed."""

from typing import Final

import polars as pl

from metrics.model import LeftOut
from metrics.text import Text

NOT_DONE: Final = (
    LeftOut("not_finished", Text("未完成", "not finished"), pl.col("finished_at").is_null()),
    LeftOut("cancelled", Text("已取消", "cancelled"), pl.col("result") == "cancelled"),
    LeftOut("no_access", Text("未能进门", "nobody let us in"), pl.col("result") == "no_access"),
)


def done() -> pl.Expr:
    """Return whether a job counts as done: it was finished, and neither cancelled nor stopped at a closed door."""
    return ~pl.any_horizontal(rule.when.fill_null(value=False) for rule in NOT_DONE)
