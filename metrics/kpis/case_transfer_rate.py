"""Case transfer rate: the share of cases that were handed on at least once."""

import polars as pl

from metrics.endings import not_counted
from metrics.model import Direction, Example, Kpi, Share, Unit
from metrics.promises import NOT_SERVED
from metrics.text import Text

_KEPT = {"created_at": 1, "transfer_count": 0}

KPI = Kpi(
    key="case_transfer_rate",
    rank=138,
    name=Text("案件转派率", "Case transfer rate"),
    question=Text("多少案件换过手?", "How many cases changed hands?"),
    why=Text("每换一次手,客户就要再说一遍。", "With every hand-over the customer tells it all again."),
    formula=Text(
        "至少转派一次的案件 / 全部案件(按创建月)", "cases handed on at least once / all cases, by month of creation"
    ),
    caveat=Text(
        "通话内的转接见转接率;未结案件仍可能转派,近月偏低。",
        "Transfers within a call are the transfer rate's; open cases may still be handed on: the latest months rise.",
    ),
    unit=Unit.SHARE,
    direction=Direction.LOWER_IS_BETTER,
    target=None,
    population="cases",
    at=pl.col("created_at"),
    left_out=(*NOT_SERVED, not_counted("transfer_count")),
    measure=Share(hit=pl.col("transfer_count") > 0),
    examples=(
        Example(
            Text("四件,一件转派三次:1/4,按案件计。", "Four cases, one handed on three times: 1 of 4, counted by case."),
            [*[_KEPT] * 3, {**_KEPT, "transfer_count": 3}],
            value=0.25,
            n=4,
        ),
        Example(
            Text(
                "来源未记录次数的不当作没转派。", "A case whose source keeps no count is not taken for never handed on."
            ),
            [{**_KEPT, "transfer_count": 1}, {"created_at": 1}, {**_KEPT, "merged_into": "C1"}],
            value=1.0,
            n=1,
            excluded=2,
        ),
        Example(Text("没有案件:没有数据。", "No cases: no data."), [], value=None, n=0),
    ),
)
