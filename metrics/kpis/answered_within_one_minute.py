"""Answered within one minute: the share of answered contacts whose customer waited at most 60 seconds."""

import polars as pl

from metrics.answering import WAIT_UNSTATED
from metrics.episodes import ABANDONED, NOT_INBOUND
from metrics.model import Direction, Example, Kpi, Share, Unit
from metrics.text import Text

_ONE_MINUTE = 60
_ANSWERED = {"inbound": True, "handled": True, "started_at": 1}

KPI = Kpi(
    key="answered_within_one_minute",
    rank=60,
    name=Text("一分钟内接通率", "Answered within one minute"),
    question=Text("接通的来电中,多少在一分钟内接起?", "How many of the answered calls were answered within a minute?"),
    why=Text("平均等待会掩盖等得最久的客户。", "An average wait hides the customers who waited longest."),
    formula=Text(
        "等待不超过 60 秒的接通来电 / 全部接通来电(按来电所在月)",
        "answered after at most 60 seconds / all answered inbound contacts, by month of the contact",
    ),
    caveat=Text(
        "只含接通的来电:等不及挂断的不在内,须与接通率同看。",
        "Only answered calls: those who gave up waiting are missing, so read it beside the answered share.",
    ),
    unit=Unit.SHARE,
    direction=Direction.HIGHER_IS_BETTER,
    target=None,
    population="contacts",
    at=pl.col("started_at"),
    left_out=(NOT_INBOUND, ABANDONED, WAIT_UNSTATED),
    measure=Share(hit=pl.col("waited_seconds") <= _ONE_MINUTE),
    examples=(
        Example(
            Text("等 0、60、61 秒:恰好一分钟算在内,2/3。", "Waits of 0, 60 and 61 s: just a minute counts, 2 of 3."),
            [{**_ANSWERED, "waited_seconds": seconds} for seconds in (0, 60, 61)],
            value=2 / 3,
            n=3,
        ),
        Example(
            Text("等 10 秒后挂断的不算接通。", "Giving up after 10 s is no quick answer."),
            [{**_ANSWERED, "waited_seconds": 90}, {**_ANSWERED, "waited_seconds": 10, "handled": False}],
            value=0.0,
            n=1,
            excluded=1,
        ),
        Example(Text("没有接通的来电:没有数据。", "No answered call: no data."), [], value=None, n=0),
    ),
)
