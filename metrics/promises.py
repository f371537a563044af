"""Promises with a due time: when one can be judged, and which cases carry none."""

import polars as pl

from metrics.model import LeftOut
from metrics.text import Text

NOT_SERVED = (
    LeftOut("test_or_spam", Text("测试或垃圾", "test or spam"), pl.col("is_test_or_spam")),
    LeftOut("merged", Text("已并入其他案件", "merged into another case"), pl.col("merged_into").is_not_null()),
    LeftOut("cancelled", Text("已取消", "cancelled"), pl.col("status") == "cancelled"),
)


def no_promise(when: pl.Expr) -> LeftOut:
    """Return the rule that leaves out rows for which nothing was promised."""
    return LeftOut("no_promise", Text("没有承诺期限", "no due time was promised"), when)


def not_due_yet(due: pl.Expr, done: pl.Expr) -> pl.Expr:
    """Return whether a promise can still be kept: not done, and its due time is after `as_of`."""
    return done.is_null() & (due > pl.col("as_of"))
