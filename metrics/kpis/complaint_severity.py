"""Complaint severity: the mean weight of complaints, from 1 (minor) to 10 (critical)."""

import polars as pl

from metrics.complaints.counting import NOT_COUNTED
from metrics.complaints.severity import HEAVIEST, LIGHTEST
from metrics.model import Direction, Example, Kpi, LeftOut, Mean, Unit
from metrics.text import Text

_MINOR = {"received_at": 1, "weight": 1.0}

KPI = Kpi(
    key="complaint_severity",
    rank=187,
    name=Text("投诉严重度", "Complaint severity"),
    question=Text("投诉的事情有多严重?", "How severe is what customers complain about?"),
    why=Text("投诉变少而变重,不是好消息。", "Fewer but graver complaints are no good news."),
    formula=Text(
        "严重度权重之和(轻微 1、一般 2、严重 5、重大 10)/ 已分级的投诉数(按受理月)",
        "sum of weights (minor 1, general 2, major 5, critical 10) / graded complaints, by month received",
    ),
    caveat=Text(
        "权重是本产品的提议,不是测量;乘以每百件投诉数即每百件加权投诉。",
        "The weights are a proposal, not a measurement. Times the complaints per 100 cases it is the weighted rate in "
        "`pareto`.",
    ),
    unit=Unit.POINTS,
    direction=Direction.LOWER_IS_BETTER,
    target=None,
    population="complaints",
    at=pl.col("received_at"),
    left_out=(*NOT_COUNTED, LeftOut("not_graded", Text("未分级", "not graded"), pl.col("weight").is_null())),
    measure=Mean(value=pl.col("weight"), bounds=(LIGHTEST, HEAVIEST)),
    examples=(
        Example(
            Text("三件轻微、一件重大:13/4。", "Three minor, one critical: 13 over 4."),
            [*[_MINOR] * 3, {**_MINOR, "weight": 10.0}],
            value=3.25,
            n=4,
        ),
        Example(
            Text("未分级不是轻微。", "Not graded is not minor."),
            [{**_MINOR, "weight": 5.0}, {**_MINOR, "weight": None}],
            value=5.0,
            n=1,
            excluded=1,
        ),
        Example(Text("没有投诉:没有数据。", "No complaints: no data."), [], value=None, n=0),
    ),
)
