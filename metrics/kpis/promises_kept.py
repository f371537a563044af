"""Promises kept: the share of promises to customers, such as a call back, that were kept by the time promised."""

import polars as pl

from metrics.model import Direction, Example, Kpi, Share, Unit
from metrics.promises import no_promise, not_due_yet
from metrics.text import Text
from metrics.timeliness.contact import IN_EARNEST

_DUE, _DONE = pl.col("promise_due_at"), pl.col("kept_at")
_SAID = {"promised_at": 1, "promise_due_at": 5}

KPI = Kpi(
    key="promises_kept",
    rank=142,
    name=Text("承诺兑现率", "Promises kept"),
    question=Text(
        "我们答应客户的事(如回电)按时做到了吗?", "Do we do what we promise, such as calling back, by the time we said?"
    ),
    why=Text("没有兑现的承诺比没有承诺更伤人。", "A broken promise hurts more than none."),
    formula=Text(
        "按时兑现的 /(按时 + 超时 + 已到期未兑现)(按承诺期限所在月)",
        "kept by the time promised / (kept in time + kept late + past due and not kept), by month of the time promised",
    ),
    caveat=Text(
        "只有记录为事件的承诺才算;案件后来取消,答应过的仍要做到。",
        "Only promises on record as events count; that the case was cancelled later does not undo a promise.",
    ),
    unit=Unit.SHARE,
    direction=Direction.HIGHER_IS_BETTER,
    target=None,
    population="promises",
    at=pl.coalesce(_DUE, "promised_at"),
    left_out=(*IN_EARNEST, no_promise(_DUE.is_null())),
    immature=not_due_yet(due=_DUE, done=_DONE),
    measure=Share(hit=_DONE <= _DUE),
    examples=(
        Example(
            Text(
                "按时、超时、到期未兑现、未到期:三次中一次做到。", "In time, late, past due, not due yet: one of three."
            ),
            [*({**_SAID, "kept_at": at} for at in (5, 6, None)), {**_SAID, "promise_due_at": 99}],
            value=1 / 3,
            n=3,
            immature=1,
            as_of=50,
        ),
        Example(
            Text("没有说定时间的承诺无法判断。", "A promise without a time cannot be judged."),
            [{"promised_at": 1, "kept_at": 2}, {**_SAID, "is_test_or_spam": True}],
            value=None,
            n=0,
            excluded=2,
        ),
        Example(Text("没有承诺:没有数据。", "No promises: no data."), [], value=None, n=0),
    ),
)
