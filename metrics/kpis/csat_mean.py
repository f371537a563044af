"""Mean rating: the mean of the 1–5 ratings that customers gave."""

import polars as pl

from metrics.model import Direction, Example, Kpi, LeftOut, Mean, Unit
from metrics.returned import NOT_SPEAKING
from metrics.text import Text

_FIVE = {"received_at": 1, "csat": 5}

KPI = Kpi(
    key="csat_mean",
    rank=110,
    name=Text("平均评分(1–5)", "Mean rating (1–5)"),
    question=Text("客户平均打几分?", "How do customers rate us on average?"),
    why=Text("一个数字看出总体好恶。", "One number for how much customers like what they got."),
    formula=Text("评分之和 / 有评分的反馈数(按收回月)", "sum of ratings / forms with a rating, by month received"),
    caveat=Text(
        "平均分不是满意率(4、5 分的占比);没有评分不是低分;电话回访另行统计。",
        "The mean is not the share of 4s and 5s. No rating is not a low one; call-backs are counted apart.",
    ),
    unit=Unit.POINTS,
    direction=Direction.HIGHER_IS_BETTER,
    target=None,
    population="forms",
    at=pl.coalesce("received_at", "sent_at"),
    left_out=(*NOT_SPEAKING, LeftOut("not_rated", Text("未评分", "no rating given"), pl.col("csat").is_null())),
    measure=Mean(value=pl.col("csat"), bounds=(1.0, 5.0)),
    examples=(
        Example(
            Text("5、5、2 分:平均 4 分。", "Ratings of 5, 5 and 2: 4 on average."),
            [_FIVE, _FIVE, {**_FIVE, "csat": 2}],
            value=4.0,
            n=3,
        ),
        Example(
            Text("空白不是 0 分,回访不混入。", "A blank is not a 0, and call-backs are not mixed in."),
            [{**_FIVE, "csat": 3}, {**_FIVE, "csat": None}, {**_FIVE, "source_kind": "callback"}],
            value=3.0,
            n=1,
            excluded=2,
        ),
        Example(Text("没有反馈:没有数据。", "No feedback: no data."), [], value=None, n=0),
    ),
)
