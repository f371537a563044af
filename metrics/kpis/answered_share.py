"""Answered share: the share of the customers' contacts that somebody answered."""

import polars as pl

from metrics.answering import ANSWER_UNSTATED
from metrics.episodes import NOT_INBOUND
from metrics.model import Direction, Example, Kpi, Share, Unit
from metrics.text import Text

_ANSWERED = {"inbound": True, "answered": True, "started_at": 1}
_ABANDONED = {**_ANSWERED, "answered": False}

KPI = Kpi(
    key="answered_share",
    rank=50,
    name=Text("接通率", "Answered share"),
    question=Text("客户找我们时,有人接吗?", "When customers call, does somebody answer?"),
    why=Text("没接通的来电不会出现在其他任何指标里。", "A call nobody answered shows up in no other figure."),
    formula=Text(
        "接通的客户来电 / 全部客户来电(按来电所在月)",
        "answered inbound contacts / all inbound contacts, by month of the contact",
    ),
    caveat=Text(
        "很快挂断的也算未接通;外呼、打错和测试不计。",
        "Somebody who hangs up at once counts as not answered; outbound, wrong-number and test calls do not count.",
    ),
    unit=Unit.SHARE,
    direction=Direction.HIGHER_IS_BETTER,
    target=None,
    population="contacts",
    at=pl.col("started_at"),
    left_out=(NOT_INBOUND, ANSWER_UNSTATED),
    measure=Share(hit=pl.col("answered")),
    examples=(
        Example(
            Text("四个来电,三个接通:3/4。", "Four calls, three answered: 3 of 4."),
            [*[_ANSWERED] * 3, _ABANDONED],
            value=0.75,
            n=4,
        ),
        Example(
            Text(
                "外呼不计;来源没说是否接通的,不当作接通。", "Outbound is left out; unknown is not taken for answered."
            ),
            [_ANSWERED, _ABANDONED, {**_ANSWERED, "inbound": False}, {**_ANSWERED, "answered": None}],
            value=0.5,
            n=2,
            excluded=2,
        ),
        Example(Text("没有来电:没有数据。", "No calls: no data."), [], value=None, n=0),
    ),
)
