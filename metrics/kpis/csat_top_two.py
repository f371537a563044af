"""CSAT: the share of ratings that are a 4 or a 5."""

import polars as pl

from metrics.model import Direction, Example, Kpi, LeftOut, Share, Unit
from metrics.returned import NOT_SPEAKING
from metrics.text import Text

_SATISFIED = 4
_FIVE = {"received_at": 1, "csat": 5}

KPI = Kpi(
    key="csat_top_two",
    rank=109,
    name=Text("满意率(4–5 分)", "Satisfied customers (4–5)"),
    question=Text("多少客户打了 4 分或 5 分?", "How many customers rate us 4 or 5?"),
    why=Text("平均分掩盖了不满的那部分。", "An average hides those who are dissatisfied."),
    formula=Text(
        "(4 分 + 5 分)/ 有评分的反馈数(按收回月)", "ratings of 4 and 5 / forms with a rating, by month received"
    ),
    caveat=Text(
        "只代表答了的人:范围见 response 命令;3 分不算满意;电话回访另行统计。",
        "It speaks for those who answered: see the bounds in `response`. A 3 is not satisfied; call-backs stay apart.",
    ),
    unit=Unit.SHARE,
    direction=Direction.HIGHER_IS_BETTER,
    target=None,
    population="forms",
    at=pl.coalesce("received_at", "sent_at"),
    left_out=(*NOT_SPEAKING, LeftOut("not_rated", Text("未评分", "no rating given"), pl.col("csat").is_null())),
    measure=Share(hit=pl.col("csat") >= _SATISFIED),
    examples=(
        Example(
            Text("200 人评分,120 人 4–5 分:60 %。", "200 ratings, 120 of them 4 or 5: 60 %."),
            [*[_FIVE] * 70, *[{**_FIVE, "csat": 4}] * 50, *[{**_FIVE, "csat": 3}] * 80],
            value=0.6,
            n=200,
        ),
        Example(
            Text("未评分不是不满,回访不混入。", "No rating is not a bad one, and call-backs are not mixed in."),
            [{**_FIVE, "csat": 3}, {**_FIVE, "csat": None}, {**_FIVE, "source_kind": "callback"}],
            value=0.0,
            n=1,
            excluded=2,
        ),
        Example(Text("没有反馈:没有数据。", "No feedback: no data."), [], value=None, n=0),
    ),
)
