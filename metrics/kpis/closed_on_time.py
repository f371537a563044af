"""Closed on time: the share of closed cases that were closed by their due time, open ones left out."""

import polars as pl

from metrics.model import Direction, Example, Kpi, LeftOut, Share, Unit
from metrics.promises import NOT_SERVED, no_promise
from metrics.text import Text

_DUE, _DONE = pl.col("resolve_due_at"), pl.col("resolved_first_at")

KPI = Kpi(
    key="closed_on_time",
    rank=120,
    name=Text("已结案及时率", "Closed on time"),
    question=Text("已经结案的,有多少按时?", "Of the cases that are closed, how many were closed in time?"),
    why=Text(
        "许多系统只报这个数;与解决及时率并看才知差多少。", "Many systems report this; see it beside the honest one."
    ),
    formula=Text(
        "按时结案数 / 已结案数(按解决期限所在月)",
        "closed by the due time / closed, by month of due time",
    ),
    caveat=Text(
        "逾期未结的案件不在其中,因此偏高;考核请用解决及时率。",
        "Open cases past due are not in it, so it flatters; judge by resolution on time.",
    ),
    unit=Unit.SHARE,
    direction=Direction.HIGHER_IS_BETTER,
    target=None,
    population="cases",
    at=pl.coalesce(_DUE, "created_at"),
    left_out=(
        *NOT_SERVED,
        no_promise(_DUE.is_null()),
        LeftOut("still_open", Text("尚未结案", "not closed yet"), _DONE.is_null()),
    ),
    measure=Share(hit=_DONE <= _DUE),
    examples=(
        Example(
            Text("45 按时、5 超时、3 到期未结:45/50。", "45 met, 5 late, 3 open past due: 45 of 50."),
            [
                *[{"resolve_due_at": 4, "resolved_first_at": 4}] * 45,
                *[{"resolve_due_at": 4, "resolved_first_at": 5}] * 5,
                *[{"resolve_due_at": 9}] * 3,
            ],
            value=0.9,
            n=50,
            excluded=3,
        ),
        Example(Text("没有案件:没有数据。", "No cases: no data."), [], value=None, n=0),
    ),
)
