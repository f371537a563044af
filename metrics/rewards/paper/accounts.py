"""What stands in the ledger about a month, as typed tables: the steps taken, the adjustments, the appeals."""

from collections.abc import Iterable
from typing import Final

from metrics.rewards.ledger.account import Paid
from metrics.rewards.ledger.entry import Entry
from metrics.rewards.ledger.names import KINDS
from metrics.rewards.paper.sheet import Column, Kind, Sheet, Value
from metrics.rewards.paper.words import PARTS
from metrics.text import Text

_ENTRY = Column("entry", Text("账目", "Entry"), Kind.COUNT)
_STEPS: Final = (
    Column("step", Text("步骤", "Step")),
    Column("by", Text("经办人", "By")),
    Column("at", Text("时间", "When"), Kind.MOMENT),
    Column("reason", Text("原因", "Reason")),
    _ENTRY,
)
_ADJUSTMENTS: Final = (
    Column("month", Text("所属月份", "Of month")),
    Column("unit", Text("单位", "Unit")),
    Column("part", Text("部分", "Part")),
    Column("why", Text("原因", "Why")),
    Column("closed", Text("关账时", "As closed"), Kind.MONEY),
    Column("adjusted", Text("已调整", "Adjusted so far"), Kind.MONEY),
    Column("current", Text("现在应为", "By now"), Kind.MONEY),
    Column("amount", Text("本次调整", "This adjustment"), Kind.MONEY),
    Column("paid_in", Text("计入月份", "Paid with")),
    _ENTRY,
)
ADJUSTMENTS_ABOUT: Final = Text(
    "调整 = 现在应为 − 关账时 − 已调整;随下一个未关账的月份支付(本项目自定)。",
    "Adjustment = by now − as closed − adjusted so far; paid with the next month to be closed (project's own rule).",
)


def steps_sheet(steps: Iterable[Entry]) -> Sheet:
    """Return the steps that were taken with a month, oldest first."""
    rows = ((KINDS[step.kind], step.by, step.signature.at, step.body.get("reason"), step.sequence) for step in steps)
    return Sheet("steps", Text("经过", "Steps taken"), _STEPS, tuple(rows))


def adjustments_sheet(paid: Iterable[Paid], month: str, title: Text) -> Sheet:
    """Return adjustments; those that no entry holds yet are paid with `month`, which is not closed."""
    rows = tuple(_adjustment(each, month) for each in paid)
    return Sheet("adjustments", title, _ADJUSTMENTS, rows, ADJUSTMENTS_ABOUT)


def _adjustment(paid: Paid, month: str) -> tuple[Value, ...]:
    of, unit, part = paid.key
    body = paid.body
    why = Text(f"第 {body['load']} 次加载的数据", f"data of load {body['load']}")
    if body["reason"] == "appeal":
        why = Text(f"申诉 {body['appeal']} 成立", f"appeal {body['appeal']} upheld")
    amounts = (body[f"{name}_minor"] for name in ("closed", "adjusted", "current", "amount"))
    return of, unit, PARTS[part], why, *amounts, body.get("paid_in") or month, paid.entry
