"""Issue episodes: contacts about one issue, joined while the gap between them is at most a window."""

from dataclasses import replace
from datetime import timedelta
from typing import TypedDict

import polars as pl

from metrics.model import Kpi, LeftOut, Share
from metrics.text import Text

LONGEST = 30

NOT_INBOUND = LeftOut("not_inbound", Text("非客户来电", "not a customer's inbound contact"), ~pl.col("inbound"))
ABANDONED = LeftOut("abandoned", Text("接通前放弃", "abandoned before it was answered"), ~pl.col("handled"))
OUTCOME_UNSTATED = LeftOut(
    "outcome_unstated", Text("未记录处理结果", "outcome not recorded"), pl.col("disposition").is_null()
)
NOT_IDENTIFIED = (
    LeftOut("shared_number", Text("多人共用的号码", "a number that several customers share"), pl.col("shared")),
    LeftOut("anonymous", Text("无法识别客户", "customer cannot be identified"), ~pl.col("identified")),
)


def not_the_start_of_an_episode(window: timedelta) -> tuple[LeftOut, ...]:
    """Return the reasons for which a contact does not begin an issue episode that can be judged."""
    return (
        NOT_INBOUND,
        ABANDONED,
        *NOT_IDENTIFIED,
        LeftOut(
            "follow_up", Text("同一问题的后续联系", "a later contact of an issue"), pl.col("previous_gap") <= window
        ),
        LeftOut(
            "left_truncated",
            Text("数据起始窗口内,可能本身就是重复", "so early in the data that it may itself be a repeat"),
            pl.col("started_at") < pl.col("data_from") + window,
        ),
        OUTCOME_UNSTATED,
    )


def counted_from_start(left_out: tuple[LeftOut, ...]) -> tuple[LeftOut, ...]:
    """Return the reasons with follow-ups told by the time since their episode began, not since the contact before."""
    late = pl.col("start_gap").is_not_null()
    return tuple(replace(reason, when=late) if reason.reason == "follow_up" else reason for reason in left_out)


def settled_at_first_contact(window: timedelta) -> pl.Expr:
    """Return whether an episode took one contact: resolved, not handed on, not repeated or reopened in the window."""
    handed_on = pl.col("transferred").fill_null(value=False) | pl.col("escalated").fill_null(value=False)
    return settled_in_one_contact(window) & ~handed_on


def settled_in_one_contact(window: timedelta) -> pl.Expr:
    """Return whether an episode took one contact, whoever it was handed on to meanwhile."""
    repeated = (pl.col("next_gap") <= window).fill_null(value=False)
    reopened = (pl.col("reopen_gap") <= window).fill_null(value=False) | pl.col("reopened").fill_null(value=False)
    return (pl.col("disposition") == "resolved") & ~repeated & ~reopened


def not_yet_judged(window: timedelta) -> pl.Expr:
    """Return whether the window after a contact has not passed yet."""
    return pl.col("ended_at") + window > pl.col("as_of")


class OfWindow(TypedDict):
    """What a KPI about episodes takes from its window."""

    window: timedelta
    left_out: tuple[LeftOut, ...]
    immature: pl.Expr
    measure: Share


def of_window(window: timedelta) -> OfWindow:
    """Return which contacts begin an episode, which cannot be judged yet, and which were settled, for one window."""
    return {
        "window": window,
        "left_out": not_the_start_of_an_episode(window),
        "immature": not_yet_judged(window),
        "measure": Share(hit=settled_at_first_contact(window)),
    }


def windows_of(kpi: Kpi) -> dict[int, Kpi]:
    """Return the KPI judged by every window from 1 to `LONGEST` days, to show how much hangs on that choice."""
    return {days: replace(kpi, **of_window(timedelta(days=days))) for days in range(1, LONGEST + 1)}
