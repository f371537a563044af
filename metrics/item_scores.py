"""Each of the three graded items on its own: the mean points of verified forms, −2 (E) to 2 (A)."""

import polars as pl

from metrics.model import Direction, Example, Kpi, LeftOut, Mean, Unit
from metrics.populations.forms import POINTS, item_points
from metrics.returned import NOT_SPEAKING
from metrics.text import Text

_VERIFIED = pl.col("verified").is_in(["confirmed", "corrected"]).fill_null(value=False)
UNVERIFIED = LeftOut("unverified", Text("尚未核实", "not verified"), ~_VERIFIED)
VERIFIED = LeftOut("verified", Text("已核实,另行统计", "verified: counted apart"), _VERIFIED)


def item_score(item: str, rank: int, name: Text, question: Text, why: Text) -> Kpi:
    """Return the KPI `<item>_score`: the mean points of one item over verified forms that graded it."""
    return Kpi(
        key=f"{item}_score",
        rank=rank,
        name=name,
        question=question,
        why=why,
        formula=Text(
            "该项得分之和(A=2、B=1、C=0、D=−1、E=−2)/ 评了该项的已核实反馈表数(按收回月)",
            "sum of the item's points (A=2, B=1, C=0, D=−1, E=−2) / verified forms that graded it, by month received",
        ),
        caveat=Text(
            "空白不是 C;缺项的表在这里计入、在总分里不计,所以三项之和未必等于总分。",
            "A blank is not a C. A partial form counts here and not in the whole score, so the three need not add up.",
        ),
        unit=Unit.SCORE,
        direction=Direction.HIGHER_IS_BETTER,
        target=None,
        population="forms",
        at=pl.coalesce("received_at", "sent_at"),
        left_out=(
            *NOT_SPEAKING,
            UNVERIFIED,
            LeftOut("blank", Text("未填此项", "the item was left blank"), pl.col(item).is_null()),
        ),
        measure=Mean(value=item_points(item), bounds=(float(min(POINTS.values())), float(max(POINTS.values())))),
        examples=_examples(item),
    )


def _examples(item: str) -> tuple[Example, ...]:
    best = {"received_at": 1, "verified": "confirmed", item: "A"}
    return (
        Example(
            Text("A、A、C、E:平均 0.5 分。", "A, A, C and E: 0.5 on average."),
            [best, best, {**best, item: "C"}, {**best, item: "E"}],
            value=0.5,
            n=4,
        ),
        Example(
            Text("空白不是 C,未核实的不计。", "A blank is not a C, and an unverified form does not count."),
            [{**best, item: "D"}, {**best, item: None}, {**best, "verified": "pending"}],
            value=-1.0,
            n=1,
            excluded=2,
        ),
        Example(Text("没有反馈表:没有数据。", "No forms: no data."), [], value=None, n=0),
    )
