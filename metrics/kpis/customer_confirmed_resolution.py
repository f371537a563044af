"""Customer-confirmed resolution: the share of customers asked who say that one contact settled their issue."""

import polars as pl

from metrics.model import Direction, Example, Kpi, LeftOut, Share, Unit
from metrics.returned import NOT_SPEAKING
from metrics.text import Text

_SAID = pl.col("settled_at_once")

KPI = Kpi(
    key="customer_confirmed_resolution",
    rank=132,
    name=Text("客户确认的一次解决率", "Resolution confirmed by customers"),
    question=Text("客户自己说一次就解决了吗?", "Do customers themselves say that one contact was enough?"),
    why=Text("坐席说解决了,未必真的解决。", "What the agent calls resolved need not be."),
    formula=Text("答“是”的人数 / 作答人数", "customers who say yes / customers who answered"),
    caveat=Text(
        "只问到愿意作答的客户,电话回访另行统计;与按来电推算的一次性解决率并看,不可混算。",
        "Only those who answer are heard; call-backs stay apart. See it beside the figure from contacts, never mixed "
        "with it.",
    ),
    unit=Unit.SHARE,
    direction=Direction.HIGHER_IS_BETTER,
    target=None,
    population="forms",
    at=pl.coalesce("received_at", "sent_at"),
    left_out=(
        *NOT_SPEAKING,
        LeftOut("not_answered", Text("未作答", "did not answer the question"), _SAID.is_null()),
    ),
    measure=Share(hit=_SAID),
    examples=(
        Example(
            Text("两人说是、一人说否、一人未答:2/3。", "Two say yes, one no, one is silent: 2 of 3."),
            [{"received_at": 1, "settled_at_once": said} for said in (True, True, False, None)],
            value=2 / 3,
            n=3,
            excluded=1,
        ),
        Example(Text("没有人被问到:没有数据。", "Nobody was asked: no data."), [], value=None, n=0),
    ),
)
