"""Resolution on time: the share of promised resolutions reached by their due time."""

import polars as pl

from metrics.model import Direction, Example, Kpi, Share, Target, Unit
from metrics.promises import NOT_SERVED, no_promise, not_due_yet
from metrics.text import Text

_DUE, _DONE, _STATED = pl.col("resolve_due_at"), pl.col("resolved_first_at"), pl.col("made_sla")

KPI = Kpi(
    key="resolution_on_time",
    rank=30,
    name=Text("解决及时率", "Resolution on time"),
    question=Text("我们是否按承诺的时间解决问题?", "Do we resolve cases by the time we promised?"),
    why=Text("客户围绕承诺的时间安排生活。", "Customers plan around the time they were promised."),
    formula=Text(
        "按时解决数 /(按时 + 超时 + 已到期仍未解决)(按解决期限所在月)",
        "resolved by the due time / (resolved in time + late + still open past due), by month of due time",
    ),
    caveat=Text(
        "未结案而已到期的案件现在就算违约;没有期限时采用来源系统自己记录的达标结果。",
        "An open case past due is a breach already; without a due time the source's own verdict is taken.",
    ),
    unit=Unit.SHARE,
    direction=Direction.HIGHER_IS_BETTER,
    target=Target(meet=0.90, near=0.85),
    population="cases",
    at=pl.coalesce(_DUE, "created_at"),
    left_out=(*NOT_SERVED, no_promise(_DUE.is_null() & _STATED.is_null())),
    immature=not_due_yet(due=_DUE, done=_DONE),
    measure=Share(hit=pl.when(_DUE.is_null()).then(_STATED).otherwise(_DONE <= _DUE)),
    examples=(
        Example(
            Text(
                "45 按时、5 超时、3 到期未结:45/53,而非 45/50。", "45 met, 5 late, 3 open past due: 45/53, not 45/50."
            ),
            [
                *[{"resolve_due_at": 4, "resolved_first_at": 4}] * 45,
                *[{"resolve_due_at": 4, "resolved_first_at": 5}] * 5,
                *[{"resolve_due_at": 9}] * 3,
                *[{"resolve_due_at": 11}] * 7,
            ],
            as_of=10,
            value=45 / 53,
            n=53,
            immature=7,
        ),
        Example(Text("没有案件:没有数据。", "No cases: no data."), [], value=None, n=0),
    ),
)
