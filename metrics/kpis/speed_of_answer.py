"""Speed of answer: the mean wait, in seconds, of customers whose contact was answered."""

import math

import polars as pl

from metrics.answering import WAIT_UNSTATED
from metrics.episodes import ABANDONED, NOT_INBOUND
from metrics.model import Direction, Example, Kpi, Mean, Unit
from metrics.text import Text

_ANSWERED = {"inbound": True, "handled": True, "started_at": 1}

KPI = Kpi(
    key="speed_of_answer",
    rank=70,
    name=Text("平均应答速度", "Speed of answer"),
    question=Text("来电要等多久才有人接?", "How long does a caller wait for an answer?"),
    why=Text("等待是客户对服务的第一印象。", "The wait is the first thing a customer learns about us."),
    formula=Text(
        "接通来电的等待秒数之和 / 接通来电数(按来电所在月)",
        "seconds waited by answered inbound contacts / their number, by month of the contact",
    ),
    caveat=Text(
        "只含接通的来电:放弃的人越多,这个数反而越好看,须与接通率同看。",
        "Only answered calls: the more people give up, the better it looks, so read it beside the answered share.",
    ),
    unit=Unit.SECONDS,
    direction=Direction.LOWER_IS_BETTER,
    target=None,
    population="contacts",
    at=pl.col("started_at"),
    left_out=(NOT_INBOUND, ABANDONED, WAIT_UNSTATED),
    measure=Mean(value=pl.col("waited_seconds"), bounds=(0.0, math.inf)),
    examples=(
        Example(
            Text("等 10、20、90 秒:平均 40 秒。", "Waits of 10, 20 and 90 s: 40 s on average."),
            [{**_ANSWERED, "waited_seconds": seconds} for seconds in (10, 20, 90)],
            value=40.0,
            n=3,
        ),
        Example(
            Text("没有记录等待的不算 0 秒,放弃的不计。", "A wait not recorded is not 0 s; who gave up is not counted."),
            [{**_ANSWERED, "waited_seconds": 30}, _ANSWERED, {**_ANSWERED, "waited_seconds": 300, "handled": False}],
            value=30.0,
            n=1,
            excluded=2,
        ),
        Example(Text("没有接通的来电:没有数据。", "No answered call: no data."), [], value=None, n=0),
    ),
)
