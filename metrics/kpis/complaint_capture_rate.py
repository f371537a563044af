"""Complaint capture: complaints received per 100 dissatisfied answers."""

import polars as pl

from metrics.complaints.counting import NOT_COUNTED
from metrics.model import Direction, Example, Kpi, LeftOut, Rate, Unit
from metrics.returned import NOT_SPEAKING
from metrics.text import Text

_COMPLAINT = pl.col("is_complaint")
_SAID, _UNHAPPY = (
    {"at": 1, "is_complaint": True},
    {"at": 1, "received_at": 1, "is_complaint": False, "dissatisfied": True},
)
_OF_ANSWERS = tuple(LeftOut(rule.reason, rule.text, rule.when & ~_COMPLAINT) for rule in NOT_SPEAKING)

KPI = Kpi(
    key="complaint_capture_rate",
    rank=188,
    name=Text("投诉捕获率", "Complaint capture"),
    question=Text("不满的客户有多少会来投诉?", "How many of those who are dissatisfied complain?"),
    why=Text("多数不满的客户不投诉就走了。", "Most who are dissatisfied leave without a word."),
    formula=Text(
        "100 × 受理的投诉 / 表示不满的反馈(评 1–2 分,未评分则三项总分为负)(各按收到月)",
        "100 × complaints / dissatisfied answers (rated 1–2; unrated: total grade below 0), each by month received",
    ),
    caveat=Text(
        "只与答了问卷的人相比,不是真正的比例,可超过 100;高是渠道通畅,不是服务差。n 为反馈与投诉之和。",
        "Compared with those who answered only, so no true share: it may exceed 100. High means that people find the "
        "way in, not that service is bad. n is answers plus complaints.",
    ),
    unit=Unit.PER_HUNDRED,
    direction=Direction.HIGHER_IS_BETTER,
    target=None,
    population="dissatisfaction",
    at=pl.col("at"),
    left_out=(
        *NOT_COUNTED,
        *_OF_ANSWERS,
        LeftOut("silent", Text("未作评价", "nothing graded"), ~_COMPLAINT & pl.col("dissatisfied").is_null()),
        LeftOut("content", Text("没有不满", "not dissatisfied"), ~_COMPLAINT & ~pl.col("dissatisfied")),
    ),
    measure=Rate(count=_COMPLAINT, exposure=~_COMPLAINT),
    examples=(
        Example(
            Text("二十人不满,一件投诉:每百 5。", "Twenty dissatisfied, one complaint: 5 per 100."),
            [*[_UNHAPPY] * 20, _SAID],
            value=5.0,
            n=21,
        ),
        Example(
            Text("满意的、没评价的不在内。", "The content and the silent are not in it."),
            [_UNHAPPY, _SAID, {**_UNHAPPY, "dissatisfied": False}, {**_UNHAPPY, "dissatisfied": None}],
            value=100.0,
            n=2,
            excluded=2,
        ),
        Example(Text("什么都没有:没有数据。", "Nothing at all: no data."), [], value=None, n=0),
    ),
)
