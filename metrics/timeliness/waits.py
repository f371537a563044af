"""What customers wait for: the first response, the first resolution, and the one that lasted."""

from dataclasses import dataclass, field

import polars as pl

from metrics.endings import never_resolved
from metrics.model import LeftOut
from metrics.promises import NOT_SERVED
from metrics.text import Text

_OPEN = ["new", "open", "pending_customer", "on_hold"]


@dataclass(frozen=True, eq=False)
class Wait:
    """One kind of wait: the time `done` ends it, and `over` says whether it has ended for good.

    `worked` is the working time of it so far, a column of the population "case_clocks"; `running` says that its clock
    runs though the wait is `over`, as after a reopening that only an event tells of.
    """

    key: str
    name: Text
    question: Text
    ended: Text
    done: pl.Expr
    over: pl.Expr
    worked: str
    running: pl.Expr = field(default_factory=lambda: pl.lit(value=False))

    @property
    def left_out(self) -> tuple[LeftOut, ...]:
        """Return the reasons for which the length of this wait cannot be told."""
        unknown = Text("案件已结束,但未记录该时间", "the case has ended without a record of this time")
        before = Text("记录的时间早于创建时间", "recorded as earlier than the creation")
        return (
            *NOT_SERVED,
            LeftOut("time_unrecorded", unknown, self.done.is_null() & ~never_resolved()),
            LeftOut("before_creation", before, self.done < pl.col("created_at")),
        )


def no_calendar(column: str) -> LeftOut:
    """Return the rule that leaves out cases whose working time, or a time that follows from it, cannot be told."""
    text = Text("没有适用的工作日历", "no working calendar counts for its unit")
    return LeftOut("no_calendar", text, pl.col(column).is_null())


FIRST_RESPONSE = Wait(
    key="first_response",
    name=Text("首次响应用时", "Time to first response"),
    question=Text("客户要等多久才得到第一次人工答复?", "How long does a customer wait for the first human answer?"),
    ended=Text("已响应", "answered"),
    done=pl.col("first_response_at"),
    over=pl.col("first_response_at").is_not_null(),
    worked="response_worked",
)

RESOLUTION = Wait(
    key="resolution",
    name=Text("解决用时", "Time to resolution"),
    question=Text("客户要等多久问题才第一次得到解决?", "How long does it take until a case is first resolved?"),
    ended=Text("已解决", "resolved"),
    done=pl.col("resolved_first_at"),
    over=pl.col("resolved_first_at").is_not_null(),
    worked="resolution_worked",
)

_LAST = pl.coalesce("resolved_last_at", "resolved_first_at")
# A status that says open after a resolution: the case was opened again and waits once more.
_AGAIN = pl.col("status").is_in(_OPEN).fill_null(value=False) & (pl.col("reopen_count") > 0).fill_null(value=False)

FINAL_RESOLUTION = Wait(
    key="full_resolution",
    name=Text("含重开的最终解决用时", "Time to final resolution"),
    question=Text(
        "客户要等多久问题才真正解决,重开也算?",
        "How long does it take until a case is resolved for good, reopened or not?",
    ),
    ended=Text("最终解决", "resolved for good"),
    done=_LAST,
    over=_LAST.is_not_null() & ~_AGAIN,
    worked="full_worked",
    running=pl.col("opened_again").fill_null(value=False),
)
