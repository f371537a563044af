"""Median time until a stage is reached, among the cases that reached it: the flattering reading, named so."""

import polars as pl

from metrics.model import Direction, Example, Kpi, Quantile, Unit
from metrics.text import Text
from metrics.timeliness.contact import IN_EARNEST

# A stage that was noted before the case was opened took no time after the opening.
_WAITED = pl.max_horizontal("entered_at", "created_at") - pl.col("created_at")
_ENTRY = {"created_at": 0, "stage": "contact"}

KPI = Kpi(
    key="stage_time_p50_reached_only",
    rank=218,
    name=Text("到达阶段用时(中位数,仅到达者)", "Time to a stage, median, cases that reached it only"),
    question=Text("案件多久到达某个阶段?", "How long does it take a case to reach a stage?"),
    why=Text("看时间花在哪个阶段之前。", "Shows before which stage the time goes."),
    formula=Text(
        "从创建到首次进入该阶段的时间的中位数(第 7 型分位数,按创建月)",
        "median (type 7) of the time from creation to the first entry into the stage, by month of creation",
    ),
    caveat=Text(
        "未到达该阶段的案件不在内;各阶段合在一起没有意义,请按 stage 查看。",
        "Cases that have not reached the stage are missing. Stages taken together mean nothing: ask by stage.",
    ),
    unit=Unit.SECONDS,
    direction=Direction.LOWER_IS_BETTER,
    target=None,
    population="stages",
    at=pl.col("created_at"),
    left_out=IN_EARNEST,
    measure=Quantile(_WAITED, 0.5),
    examples=(
        Example(
            Text("1、2、6 小时后到达:中位数 2 小时。", "Reached after 1, 2 and 6 h: the median is 2 h."),
            [{**_ENTRY, "entered_at": hours} for hours in (1, 2, 6)],
            value=7200.0,
            n=3,
        ),
        Example(
            Text("创建之前就记录的阶段不占时间。", "A stage noted before the case was opened took no time."),
            [{"created_at": 5, "entered_at": 3}, {**_ENTRY, "entered_at": 1, "merged_into": "C2"}],
            value=0.0,
            n=1,
            excluded=1,
        ),
        Example(Text("没有案件:没有数据。", "No cases: no data."), [], value=None, n=0),
    ),
)
