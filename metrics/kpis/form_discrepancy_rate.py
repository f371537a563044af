"""Form discrepancy: the share of call-backs in which the customer grades otherwise than on the form."""

import polars as pl

from metrics.model import Direction, Example, Kpi, LeftOut, Share, Unit
from metrics.text import Text

_SAME = {"received_at": 1, "form": "F1", "compared_items": 3, "different_items": 0}

KPI = Kpi(
    key="form_discrepancy_rate",
    rank=119,
    name=Text("反馈表与回访不符率", "Forms that call-backs contradict"),
    question=Text("电话里说的和表上填的一致吗?", "Do customers say on the phone what the form says?"),
    why=Text(
        "当面收的表不匿名:核对才知道能信多少。",
        "A form handed over in person is not anonymous: checking tells its worth.",
    ),
    formula=Text(
        "至少一项等级不同的回访 / 同一工作项(或案件)也有反馈表的回访(按回访月)",
        "call-backs with a grade that differs / call-backs about work that a form graded too, by month of the call",
    ),
    caveat=Text(
        "与更正前的表比较;电话里往往更客气,差异不等于造假。没有对应反馈表的回访单独计数。",
        "Compared with the form before any correction. People are kinder on the phone: a difference is no proof of "
        "forgery. Call-backs without a form are counted apart.",
    ),
    unit=Unit.SHARE,
    direction=Direction.LOWER_IS_BETTER,
    target=None,
    population="callbacks",
    at=pl.col("received_at"),
    left_out=(
        LeftOut("no_form", Text("没有对应的反馈表", "no form about the same work"), pl.col("form").is_null()),
        LeftOut("no_common_item", Text("没有共同评分项", "no item graded both ways"), pl.col("compared_items") == 0),
    ),
    measure=Share(hit=pl.col("different_items") > 0),
    examples=(
        Example(
            Text(
                "四次回访,一次两项不同:1/4,按表计。", "Four call-backs, one with two grades changed: 1 of 4, by form."
            ),
            [*[_SAME] * 3, {**_SAME, "different_items": 2}],
            value=0.25,
            n=4,
        ),
        Example(
            Text("没有表可比不是一致。", "Nothing to compare with is no agreement."),
            [{**_SAME, "form": None}, {**_SAME, "compared_items": 0}],
            value=None,
            n=0,
            excluded=2,
        ),
        Example(Text("没有回访:没有数据。", "No call-backs: no data."), [], value=None, n=0),
    ),
)
