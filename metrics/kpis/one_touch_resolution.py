"""One-touch resolution: the share of finished cases settled without being handed on or opened again."""

import polars as pl

from metrics.endings import never_resolved, not_counted
from metrics.model import Direction, Example, Kpi, Share, Unit
from metrics.promises import NOT_SERVED
from metrics.text import Text

_SETTLED = {"created_at": 1, "closed_at": 2, "transfer_count": 0, "reopen_count": 0}

KPI = Kpi(
    key="one_touch_resolution",
    rank=90,
    name=Text("一次办结率", "One-touch resolution"),
    question=Text("案件是否由接手的人一次办结?", "Did the first hands settle the case, once and for all?"),
    why=Text("每次转派和重开都让客户再等一次。", "Every hand-over and every reopening makes the customer wait again."),
    formula=Text(
        "未转派且未重开的办结案件 / 全部办结案件(按创建月)",
        "finished cases never transferred nor reopened / all finished cases, by month of creation",
    ),
    caveat=Text(
        "未办结的案件尚不能判断;来源未记录转派或重开次数的单独计数。",
        "Open cases cannot be judged yet; cases whose source keeps no counts are counted apart.",
    ),
    unit=Unit.SHARE,
    direction=Direction.HIGHER_IS_BETTER,
    target=None,
    population="cases",
    at=pl.col("created_at"),
    left_out=(*NOT_SERVED, not_counted("transfer_count", "reopen_count")),
    immature=never_resolved(),
    measure=Share(hit=(pl.col("transfer_count") == 0) & (pl.col("reopen_count") == 0)),
    examples=(
        Example(
            Text("四件办结,一件转派、一件重开:2/4。", "Four finished, one handed on, one reopened: 2 of 4."),
            [_SETTLED, _SETTLED, {**_SETTLED, "transfer_count": 1}, {**_SETTLED, "reopen_count": 1}],
            value=0.5,
            n=4,
        ),
        Example(
            Text(
                "没人碰过的未结案件不算一次办结。", "An open case that nobody has touched is not settled at one touch."
            ),
            [{**_SETTLED, "closed_at": None, "status": "new"}, {**_SETTLED, "transfer_count": None}],
            value=None,
            n=0,
            immature=1,
            excluded=1,
        ),
        Example(Text("没有案件:没有数据。", "No cases: no data."), [], value=None, n=0),
    ),
)
