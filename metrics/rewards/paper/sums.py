"""One statement's sums as typed tables: by each denominator, and what call-backs say of them."""

from typing import Final

from metrics.contract.words import word
from metrics.rewards.discrepancy import Verified
from metrics.rewards.exact import fraction
from metrics.rewards.ledger.canonical import Document
from metrics.rewards.paper.sheet import Column, Kind, Sheet, Value
from metrics.rewards.working.satisfaction import DENOMINATORS
from metrics.text import Text

_DENOMINATORS: Final = (
    Column("denominator", Text("分母", "Divided by")),
    Column("total", Text("总分", "Total"), Kind.SCORE),
    Column("n", Text("数", "Number"), Kind.COUNT),
    Column("average", Text("均分", "Average"), Kind.SCORE),
    Column("baseline_total", Text("基准总分", "Total before"), Kind.SCORE),
    Column("baseline_n", Text("基准数", "Number before"), Kind.COUNT),
    Column("baseline_average", Text("基准均分", "Average before"), Kind.SCORE),
    Column("delta", Text("差额", "Difference"), Kind.SIGNED),
    Column("decides", Text("据此奖惩", "Decides")),
)
_WHOLE = ("n", "baseline_n")
CALLS_ABOUT: Final = Text(
    "只作提示,不改变金额。“与表不符”对照客户原来的打分;“平均差”对照现在的计分,打分可能已经更正。"
    "“若照回访”是把平均差用到全部计入的表上。",
    "It informs and changes no amount. 'Contradicted' compares with what the customer first graded, 'points more by "
    "phone' with the score as it counts now, which may have been corrected. 'By the call-backs' is what the month "
    "would be were every form off as much as those that were called about, on the whole.",
)
NO_CALLS: Final = Text("收回的表还没有一张被电话回访过。", "None of the forms that came back was called about yet.")
CALLS: Final = (
    Column("called", Text("已回访", "Called"), Kind.COUNT),
    Column("contradicted", Text("与表不符", "Contradicted"), Kind.COUNT),
    Column("share", Text("不符率", "Share"), Kind.SHARE),
    Column("low", Text("95 % 下限", "95 % from"), Kind.SHARE),
    Column("high", Text("95 % 上限", "95 % to"), Kind.SHARE),
    Column("shift", Text("平均差", "Points more by phone"), Kind.SIGNED),
    Column("average", Text("若照回访的均分", "Average by the call-backs"), Kind.SCORE),
    Column("delta", Text("若照回访的差额", "Difference by the call-backs"), Kind.SIGNED),
)


def denominators_sheet(document: Document) -> Sheet:
    """Return the sums of a satisfaction statement by each denominator."""
    figures = document["figures"]
    rows = tuple(
        (DENOMINATORS[name], *_sums(each), word(name == figures["denominator"]))
        for name, each in figures["by_denominator"].items()
    )
    return Sheet("denominators", Text("按各种分母", "By each denominator"), _DENOMINATORS, rows)


def _sums(each: Document) -> tuple[Value, ...]:
    keys = ("total", "n", "average", "baseline_total", "baseline_n", "baseline_average", "delta")
    return tuple(each[key] if key in _WHOLE else fraction(each[key]) for key in keys)


def calls_sheet(calls: Verified) -> Sheet:
    """Return what call-backs say of a month's forms."""
    title = Text("电话核实", "Verification by telephone")
    if not calls.discrepancy.called:
        return Sheet("calls", title, CALLS, about=NO_CALLS)
    return Sheet("calls", title, CALLS, (calls_cells(calls),), CALLS_ABOUT)


def calls_cells(calls: Verified) -> tuple[Value, ...]:
    """Return the cells of one month of a unit."""
    found, corrected = calls.discrepancy, calls.corrected
    share = (found.share, found.low, found.high)
    return found.called, found.contradicted, *share, found.shift, corrected.average, corrected.delta
