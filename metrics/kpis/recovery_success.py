"""Recovery success: the share of customers asked after a recovery who said they were satisfied."""

import polars as pl

from metrics.model import Direction, Example, Kpi, LeftOut, Share, Unit
from metrics.text import Text

_PLEASED = {"failure_detected_at": 1, "answered": True}

KPI = Kpi(
    key="recovery_success",
    rank=70,
    name=Text("补救成功率", "Recovery success"),
    question=Text("补救之后客户满意了吗?", "Is the customer satisfied after we made good?"),
    why=Text("补救的目的就是让客户重新满意。", "To make the customer satisfied again is what a recovery is for."),
    formula=Text(
        "确认满意的补救 / 客户已答复的补救(按发现月)",
        "recoveries with a satisfied customer / those with an answer, by month found",
    ),
    caveat=Text(
        "只有问过并答复的客户;没问的单独计数。满意不等于会再来:不要由此推断忠诚。",
        "Only customers who were asked and answered; the others are counted apart. Satisfied is not loyal: it does not "
        "say that they will buy again.",
    ),
    unit=Unit.SHARE,
    direction=Direction.HIGHER_IS_BETTER,
    target=None,
    population="recoveries",
    at=pl.col("failure_detected_at"),
    left_out=(LeftOut("not_asked", Text("未问或未答", "not asked, or no answer"), pl.col("answered").is_null()),),
    measure=Share(hit=pl.col("answered")),
    examples=(
        Example(
            Text("五人答复,四人满意:4/5。", "Five answered, four satisfied: 4 of 5."),
            [*[_PLEASED] * 4, {**_PLEASED, "answered": False}],
            value=0.8,
            n=5,
        ),
        Example(
            Text("没问过不是不满意,也不是满意。", "Not asked is neither satisfied nor dissatisfied."),
            [{**_PLEASED, "answered": False}, {"failure_detected_at": 1}],
            value=0.0,
            n=1,
            excluded=1,
        ),
        Example(Text("没有补救:没有数据。", "No recoveries: no data."), [], value=None, n=0),
    ),
)
