"""First reply on time: the share of complaints answered within 48 hours."""

from datetime import timedelta

import polars as pl

from metrics.complaints.counting import NOT_COUNTED
from metrics.model import Direction, Example, Kpi, Share, Unit
from metrics.promises import not_due_yet
from metrics.text import Text

_WINDOW = timedelta(hours=48)
_DUE, _DONE = pl.col("received_at") + _WINDOW, pl.col("first_reply_at")

KPI = Kpi(
    key="complaint_first_reply_on_time",
    rank=180,
    name=Text("投诉首次答复及时率", "Complaints answered on time"),
    question=Text("投诉是否在 48 小时内得到首次答复?", "Is a complaint answered within 48 hours?"),
    why=Text("不满的客户等得最急。", "Nobody waits less patiently than a customer who complains."),
    formula=Text(
        "48 小时内答复的 /(及时 + 超时 + 已到期未答复)(按受理月)",
        "answered within 48 hours / (answered in time + late + past due without an answer), by month received",
    ),
    caveat=Text(
        "按自然时间计,夜间和假日不扣除;48 小时是常见做法,不是法定期限。",
        "Calendar hours: nights and holidays count. 48 hours is common practice, not a legal term.",
    ),
    unit=Unit.SHARE,
    direction=Direction.HIGHER_IS_BETTER,
    target=None,
    population="complaints",
    at=pl.col("received_at"),
    window=_WINDOW,
    left_out=NOT_COUNTED,
    immature=not_due_yet(due=_DUE, done=_DONE),
    measure=Share(hit=_DONE <= _DUE),
    examples=(
        Example(
            Text("及时、超时、到期未答、未到期:三件中一件及时。", "In time, late, past due, not due: one of three."),
            [*({"received_at": 1, "first_reply_at": at} for at in (49, 50, None)), {"received_at": 60}],
            as_of=100,
            value=1 / 3,
            n=3,
            immature=1,
        ),
        Example(
            Text("重复录入的投诉无需再答。", "A complaint entered twice needs no second answer."),
            [{"received_at": 1, "duplicate_of": "C1"}],
            value=None,
            n=0,
            excluded=1,
        ),
    ),
)
