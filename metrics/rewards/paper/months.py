"""A month as a typed table: each unit's forms, average, difference, rule, amounts, and how sure all that is."""

from collections.abc import Callable, Iterable
from typing import Final

from metrics.change import VERDICTS, Verdict
from metrics.rewards.ledger.canonical import Document
from metrics.rewards.month_rows import MonthRow
from metrics.rewards.paper.sheet import Column, Kind, Sheet, Value
from metrics.rewards.paper.words import DOUBTS, joined
from metrics.rewards.statement import COMPLAINTS, SATISFACTION
from metrics.rewards.warning import WarningCode
from metrics.rewards.working.satisfaction import rule_in_words
from metrics.text import Text

Named = Callable[[str], Text]

COLUMNS: Final = (
    Column("unit", Text("单位", "Unit")),
    Column("used", Text("计入表数", "Forms used"), Kind.COUNT),
    Column("returned", Text("收回", "Returned"), Kind.COUNT),
    Column("sent", Text("发出", "Sent"), Kind.COUNT),
    Column("verified_share", Text("核实率", "Verified"), Kind.SHARE),
    Column("average", Text("均分", "Average"), Kind.SCORE),
    Column("baseline", Text("基准", "Compared with"), Kind.SCORE),
    Column("delta", Text("差额", "Difference"), Kind.SIGNED),
    Column("rule", Text("规则", "Rule")),
    Column("satisfaction", Text("满意度", "Satisfaction"), Kind.MONEY),
    Column("complaints", Text("投诉", "Complaints"), Kind.MONEY),
    Column("adjusted", Text("调整", "Adjusted"), Kind.MONEY),
    Column("total", Text("合计", "In all"), Kind.MONEY),
    Column("sure", Text("把握", "How sure")),
    Column("doubts", Text("提示", "Warnings")),
)


def month_sheet(rows: Iterable[MonthRow], named: Named) -> Sheet:
    """Return a month's units, one row each."""
    return Sheet("month", Text("各单位", "Units"), COLUMNS, tuple(_cells(row, named) for row in rows))


def _cells(row: MonthRow, named: Named) -> tuple[Value, ...]:
    return (
        named(row.unit),
        *(row.returns(name) for name in ("used", "returned", "sent")),
        row.verified_share,
        *(row.figure(name) for name in ("average", "baseline_average", "delta")),
        rule_in_words(row.satisfaction) if row.satisfaction else None,
        row.amount(SATISFACTION),
        row.amount(COMPLAINTS),
        row.adjusted,
        row.total,
        sure(row.satisfaction),
        doubts(row),
    )


def sure(document: Document | None) -> Text | None:
    """Return how sure a statement's difference is, in two words; None where nothing was said of it."""
    certainty = document and document["certainty"]
    return VERDICTS[Verdict(certainty["verdict"])] if certainty else None


def doubts(row: MonthRow) -> Text | None:
    """Return what a unit's statements warn of, each in a few words and once; None where they warn of nothing."""
    codes = dict.fromkeys(warned["code"] for document in row.documents for warned in document["warnings"])
    return joined([DOUBTS[WarningCode(code)] for code in codes])
