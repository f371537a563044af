"""First response on time: the share of promised first responses given by their due time."""

import polars as pl

from metrics.model import Direction, Example, Kpi, Share, Target, Unit
from metrics.promises import NOT_SERVED, no_promise, not_due_yet
from metrics.text import Text

_DUE, _DONE = pl.col("first_due_at"), pl.col("first_response_at")

KPI = Kpi(
    key="first_response_on_time",
    rank=40,
    name=Text("首次响应及时率", "First response on time"),
    question=Text("我们是否按承诺的时间作出首次响应?", "Do we answer for the first time by the time we promised?"),
    why=Text("沉默会被客户理解为无人负责。", "Silence reads as nobody being in charge."),
    formula=Text(
        "按时响应数 /(按时 + 超时 + 已到期仍未响应)(按响应期限所在月)",
        "responded by the due time / (responded in time + late + past due without a response), by month of due time",
    ),
    caveat=Text(
        "只认人工对客户可见的响应;已到期而未响应的案件现在就算违约。",
        "Only a human, public response counts; a case past due without one is a breach already.",
    ),
    unit=Unit.SHARE,
    direction=Direction.HIGHER_IS_BETTER,
    target=Target(meet=0.95, near=0.90),
    population="cases",
    at=pl.coalesce(_DUE, "created_at"),
    left_out=(*NOT_SERVED, no_promise(_DUE.is_null())),
    immature=not_due_yet(due=_DUE, done=_DONE),
    measure=Share(hit=_DONE <= _DUE),
    examples=(
        Example(
            Text("按时、超时、到期未响应、未到期:三件中一件按时。", "In time, late, past due, not due: one of three."),
            [
                {"first_due_at": 3, "first_response_at": 3},
                {"first_due_at": 3, "first_response_at": 4},
                {"first_due_at": 9},
                {"first_due_at": 11},
            ],
            as_of=10,
            value=1 / 3,
            n=3,
            immature=1,
        ),
        Example(
            Text("没有承诺期限的案件不参与评判。", "A case without a promised time is not judged."),
            [{"created_at": 1, "first_response_at": 2}],
            value=None,
            n=0,
            excluded=1,
        ),
    ),
)
