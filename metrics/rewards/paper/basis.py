"""Where a paper comes from: state, clock, data, load, policy and ledger; and who has to sign it."""

from datetime import datetime
from typing import Final

from metrics.rewards.ledger.account import MonthAccount
from metrics.rewards.ledger.entry import Head
from metrics.rewards.ledger.entry import Kind as Step
from metrics.rewards.ledger.states import STATES, Progress, State
from metrics.rewards.paper.paper import Fact, Signature
from metrics.rewards.paper.sheet import Kind
from metrics.rewards.paper.written import written
from metrics.text import Text

# So many letters of a hash are enough to tell two papers apart; the whole stands among the facts.
SHORT: Final = 16
_STANDS: Final = {
    State.DRAFT: Text("草稿:数字还会随新数据改变", "Draft: its figures change with later data"),
    State.CHECKED: Text("已复核,尚未关账", "Checked, not closed yet"),
    State.APPROVED: Text("已批准,尚未关账", "Approved, not closed yet"),
    State.CLOSED: Text("已关账,不再改变", "Closed: it never moves again"),
}
_ROLES: Final = {
    Step.CHECK: Text("复核", "Checked by"),
    Step.APPROVE: Text("批准", "Approved by"),
    Step.CLOSE: Text("关账", "Closed by"),
}
_HEAD_OF_UNIT = Text("受评部门负责人", "Head of the assessed department")
_NO_TIME = Text("未注明", "not stated")
_EMPTY = Text("账本尚无条目", "no entry yet")


def state_of(account: MonthAccount) -> Text:
    """Return where the month stands, in a sentence."""
    return _STANDS[account.state]


def made(account: MonthAccount) -> datetime | None:
    """Return the moment that the month's data is as of; None where its load names none."""
    return datetime.fromisoformat(account.basis["as_of"]) if account.basis["as_of"] else None


def facts_of(account: MonthAccount, head: Head, zone: str) -> tuple[Fact, ...]:
    """Return what a reader must know of a month: its state, clock, data, load, the policy's text and the ledger."""
    return (
        Fact(Text("月份", "Month"), account.month),
        Fact(Text("状态", "State"), STATES[account.state]),
        Fact(Text("业务时区", "Business zone"), zone),
        Fact(Text("数据截至", "Data as of"), made(account) or _NO_TIME, Kind.MOMENT),
        Fact(Text("加载", "Load"), f"#{account.basis['load']}"),
        Fact(Text("政策文本", "Policy text"), account.basis["policy"]),
        Fact(Text("账本末条", "Head of the ledger"), str(head) if head.sequence else _EMPTY),
    )


def foot(account: MonthAccount, about: str, zone: str, digest: str) -> Text:
    """Return the line at the foot of every page: what it is about, clock, data, load, policy's text and digest."""
    at = made(account)
    day = "–" if at is None else written(at, Kind.MOMENT, "zh", zone)
    load, policy = account.basis["load"], account.basis["policy"][:SHORT]
    return Text(
        f"{about} {account.month} · {zone} · 数据截至 {day} · 加载 #{load} · 政策 {policy} · 摘要 {digest[:SHORT]}",
        f"{about} {account.month} · {zone} · data as of {day} · load #{load} · policy {policy} · "
        f"digest {digest[:SHORT]}",
    )


def signatures(account: MonthAccount) -> tuple[Signature, ...]:
    """Return who has acted on the month by the ledger, who still has to, and the head of the department."""
    progress = Progress(account.month, account.steps)
    taken = {kind: progress.taken(kind) for kind in _ROLES}
    acted = (
        Signature(_ROLES[kind], step.by, step.signature.at) if step else Signature(_ROLES[kind])
        for kind, step in taken.items()
    )
    return (*acted, Signature(_HEAD_OF_UNIT))
