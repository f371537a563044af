"""Severity-weighted complaints per 100 cases: a critical complaint counts for as many as ten minor ones."""

import polars as pl

from metrics.complaints.counting import NOT_COUNTED
from metrics.complaints.severity import HEAVIEST
from metrics.model import Direction, Example, Kpi, LeftOut, Rate, Unit
from metrics.promises import NOT_SERVED
from metrics.text import Text

_COMPLAINT = pl.col("is_complaint")
_CASE = {"at": 1, "is_complaint": False}
_MINOR = {"at": 1, "is_complaint": True, "weight": 1.0}

KPI = Kpi(
    key="weighted_complaints_per_100_cases",
    rank=189,
    name=Text("每百件加权投诉", "Weighted complaints per 100 cases"),
    question=Text(
        "按严重程度计,每一百个案件引来多少投诉?", "How much complaint, by its severity, do a hundred cases bring?"
    ),
    why=Text("一件重大投诉不等于一件轻微投诉。", "One critical complaint is not one minor complaint."),
    formula=Text(
        "100 × 严重度权重之和(轻微 1、一般 2、严重 5、重大 10)/ 受理的案件(各按所在月)",
        "100 × sum of weights (minor 1, general 2, major 5, critical 10) / cases opened, each in its own month",
    ),
    caveat=Text(
        "权重是本产品的提议;未分级的投诉单独计数;加权和不是泊松计数,区间按 Fay 与 Feuer,偏保守。",
        "The weights are a proposal. Ungraded complaints are counted apart. A weighted sum is no Poisson count: the "
        "interval is Fay and Feuer's, which is rather too wide than too narrow.",
    ),
    unit=Unit.PER_HUNDRED,
    direction=Direction.LOWER_IS_BETTER,
    target=None,
    population="caseload",
    at=pl.col("at"),
    left_out=(
        *NOT_COUNTED,
        *NOT_SERVED,
        LeftOut("not_graded", Text("未分级", "not graded"), _COMPLAINT & pl.col("weight").is_null()),
    ),
    measure=Rate(count=pl.col("weight").fill_null(0.0), exposure=~_COMPLAINT, heaviest=HEAVIEST),
    examples=(
        Example(
            Text("200 个案件,一件轻微、一件重大:每百件 5.5。", "200 cases, a minor and a critical complaint: 5.5."),
            [*[_CASE] * 200, _MINOR, {**_MINOR, "weight": 10.0}],
            value=5.5,
            n=202,
        ),
        Example(
            Text("未分级不是轻微,重复录入的不计。", "Not graded is not minor, and a duplicate does not count."),
            [*[_CASE] * 4, _MINOR, {**_MINOR, "weight": None}, {**_MINOR, "duplicate_of": "C1"}],
            value=25.0,
            n=5,
            excluded=2,
        ),
        Example(Text("什么都没有:没有数据。", "Nothing at all: no data."), [], value=None, n=0),
    ),
)
