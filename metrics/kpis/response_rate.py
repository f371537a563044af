"""Response rate: the share of forms sent that came back within 30 days."""

from datetime import timedelta

import polars as pl

from metrics.model import Direction, Example, Kpi, LeftOut, Share, Unit
from metrics.text import Text

_WINDOW = timedelta(days=30)
_SENT, _BACK = pl.col("sent_at"), pl.col("received_at")
_ANSWERED = {"sent_at": 1, "received_at": 25}

KPI = Kpi(
    key="response_rate",
    rank=118,
    name=Text("反馈表回收率", "Response rate"),
    question=Text("发出的反馈表有多少收了回来?", "How many of the forms that we send come back?"),
    why=Text("没答的人可能正是不满的人。", "Those who do not answer may be those who are dissatisfied."),
    formula=Text(
        "发出后 30 天内收回的 / 发出满 30 天的反馈表(按发出月)",
        "forms back within 30 days / forms sent at least 30 days ago, by month sent",
    ),
    caveat=Text(
        "按发出月计,近 30 天发出的尚不能判断;电话回访没有发出时间,不在内。",
        "By the month sent: those of the last 30 days cannot be judged yet. Call-backs are not sent, so not in it.",
    ),
    unit=Unit.SHARE,
    direction=Direction.HIGHER_IS_BETTER,
    target=None,
    population="forms",
    at=pl.coalesce("sent_at", "received_at"),
    window=_WINDOW,
    left_out=(
        LeftOut("callback", Text("电话回访", "a call-back"), pl.col("source_kind") == "callback"),
        LeftOut("not_sent", Text("没有发出时间", "no time of sending"), _SENT.is_null()),
    ),
    immature=pl.col("as_of") < _SENT + _WINDOW,
    measure=Share(hit=_BACK <= _SENT + _WINDOW),
    examples=(
        Example(
            Text("发出十张,一个月内收回四张:40 %。", "Ten sent, four back within a month: 40 %."),
            [*[_ANSWERED] * 4, *[{"sent_at": 1}] * 5, {**_ANSWERED, "received_at": 722}],
            value=0.4,
            n=10,
        ),
        Example(
            Text(
                "上周发出的即使已收回也不计,否则快的先算。",
                "Last week's does not count even if back: else the quick would.",
            ),
            [{"sent_at": 9_900, "received_at": 9_910}, {"received_at": 9_000, "source_kind": "callback"}],
            value=None,
            n=0,
            immature=1,
            excluded=1,
        ),
        Example(Text("没有发出:没有数据。", "Nothing sent: no data."), [], value=None, n=0),
    ),
)
