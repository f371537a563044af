"""The paper of one unit's month: the amounts, the arithmetic, what speaks against it, and all rows behind it."""

from collections.abc import Iterator, Sequence
from typing import Final

from metrics.rewards.allocation import Share
from metrics.rewards.dossier import Dossier, written_out
from metrics.rewards.ledger.canonical import Document
from metrics.rewards.money import in_main_units
from metrics.rewards.month_rows import MonthRow
from metrics.rewards.paper.accounts import adjustments_sheet, steps_sheet
from metrics.rewards.paper.appeals import appeals_sheet
from metrics.rewards.paper.basis import facts_of, foot, made, signatures, state_of
from metrics.rewards.paper.paper import Fact, Paper, Working
from metrics.rewards.paper.rows import complaints_sheet, forms_sheet
from metrics.rewards.paper.settings import settings_sheet
from metrics.rewards.paper.sheet import Column, Kind, Sheet, Value
from metrics.rewards.paper.sums import calls_sheet, denominators_sheet
from metrics.rewards.paper.words import PARTS
from metrics.rewards.working.line import Line, same
from metrics.text import Text

ADJUSTED: Final = Text("随本月支付的调整", "Adjustments paid with this month")
LATER: Final = Text("本月后来的调整", "Adjustments of this month since")
_TITLE = Text("{name} {month} 奖惩单", "Statement of {month}: {name}")
_RESULT, _TOTAL = Text("结果", "Result"), Text("合计", "In all")
_ADJUSTMENT = Text("调整", "Adjustments")
_SPLIT: Final = (Column("name", Text("姓名", "Name")), Column("amount", Text("金额", "Amount"), Kind.MONEY))
_SPLIT_ABOUT = Text(
    "由部门负责人分配,不入账本;合计与应付金额一分不差。",
    "Split by the head of the department and kept in no ledger; it comes to the amount, to the cent.",
)


def statement_paper(dossier: Dossier, zone: str, split: Sequence[Share] = ()) -> Paper:
    """Return the paper of a unit's month; `split` are the shares of its staff, checked to sum to the amount."""
    month, row = dossier.account.month, dossier.row
    versions = [(document["part"], document["policy"]["version"]) for document in row.documents]
    facts = (
        Fact(Text("单位", "Unit"), Text(f"{dossier.name.zh}({row.unit})", f"{dossier.name.en} ({row.unit})")),
        *facts_of(dossier.account, dossier.head, zone),
        *(Fact(Text(f"{PARTS[part].zh}政策", f"{PARTS[part].en}: policy"), version) for part, version in versions),
        Fact(Text("本单摘要", "Digest of this statement"), dossier.digest),
    )
    return Paper(
        title=_said(_TITLE, dossier.name, month),
        state=state_of(dossier.account),
        facts=facts,
        blocks=tuple(_blocks(dossier, split)),
        signatures=signatures(dossier.account),
        appendix=tuple(_appendix(dossier)),
        foot=foot(dossier.account, row.unit, zone, dossier.digest),
        zone=zone,
        made=made(dossier.account),
    )


def result_lines(row: MonthRow) -> list[Line]:
    """Return what is paid with the month, part by part, and in all."""
    lines = [Line(PARTS[each["part"]], same(_money(each["amount_minor"], row.currency))) for each in row.documents]
    if row.adjustments:
        lines.append(Line(_ADJUSTMENT, same(_money(row.adjusted, row.currency))))
    return [*lines, Line(_TOTAL, same(_money(row.total, row.currency)))]


def notes_of(document: Document) -> tuple[Text, ...]:
    """Return how sure a statement is, and what it warns of."""
    told = (document["certainty"], *document["warnings"])
    return tuple(Text(each["zh"], each["en"]) for each in told if each)


def split_sheet(split: Sequence[Share]) -> Sheet:
    """Return what each of the staff is given, and the sum."""
    shares: tuple[tuple[Value, ...], ...] = tuple((share.name, share.amount) for share in split)
    summed = (*shares, (_TOTAL, sum(share.amount for share in split)))
    return Sheet("split", Text("分配到人", "Split to staff"), _SPLIT, summed, _SPLIT_ABOUT)


def _blocks(dossier: Dossier, split: Sequence[Share]) -> Iterator[Working | Sheet]:
    row, account = dossier.row, dossier.account
    yield Working(_RESULT, tuple(result_lines(row)))
    for document, evidence in ((row.satisfaction, dossier.forms), (row.complaints, dossier.complaints)):
        if document:
            yield Working(PARTS[document["part"]], tuple(written_out(document, evidence)), notes_of(document))
    if row.satisfaction:
        yield denominators_sheet(row.satisfaction)
    if dossier.calls:
        yield calls_sheet(dossier.calls)
    for paid, title in ((account.adjustments, ADJUSTED), (account.later, LATER)):
        if paid:
            yield adjustments_sheet(paid, account.month, title)
    if dossier.appeals:
        yield appeals_sheet(dossier.appeals)
    if split:
        yield split_sheet(split)
    if account.steps:
        yield steps_sheet(account.steps)


def _appendix(dossier: Dossier) -> Iterator[Sheet]:
    if dossier.row.satisfaction:
        yield forms_sheet(dossier.forms)
    if dossier.row.complaints:
        yield complaints_sheet(dossier.complaints)
    yield from (settings_sheet(document) for document in dossier.row.documents)


def _said(text: Text, name: Text, month: str) -> Text:
    return Text(text.zh.format(name=name.zh, month=month), text.en.format(name=name.en, month=month))


def _money(minor: int, currency: str) -> str:
    return in_main_units(minor, currency)
