"""First reply within 48 working hours: the same promise as by the calendar, told in time in which somebody worked."""

from datetime import timedelta

import polars as pl

from metrics.complaints.counting import NOT_COUNTED
from metrics.model import Direction, Example, Kpi, Share, Unit
from metrics.text import Text
from metrics.timeliness.waits import no_calendar

_PROMISED = timedelta(hours=48)
_WORKED, _REPLIED = pl.col("reply_worked"), pl.col("first_reply_at").is_not_null()
_SAID = {"received_at": 0, "first_reply_at": 300}

KPI = Kpi(
    key="complaint_first_reply_within_48_working_hours",
    rank=181,
    name=Text("48 个工作小时内答复的投诉", "Complaints answered within 48 working hours"),
    question=Text("投诉是否在 48 个工作小时内得到首次答复?", "Is a complaint answered within 48 working hours?"),
    why=Text("夜间和假日没有人上班:看服务本身是否拖延。", "Nobody works at night: it shows the service's own part."),
    formula=Text(
        "48 个工作小时内答复的 /(及时 + 超时 + 已到期未答复)(按受理月)",
        "answered within 48 working hours / (in time + late + past due without an answer), by month received",
    ),
    caveat=Text(
        "每天工作 8 小时,48 小时就是六个工作日:须与按自然时间的指标同看。",
        "At eight hours a day, 48 working hours are six working days: read it beside the figure by the calendar.",
    ),
    unit=Unit.SHARE,
    direction=Direction.HIGHER_IS_BETTER,
    target=None,
    population="complaint_clocks",
    at=pl.col("received_at"),
    left_out=(*NOT_COUNTED, no_calendar("reply_worked")),
    immature=~_REPLIED & (_WORKED < _PROMISED),
    measure=Share(hit=_REPLIED & (_WORKED <= _PROMISED)),
    examples=(
        Example(
            Text("48、49 小时,到期未答,未到期:三件中一件及时。", "48 h, 49 h, past due, not due: one of three."),
            [
                *({**_SAID, "reply_worked": hours} for hours in (48, 49)),
                *({"received_at": 0, "reply_worked": hours} for hours in (48, 47)),
            ],
            value=1 / 3,
            n=3,
            immature=1,
        ),
        Example(
            Text("没有工作日历就没有工作时间。", "Without a working calendar there is no working time."),
            [_SAID],
            value=None,
            n=0,
            excluded=1,
        ),
    ),
)
