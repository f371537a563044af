"""The A–E score of forms that nobody has verified yet, apart from the verified one."""

import polars as pl

from metrics.item_scores import VERIFIED
from metrics.model import Direction, Example, Kpi, LeftOut, Mean, Unit
from metrics.populations.forms import ITEMS
from metrics.returned import NOT_SPEAKING
from metrics.text import Text

_ALL_A = {"verified": "pending", "graded_items": 3, "score": 6, "received_at": 1}

KPI = Kpi(
    key="satisfaction_score_unverified",
    rank=115,
    name=Text("未核实表得分(A–E)", "Score of unverified forms (A–E)"),
    question=Text("还没核实的反馈表说了什么?", "What do the forms say that nobody verified yet?"),
    why=Text(
        "与已核实得分差得远,说明核实改变了结果。", "Far from the verified score, it shows that verification changes it."
    ),
    formula=Text(
        "三项得分之和 / 未核实反馈表数(按收回月)", "sum of the three items / unverified forms, by month received"
    ),
    caveat=Text(
        "不用于奖罚,也不与已核实得分合并;客户当面交给技师的表未必坦率。",
        "No reward rests on it and it is never merged with the verified score; a form handed to the technician in "
        "person may be less than frank.",
    ),
    unit=Unit.SCORE,
    direction=Direction.HIGHER_IS_BETTER,
    target=None,
    population="forms",
    at=pl.coalesce("received_at", "sent_at"),
    left_out=(
        *NOT_SPEAKING,
        VERIFIED,
        LeftOut("partial", Text("有未填项", "an item was left blank"), pl.col("graded_items") < len(ITEMS)),
    ),
    measure=Mean(value=pl.col("score"), bounds=(-6.0, 6.0)),
    examples=(
        Example(
            Text("待核实两张,6 分和 0 分:平均 3。", "Two waiting to be verified, 6 and 0: 3 on average."),
            [_ALL_A, {**_ALL_A, "score": 0}],
            value=3.0,
            n=2,
        ),
        Example(
            Text("已核实的不混入,来源没说的算未核实。", "Verified forms stay out; unknown counts as unverified."),
            [{**_ALL_A, "verified": None}, {**_ALL_A, "verified": "confirmed", "score": -6}],
            value=6.0,
            n=1,
            excluded=1,
        ),
        Example(Text("没有反馈表:没有数据。", "No forms: no data."), [], value=None, n=0),
    ),
)
