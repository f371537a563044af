"""Median recovery time: from the failure being found to the customer saying that he is satisfied."""

import polars as pl

from metrics.model import Direction, Example, Kpi, Quantile, Unit
from metrics.recovery.steps import SATISFIED
from metrics.text import Text

_FOUND = pl.col("failure_detected_at")
_UNTIL = pl.when(SATISFIED).then(pl.col("answered_at")).otherwise(pl.col("as_of"))
_HOUR = 3_600

KPI = Kpi(
    key="recovery_time_p50",
    rank=194,
    name=Text("补救时间中位数", "Median recovery time"),
    question=Text("出错之后,客户多久才重新满意?", "How long until a customer is satisfied again?"),
    why=Text("补救来得慢,客户已经走了。", "A recovery that comes late finds the customer gone."),
    formula=Text(
        "一半补救在此时间内得到客户“满意”的答复(按发现月;未结的按至今时间计)",
        "the time within which half of the recoveries have a satisfied customer, by month found; open ones count",
    ),
    caveat=Text(
        "自然时间,夜间和假日不扣除;答复不满意的仍算在等;未结的知道至少这么久,不可去掉。",
        "Calendar time: nights and holidays count. A customer who said no is still waiting; an open recovery is known "
        "to take at least this long and must not be dropped.",
    ),
    unit=Unit.SECONDS,
    direction=Direction.LOWER_IS_BETTER,
    target=None,
    population="recoveries",
    at=_FOUND,
    measure=Quantile(value=_UNTIL - _FOUND, q=0.5, observed=SATISFIED),
    examples=(
        Example(
            Text("10、20、30 小时后满意:20 小时。", "Satisfied after 10, 20 and 30 hours: 20 hours."),
            [{"failure_detected_at": 0, "answered": True, "answered_at": hours} for hours in (10, 20, 30)],
            value=20.0 * _HOUR,
            n=3,
        ),
        Example(
            Text(
                "一个未结、一个说不满意,都已 100 小时:中位数是 20 小时,不是 15。",
                "One open, one who said no, both for 100 hours: the median is 20 hours, not 15.",
            ),
            [
                {"failure_detected_at": 0, "answered": True, "answered_at": 10},
                {"failure_detected_at": 0, "answered": True, "answered_at": 20},
                {"failure_detected_at": 0},
                {"failure_detected_at": 0, "answered": False, "answered_at": 5},
            ],
            as_of=100,
            value=20.0 * _HOUR,
            n=4,
        ),
        Example(Text("没有补救:没有数据。", "No recoveries: no data."), [], value=None, n=0),
    ),
)
