"""Reopen rate: the share of resolved cases that had to be opened again."""

import polars as pl

from metrics.endings import never_resolved, not_counted
from metrics.model import Direction, Example, Kpi, Share, Unit
from metrics.promises import NOT_SERVED
from metrics.text import Text

_RESOLVED = {"created_at": 1, "resolved_first_at": 2, "reopen_count": 0}

KPI = Kpi(
    key="reopen_rate",
    rank=100,
    name=Text("重开率", "Reopen rate"),
    question=Text("“已解决”有多少次并没有解决?", "How often was “solved” not solved?"),
    why=Text(
        "重开说明我们以为解决了,而客户没有。", "A reopened case is one that we thought solved and the customer did not."
    ),
    formula=Text(
        "曾被重开的案件 / 曾经解决的案件(按创建月)",
        "cases reopened at least once / cases resolved at least once, by month of creation",
    ),
    caveat=Text(
        "从未解决的案件无从重开,不计入;最近解决的仍可能重开,近月偏低。",
        "A case never resolved cannot be reopened and does not count; the latest months still rise.",
    ),
    unit=Unit.SHARE,
    direction=Direction.LOWER_IS_BETTER,
    target=None,
    population="cases",
    at=pl.col("created_at"),
    left_out=(*NOT_SERVED, not_counted("reopen_count")),
    immature=never_resolved(),
    measure=Share(hit=pl.col("reopen_count") > 0),
    examples=(
        Example(
            Text("四件解决,一件重开两次:1/4,按案件计。", "Four resolved, one reopened twice: 1 of 4, counted by case."),
            [*[_RESOLVED] * 3, {**_RESOLVED, "reopen_count": 2}],
            value=0.25,
            n=4,
        ),
        Example(
            Text(
                "重开后未结、解决时间被清空的仍算重开;从未解决的不摊薄比率。",
                "Reopened and still open counts; a case never resolved does not thin out the rate.",
            ),
            [
                {"created_at": 1, "status": "open", "reopen_count": 1},
                {"created_at": 1, "status": "open", "reopen_count": 0},
            ],
            value=1.0,
            n=1,
            immature=1,
        ),
        Example(Text("没有案件:没有数据。", "No cases: no data."), [], value=None, n=0),
    ),
)
