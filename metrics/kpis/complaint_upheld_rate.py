"""Upheld rate: the share of judged complaints in which the customer was right."""

import polars as pl

from metrics.complaints.counting import NOT_COUNTED
from metrics.model import Direction, Example, Kpi, Share, Unit
from metrics.text import Text

_UPHELD = {"received_at": 1, "verified": "confirmed", "upheld": True}

KPI = Kpi(
    key="complaint_upheld_rate",
    rank=185,
    name=Text("投诉成立率", "Upheld complaints"),
    question=Text("多少投诉经核实确属我方责任?", "In how many complaints was the customer right?"),
    why=Text("成立的投诉才是我们能改的。", "Complaints that are upheld are those we can do something about."),
    formula=Text(
        "成立的投诉 / 已有结论的投诉(按受理月)", "complaints upheld / complaints that were judged, by month received"
    ),
    caveat=Text(
        "结论由公司自己作出;尚无结论的单独计数,近月会变。",
        "The company judges itself. Complaints without a verdict are counted apart, so the latest months still move.",
    ),
    unit=Unit.SHARE,
    direction=Direction.LOWER_IS_BETTER,
    target=None,
    population="complaints",
    at=pl.col("received_at"),
    left_out=NOT_COUNTED,
    immature=pl.col("upheld").is_null(),
    measure=Share(hit=pl.col("upheld")),
    examples=(
        Example(
            Text("四件有结论,一件成立:1/4。", "Four judged, one upheld: 1 of 4."),
            [_UPHELD, *[{**_UPHELD, "upheld": False}] * 3],
            value=0.25,
            n=4,
        ),
        Example(
            Text("没有结论不是不成立;重复的不计。", "No verdict yet is not a rejection; a duplicate does not count."),
            [_UPHELD, {**_UPHELD, "upheld": None}, {**_UPHELD, "duplicate_of": "C1"}],
            value=1.0,
            n=1,
            immature=1,
            excluded=1,
        ),
        Example(Text("没有投诉:没有数据。", "No complaints: no data."), [], value=None, n=0),
    ),
)
