"""Appeals as a typed table: who says what is wrong, which rows should be read otherwise, and how it was decided."""

from collections.abc import Iterable, Sequence
from typing import Any, Final

from metrics.rewards.dossier import Appealed
from metrics.rewards.ledger.canonical import Document
from metrics.rewards.ledger.rulings import COUNTED, LEFT_OUT
from metrics.rewards.paper.sheet import Column, Kind, Sheet, Value
from metrics.rewards.paper.words import PARTS, joined
from metrics.text import Text

COLUMNS: Final = (
    Column("appeal", Text("申诉", "Appeal"), Kind.COUNT),
    Column("unit", Text("单位", "Unit")),
    Column("part", Text("部分", "Part")),
    Column("by", Text("申诉人", "Filed by")),
    Column("at", Text("时间", "When"), Kind.MOMENT),
    Column("text", Text("理由", "Grounds")),
    Column("rows", Text("应改的行", "Rows to read otherwise")),
    Column("until", Text("截止", "Deadline")),
    Column("decision", Text("裁决", "Decision")),
    Column("decided_by", Text("裁决人", "Decided by")),
    Column("reason", Text("裁决理由", "Why")),
    Column("effect", Text("金额变动", "Effect"), Kind.MONEY),
)
ABOUT: Final = Text(
    "谁可以申诉、期限和裁决的效力都是本项目自定的规则。",
    "Who may appeal, until when and what a decision does are the project's own rules.",
)
UNDECIDED: Final = Text("未裁决", "undecided")
_UPHELD, _REJECTED = Text("成立", "upheld"), Text("驳回", "rejected")
_LEAVE_OUT, _COUNT = Text("不计入 {row}", "leave out {row}"), Text("计入 {row}", "count {row}")
_READ = Text("{row} 读作 {reads}", "read {row} as {reads}")


def appeals_sheet(appeals: Iterable[Appealed]) -> Sheet:
    """Return appeals, in the order given."""
    return Sheet("appeals", Text("申诉", "Appeals"), COLUMNS, tuple(_cells(each) for each in appeals), ABOUT)


def _cells(each: Appealed) -> tuple[Value, ...]:
    appeal, decision = each.appeal, each.decision
    _, unit, part = appeal.key
    told: tuple[Value, ...] = (
        appeal.sequence, unit, PARTS[part], appeal.by, appeal.signature.at, appeal.body["text"],
        joined([ruling_in_words(ruling) for ruling in appeal.body["rulings"]]), appeal.body["until"],
    )  # fmt: skip
    if decision is None:
        return *told, UNDECIDED, None, None, None
    upheld = decision.body["upheld"]
    effect = moved(decision.body["effects"]) if upheld else 0
    return *told, _UPHELD if upheld else _REJECTED, decision.by, decision.body["reason"], effect


def moved(effects: Sequence[Document]) -> int:
    """Return by how much effects move money in all, in minor units."""
    return sum(int(effect["amount_minor"]) for effect in effects)


def ruling_in_words(ruling: Document) -> Text:
    """Return what a ruling asks of a row."""
    table, reads = ruling["table"], tuple(sorted(ruling["reads"].items()))
    known: dict[Any, Text] = {LEFT_OUT.get(table): _LEAVE_OUT, COUNTED.get(table): _COUNT}
    text = known.get(reads, _READ)
    said = ", ".join(f"{name} = {value}" for name, value in reads)
    zh, en = (each.format(row=ruling["row"], reads=said) for each in (text.zh, text.en))
    return Text(zh, en)
