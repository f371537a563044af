"""Net first-contact resolution: issues that no single contact could settle are left out."""

from dataclasses import replace

import polars as pl

from metrics.kpis.first_contact_resolution import CALL
from metrics.kpis.first_contact_resolution import KPI as GROSS
from metrics.model import Example, LeftOut
from metrics.text import Text

KPI = replace(
    GROSS,
    key="first_contact_resolution_net",
    rank=125,
    name=Text("一次性解决率(净)", "First-contact resolution, net"),
    target=None,
    formula=Text(
        "一次联系即解决的问题数 /(已满 7 天的问题数 − 不可能一次解决的)",
        "issues settled by their only contact / (issues at least 7 days old − those that could not be)",
    ),
    caveat=Text(
        "由原因代码决定哪些问题不可能一次解决;放宽名单就能抬高数值,请与毛值并看。",
        "Reason codes say which issues cannot be settled at once; a longer list flatters, so see it beside the gross.",
    ),
    left_out=(
        *GROSS.left_out,
        LeftOut("not_eligible", Text("不可能一次解决", "cannot be settled by one contact"), ~pl.col("eligible")),
    ),
    examples=(
        Example(
            Text("须上门的问题不计入:1/1。", "An issue that needs a visit does not count: 1 of 1."),
            [{**CALL, "eligible": True}, {**CALL, "eligible": False, "disposition": "follow_up_promised"}],
            value=1.0,
            n=1,
            excluded=1,
        ),
        Example(Text("没有来电:没有数据。", "No calls: no data."), [], value=None, n=0),
    ),
)
