"""Repeat complaints: the share of complaints that repeat an earlier one of the same customer."""

import polars as pl

from metrics.complaints.counting import NOT_COUNTED
from metrics.model import Direction, Example, Kpi, Share, Unit
from metrics.text import Text

_SAID = {"received_at": 1}

KPI = Kpi(
    key="complaint_repeat_rate",
    rank=186,
    name=Text("重复投诉率", "Repeat complaints"),
    question=Text("多少投诉是同一件事的再次投诉?", "How many complaints say again what was said before?"),
    why=Text(
        "再次投诉说明上一次的处理没有让客户满意。", "Somebody who complains again was not content with the answer."
    ),
    formula=Text(
        "再次投诉 / 全部投诉(按受理月)", "complaints that repeat an earlier one / all complaints, by month received"
    ),
    caveat=Text(
        "以来源系统所记“再次投诉自”为准;重复录入不是再次投诉。",
        "A repeat is what the source names as one; a complaint entered twice is no repeat.",
    ),
    unit=Unit.SHARE,
    direction=Direction.LOWER_IS_BETTER,
    target=None,
    population="complaints",
    at=pl.col("received_at"),
    left_out=NOT_COUNTED,
    measure=Share(hit=pl.col("repeat_of").is_not_null()),
    examples=(
        Example(
            Text("四件投诉,一件再次投诉:1/4。", "Four complaints, one a repeat: 1 of 4."),
            [*[_SAID] * 3, {**_SAID, "repeat_of": "C1"}],
            value=0.25,
            n=4,
        ),
        Example(
            Text("录入两次的只算一次,也不算再次投诉。", "One that was entered twice counts once, and is no repeat."),
            [_SAID, {**_SAID, "duplicate_of": "C1"}, {**_SAID, "withdrawn": True, "repeat_of": "C1"}],
            value=0.0,
            n=1,
            excluded=2,
        ),
        Example(Text("没有投诉:没有数据。", "No complaints: no data."), [], value=None, n=0),
    ),
)
