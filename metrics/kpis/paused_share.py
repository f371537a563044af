"""Paused share: how much of a case's working life until its resolution its clock stood still."""

import polars as pl

from metrics.model import Direction, Example, Kpi, LeftOut, Mean, Unit
from metrics.text import Text
from metrics.timeliness import RESOLUTION
from metrics.timeliness.waits import no_calendar

_PAUSED, _RUN = (pl.col(name).dt.total_microseconds() for name in ("paused", "resolution_worked"))
_CASE = {"created_at": 0, "resolved_first_at": 10}
_OPEN = [{"created_at": 0, "resolution_worked": hours, "paused": 0} for hours in (0, 1)]

KPI = Kpi(
    key="paused_share",
    rank=222,
    name=Text("暂停占比", "Share of life spent paused"),
    question=Text("案件处理期间有多少工作时间被暂停计时?", "For how much of its life does a case's clock stand still?"),
    why=Text("暂停让期限后移:过多的暂停可能是在修饰及时率。", "Pauses move due times: many may dress up timeliness."),
    formula=Text(
        "各案件暂停的工作时间 / 从创建到首次解决的工作时间,取平均(按创建月)",
        "mean over cases of working time paused / working time from creation to first resolution, by month of creation",
    ),
    caveat=Text(
        "每个案件权重相同;只有事件里记录的暂停才算;未解决的案件尚不能判断。",
        "Every case weighs the same. Only pauses on record as events count; open cases cannot be judged yet.",
    ),
    unit=Unit.SHARE,
    direction=Direction.LOWER_IS_BETTER,
    target=None,
    population="case_clocks",
    at=pl.col("created_at"),
    left_out=(
        *RESOLUTION.left_out,
        no_calendar("resolution_worked"),
        LeftOut(
            "no_time", Text("没有占用工作时间", "it took no working time"), RESOLUTION.over & (_PAUSED + _RUN == 0)
        ),
    ),
    immature=~RESOLUTION.over,
    measure=Mean(value=_PAUSED / (_PAUSED + _RUN), bounds=(0.0, 1.0)),
    examples=(
        Example(
            Text("十小时中停两小时、四小时中不停:平均 10 %。", "Two of ten hours, and none of four: 10 % on average."),
            [{**_CASE, "resolution_worked": 8, "paused": 2}, {**_CASE, "resolution_worked": 4, "paused": 0}],
            value=0.1,
            n=2,
        ),
        Example(
            Text("未解决的为时尚早,夜间办完的没有工作时间。", "Open is too early; one done at night took no time."),
            [*_OPEN, {**_CASE, "resolution_worked": 0, "paused": 0}],
            value=None,
            n=0,
            immature=2,
            excluded=1,
        ),
        Example(Text("没有案件:没有数据。", "No cases: no data."), [], value=None, n=0),
    ),
)
