"""Transfer rate: the share of handled contacts that were handed on to somebody else."""

import polars as pl

from metrics.episodes import ABANDONED, NOT_INBOUND
from metrics.kpis.first_contact_resolution import CALL
from metrics.model import Direction, Example, Kpi, LeftOut, Share, Unit
from metrics.text import Text

KPI = Kpi(
    key="transfer_rate",
    rank=136,
    name=Text("转接率", "Transfer rate"),
    question=Text("客户多常被转给别人?", "How often is a customer handed on to somebody else?"),
    why=Text("每次转接客户都要重讲一遍。", "With every transfer the customer tells the story again."),
    formula=Text("转接或升级的来电数 / 接听的来电数", "contacts transferred or escalated / contacts handled"),
    caveat=Text(
        "热转接也计入;来源未记录转接的来电不参与评判。",
        "Warm transfers count too; contacts whose source does not record transfers are not judged.",
    ),
    unit=Unit.SHARE,
    direction=Direction.LOWER_IS_BETTER,
    target=None,
    population="contacts",
    at=pl.col("started_at"),
    left_out=(
        NOT_INBOUND,
        ABANDONED,
        LeftOut("not_recorded", Text("未记录转接", "transfers not recorded"), pl.col("transferred").is_null()),
    ),
    measure=Share(hit=pl.col("transferred") | pl.col("escalated").fill_null(value=False)),
    examples=(
        Example(
            Text("四次来电,一次转接:1/4。", "Four contacts, one handed on: 1 of 4."),
            [{**CALL, "transferred": True}, *[{**CALL, "transferred": False}] * 3],
            value=0.25,
            n=4,
        ),
        Example(
            Text("未记录是否转接:没有数据。", "Nobody recorded it: no data."),
            [CALL],
            value=None,
            n=0,
            excluded=1,
        ),
    ),
)
