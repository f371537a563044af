"""Median recovery time in working time: from the failure being found to the customer saying that he is satisfied."""

import polars as pl

from metrics.model import Direction, Example, Kpi, Quantile, Unit
from metrics.recovery.steps import SATISFIED
from metrics.text import Text
from metrics.timeliness.waits import no_calendar

_DONE = {"failure_detected_at": 0, "answered": True, "answered_at": 90}
_OPEN = {"failure_detected_at": 0}
_HOUR = 3_600

KPI = Kpi(
    key="recovery_working_time_p50",
    rank=195,
    name=Text("补救时间中位数,工作时间", "Median recovery time, in working time"),
    question=Text(
        "出错之后,我们用多少工作时间让客户重新满意?", "How much working time until a customer is satisfied again?"
    ),
    why=Text("夜间和假日没有人上班:看服务本身是否拖延。", "Nobody works at night: it shows the service's own part."),
    formula=Text(
        "一半补救在此工作时间内得到客户“满意”的答复(按发现月;未结的按至今的工作时间计)",
        "the working time within which half of the recoveries satisfied the customer, by month found; open ones count",
    ),
    caveat=Text(
        "客户等的是自然时间:须与补救时间中位数同看;答复不满意的仍算在等。",
        "Customers wait by the calendar: read it beside the median recovery time. One who said no is still waiting.",
    ),
    unit=Unit.WORKING_SECONDS,
    direction=Direction.LOWER_IS_BETTER,
    target=None,
    population="recovery_clocks",
    at=pl.col("failure_detected_at"),
    left_out=(no_calendar("recovery_worked"),),
    measure=Quantile(value=pl.col("recovery_worked"), q=0.5, observed=SATISFIED),
    examples=(
        Example(
            Text("10、20、30 个工作小时后满意:20 小时。", "Satisfied after 10, 20 and 30 working hours: 20 hours."),
            [{**_DONE, "recovery_worked": hours} for hours in (10, 20, 30)],
            value=20.0 * _HOUR,
            n=3,
        ),
        Example(
            Text("一个未结、一个说不满意:中位数不是 15。", "One open, one who said no: the median is not 15."),
            [
                *({**_DONE, "recovery_worked": hours} for hours in (10, 20)),
                {**_OPEN, "recovery_worked": 100},
                {**_DONE, "answered": False, "recovery_worked": 100},
            ],
            value=20.0 * _HOUR,
            n=4,
        ),
        Example(
            Text("没有日历无从说起。", "Without a calendar nothing is said."), [_DONE], value=None, n=0, excluded=1
        ),
    ),
)
