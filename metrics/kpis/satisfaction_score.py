"""The A–E satisfaction score: the mean total of three graded items over verified forms."""

import polars as pl

from metrics.model import Direction, Example, Kpi, LeftOut, Mean, Target, Unit
from metrics.populations.forms import ITEMS
from metrics.returned import NOT_SPEAKING
from metrics.text import Text

_VERIFIED = pl.col("verified").is_in(["confirmed", "corrected"])
_ALL_A = {"verified": "confirmed", "graded_items": 3, "score": 6, "received_at": 1}

KPI = Kpi(
    key="satisfaction_score",
    rank=20,
    name=Text("满意度得分(A–E)", "Satisfaction score (A–E)"),
    question=Text(
        "客户对及时性、维修质量和态度打了多少分?", "How did customers grade timeliness, repair and attitude?"
    ),
    why=Text("监督部据此逐月奖罚。", "The monthly reward and penalty rest on it."),
    formula=Text(
        "三项得分之和(A=2、B=1、C=0、D=−1、E=−2)/ 已核实反馈表数(按收回月)",
        "sum of the three items (A=2, B=1, C=0, D=−1, E=−2) / verified forms, by month received",
    ),
    caveat=Text(
        "每表 −6…+6 分;空白不是 C;未核实、缺项和电话回访单独计数,不混入。",
        "A form gives −6…+6. A blank is not a C; unverified, partial and call-back forms are counted apart.",
    ),
    unit=Unit.SCORE,
    direction=Direction.HIGHER_IS_BETTER,
    target=Target(meet=4.0, near=3.5),
    population="forms",
    at=pl.coalesce("received_at", "sent_at"),
    left_out=(
        *NOT_SPEAKING,
        LeftOut("unverified", Text("尚未核实", "not verified"), ~_VERIFIED.fill_null(value=False)),
        LeftOut("partial", Text("有未填项", "an item was left blank"), pl.col("graded_items") < len(ITEMS)),
    ),
    measure=Mean(value=pl.col("score"), bounds=(-6.0, 6.0)),
    examples=(
        Example(
            Text("十张表共 40 分:4.0。", "Ten forms with 40 points in all: 4.0."),
            [*[_ALL_A] * 5, *[{**_ALL_A, "score": 2}] * 5],
            value=4.0,
            n=10,
        ),
        Example(
            Text("未核实与缺项的表不计分。", "Unverified and partial forms do not count."),
            [_ALL_A, {**_ALL_A, "verified": "pending"}, {**_ALL_A, "graded_items": 2, "score": 4}],
            value=6.0,
            n=1,
            excluded=2,
        ),
        Example(Text("没有反馈表:没有数据,而不是 0 分。", "No forms: no data, not a score of 0."), [], value=None, n=0),
    ),
)
