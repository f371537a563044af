"""Complaints per 100 cases: complaints received in a month over the cases opened in it."""

import polars as pl

from metrics.complaints.counting import NOT_COUNTED
from metrics.model import Direction, Example, Kpi, Rate, Unit
from metrics.promises import NOT_SERVED
from metrics.text import Text

_COMPLAINT = pl.col("is_complaint")
_SAID, _CASE = {"at": 1, "is_complaint": True}, {"at": 1, "is_complaint": False}
_LEFT_OUT: list[dict[str, object]] = [{**_SAID, "duplicate_of": "C1"}, {**_SAID, "withdrawn": True}]
_LEFT_OUT += [{**_CASE, "merged_into": "K1"}, {**_CASE, "status": "cancelled"}]

KPI = Kpi(
    key="complaints_per_100_cases",
    rank=25,
    name=Text("每百件投诉数", "Complaints per 100 cases"),
    question=Text("每一百个案件引来多少投诉?", "How many complaints does a hundred cases bring?"),
    why=Text(
        "投诉是客户愿意告诉我们的那部分不满。", "Complaints are the part of the discontent that customers tell us."
    ),
    formula=Text(
        "100 × 受理的投诉 / 受理的案件(投诉按受理月,案件按创建月)",
        "100 × complaints received / cases opened, each in its own month",
    ),
    caveat=Text(
        "n 为案件与投诉之和,暴露量是案件数;一件可有几次投诉,故为泊松区间;投诉少也可能是渠道不畅,须与捕获率同看。",
        "n is cases plus complaints, the exposure the cases. A case may bring several, hence a Poisson interval. Few "
        "may also mean that nobody listens: read it beside the capture rate.",
    ),
    unit=Unit.PER_HUNDRED,
    direction=Direction.LOWER_IS_BETTER,
    target=None,
    population="caseload",
    at=pl.col("at"),
    left_out=(*NOT_COUNTED, *NOT_SERVED),
    measure=Rate(count=_COMPLAINT, exposure=~_COMPLAINT),
    examples=(
        Example(
            Text("200 个案件、2 件投诉:每百件 1。", "200 cases and 2 complaints: 1 per 100."),
            [*[_CASE] * 200, *[_SAID] * 2],
            value=1.0,
            n=202,
        ),
        Example(
            Text(
                "重复、撤回的投诉和并案、取消的案件都不计。", "Entered twice, withdrawn, merged, cancelled: left out."
            ),
            [*[_CASE] * 4, _SAID, *_LEFT_OUT],
            value=25.0,
            n=5,
            excluded=4,
        ),
        Example(
            Text("没有案件却有投诉:无从比较。", "A complaint but no cases: nothing to compare."), [_SAID], None, n=1
        ),
        Example(Text("什么都没有:没有数据。", "Nothing at all: no data."), [], value=None, n=0),
    ),
)
