"""Non-critical accuracy: the share of non-critical attributes that were done right."""

import polars as pl

from metrics.accuracy.rounds import NOT_FINAL
from metrics.model import Direction, Example, Kpi, LeftOut, Share, Unit
from metrics.text import Text

_FINAL = {"contact_at": 1, "audit_status": "valid", "round": "primary", "speaks": True, "adjudicated": False}
_RIGHT = {**_FINAL, "error_class": "non_critical", "result": "pass"}

KPI = Kpi(
    key="non_critical_accuracy",
    rank=175,
    name=Text("非关键项准确率", "Non-critical accuracy"),
    question=Text("问候、语气等细节做到了多少?", "How much of the courtesy around the answer was done right?"),
    why=Text(
        "细节不致命,按项计才看得出变化。", "Small slips fail no transaction; counted per attribute they show a trend."
    ),
    formula=Text(
        "合格的非关键项 / 有评分的非关键项(按联系所在月)",
        "non-critical attributes passed / those judged, by month of the contact",
    ),
    caveat=Text(
        "按质检项计,不按次计,不能与关键准确率相加;区间把各项当作独立,偏窄。",
        "Counts attributes, not transactions: never add it to the critical accuracies. The interval takes the "
        "attributes of one audit for independent and is a little narrow.",
    ),
    unit=Unit.SHARE,
    direction=Direction.HIGHER_IS_BETTER,
    target=None,
    population="ratings",
    at=pl.coalesce("contact_at", "sampled_at"),
    left_out=(
        LeftOut("critical", Text("关键项,另行统计", "a critical attribute"), pl.col("error_class") != "non_critical"),
        *NOT_FINAL,
        LeftOut("not_applicable", Text("不适用", "not applicable"), pl.col("result") == "na"),
    ),
    measure=Share(hit=pl.col("result") == "pass"),
    examples=(
        Example(
            Text("五项评分,一项不合格:4/5。", "Five attributes judged, one failed: 4 of 5."),
            [*[_RIGHT] * 4, {**_RIGHT, "result": "fail"}],
            value=0.8,
            n=5,
        ),
        Example(
            Text("不适用不是合格;关键项不混入。", "“Not applicable” is no pass; critical attributes do not mix in."),
            [_RIGHT, {**_RIGHT, "result": "na"}, {**_RIGHT, "error_class": "business_critical", "result": "fail"}],
            value=1.0,
            n=1,
            excluded=2,
        ),
        Example(Text("没有质检:没有数据。", "No audits: no data."), [], value=None, n=0),
    ),
)
