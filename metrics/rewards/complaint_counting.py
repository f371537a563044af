"""Which complaints a policy counts, in which month, and what each weighs.

A complaint is dated once, by the policy of the month in which it was received; so a policy that dates otherwise from
some month on can neither count it twice nor lose it. The policy of the month in which it then stands decides whether it
counts.
"""

from collections.abc import Callable, Iterable
from typing import Final

import polars as pl

from metrics.calendar import BusinessCalendar
from metrics.complaints.counting import NOT_COUNTED
from metrics.engine import COUNTED
from metrics.model import LeftOut
from metrics.populations import UNKNOWN
from metrics.rewards.complaint_policy import AssessmentMonth, ComplaintPolicy
from metrics.rewards.dated import Dated
from metrics.text import Text

PENDING, UNGRADED = "pending", "ungraded"
_CHANNELS: Final = ("form", "callback")

_ALWAYS: Final = (
    *NOT_COUNTED,
    LeftOut(
        "on_a_form",
        Text("反馈表或回访中的投诉,已计入满意度部分", "on a form or in a call-back: counted in the satisfaction part"),
        pl.col("channel").is_in(_CHANNELS),
    ),
    LeftOut("rejected", Text("核实不属实", "verification rejected it"), pl.col("verified") == "rejected"),
    LeftOut(PENDING, Text("尚未核实", "not verified yet"), pl.col("verified").ne_missing("confirmed")),
    LeftOut("not_service", Text("不是服务责任", "not the service's fault"), pl.col("attribution") != "service"),
)
_UPHELD: Final = (
    LeftOut("not_upheld", Text("投诉不成立", "not upheld"), ~pl.col("upheld")),
    LeftOut("undecided", Text("尚未裁定是否成立", "not decided whether it is upheld"), pl.col("upheld").is_null()),
)
_UNGRADED: Final = LeftOut(UNGRADED, Text("未评严重程度", "severity not graded"), pl.col("severity") == UNKNOWN)
_UNDATED: Final = LeftOut("undated", Text("没有核实时间", "no time of verification"), pl.col("counts_at").is_null())

REASONS: Final = {rule.reason: rule.text for rule in (*_ALWAYS, *_UPHELD, _UNGRADED, _UNDATED)}

PolicyOf = Callable[[str, str], Dated[ComplaintPolicy] | None]


def dated(complaints: pl.DataFrame, policy_of: PolicyOf, calendar: BusinessCalendar) -> pl.DataFrame:
    """Return complaints with `received_month`, and `counts_at` and `month` by the policy of that month.

    Where none was in force yet, the policy of the month of verification dates it. A complaint that waits for its
    verification stands in the month in which it was received, and so does one without a time of verification.
    """
    rows = complaints.with_columns(
        received_month=calendar.month(pl.col("received_at")), verified_month=calendar.month(pl.col("verified_at"))
    )
    keys = rows.select("unit", "received_month", "verified_month").unique()
    ways = [_dating(policy_of, *key) for key in keys.iter_rows()]
    told = rows.join(keys.with_columns(dating=pl.Series(ways, dtype=pl.String)), how="left",
                     on=["unit", "received_month", "verified_month"], nulls_equal=True)  # fmt: skip
    by_receipt = pl.col("dating") == AssessmentMonth.RECEIVED
    return told.with_columns(
        counts_at=pl.when(by_receipt).then("received_at").otherwise("verified_at"),
        month=pl.when(by_receipt).then("received_month").otherwise(pl.coalesce("verified_month", "received_month")),
    )


def _dating(policy_of: PolicyOf, unit: str, received: str, verified: str | None) -> str:
    policy = policy_of(unit, received) or (policy_of(unit, verified) if verified else None)
    return str(policy.policy.month) if policy else str(AssessmentMonth.VERIFIED)


def standing(policy: ComplaintPolicy) -> pl.Expr:
    """Return why each dated complaint is not counted under a policy, or "counted"; the first reason that holds."""
    rules = (*_ALWAYS, *(_UPHELD if policy.upheld_only else ()), _UNGRADED, _UNDATED)
    return pl.coalesce(*_reasons(rules), pl.lit(COUNTED))


def weight(policy: ComplaintPolicy) -> pl.Expr:
    """Return what each complaint weighs under a policy, a whole number; null where its severity is not graded."""
    return pl.col("severity").replace_strict(policy.weights, default=None, return_dtype=pl.Int64)


def _reasons(rules: Iterable[LeftOut]) -> list[pl.Expr]:
    return [pl.when(rule.when.fill_null(value=False)).then(pl.lit(rule.reason)) for rule in rules]
