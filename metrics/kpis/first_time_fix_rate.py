"""First-time fix rate: the share of finished first visits that fixed the fault, with no visit after it."""

import polars as pl

from metrics.model import Direction, Example, Kpi, LeftOut, Share, Unit
from metrics.populations.jobs import REVISIT_WINDOW
from metrics.text import Text

_AT = pl.coalesce("finished_at", "arrived_at", "scheduled_at")
_LATER = pl.col("revisit_of").is_not_null() | (pl.col("visit_no") > 1).fill_null(value=False)
_VISITED_AGAIN = (pl.col("revisit_after") <= REVISIT_WINDOW).fill_null(value=False)
_FIXED = {"finished_at": 1, "result": "fixed", "visit_no": 1}

KPI = Kpi(
    key="first_time_fix_rate",
    rank=45,
    name=Text("一次修复率", "First-time fix rate"),
    question=Text("维修是否一次上门就修好?", "Does the first visit fix it?"),
    why=Text("每次返修都让客户再等,公司再跑。", "Every return visit costs the customer a day and us a trip."),
    formula=Text(
        "首次上门修好且 30 天内无返修的 / 已满 30 天的首次上门(按完成月)",
        "first visits that fixed it with no revisit within 30 days / first visits at least 30 days old, by month done",
    ),
    caveat=Text(
        "返修以来源系统所记“返修自”为准;取消的和没进门的不计;最近 30 天尚不能判断。",
        "A revisit is what the source names as one; cancelled visits and those without access do not count.",
    ),
    unit=Unit.SHARE,
    direction=Direction.HIGHER_IS_BETTER,
    target=None,
    population="jobs",
    at=_AT,
    window=REVISIT_WINDOW,
    left_out=(
        LeftOut("later_visit", Text("后续上门,不是首次", "not the first visit"), _LATER),
        LeftOut("cancelled", Text("已取消", "cancelled"), pl.col("result") == "cancelled"),
        LeftOut("no_access", Text("未能进门", "nobody let us in"), pl.col("result") == "no_access"),
        LeftOut("not_recorded", Text("未记录结果", "the result is not recorded"), pl.col("result").is_null()),
    ),
    immature=pl.col("as_of") < _AT + REVISIT_WINDOW,
    measure=Share(hit=(pl.col("result") == "fixed") & ~_VISITED_AGAIN),
    examples=(
        Example(
            Text("两次修好、一次没有、一次返修:2/4。", "Two fixed, one not, one fixed and visited again: 2 of 4."),
            [_FIXED, _FIXED, {**_FIXED, "result": "not_fixed"}, {**_FIXED, "revisit_after": 48}],
            value=0.5,
            n=4,
        ),
        Example(
            Text("返修不是首次;昨天的还不能判断。", "A revisit is no first visit; yesterday's is too fresh."),
            [{**_FIXED, "revisit_of": "J1"}, {**_FIXED, "finished_at": 9_980}, {**_FIXED, "result": "no_access"}],
            value=None,
            n=0,
            immature=1,
            excluded=2,
        ),
        Example(Text("没有上门:没有数据。", "No visits: no data."), [], value=None, n=0),
    ),
)
