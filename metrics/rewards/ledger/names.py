"""What entries and the states of a month are called."""

from typing import Final

from metrics.rewards.ledger.entry import Kind
from metrics.text import Text

KINDS: Final = {
    Kind.CHECK: Text("复核", "checked"),
    Kind.APPROVE: Text("批准", "approved"),
    Kind.RETURN: Text("退回", "returned"),
    Kind.CLOSE: Text("关账", "closed"),
    Kind.STATEMENT: Text("奖惩单", "statement"),
    Kind.ADJUSTMENT: Text("调整", "adjustment"),
    Kind.APPEAL: Text("申诉", "appeal"),
    Kind.DECISION: Text("申诉裁决", "decision"),
}


def in_chinese(*kinds: Kind) -> str:
    """Return what some kinds are called in Chinese, one after the other."""
    return "、".join(KINDS[kind].zh for kind in kinds)
