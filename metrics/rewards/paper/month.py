"""The paper of a month: every unit on one sheet, what is adjusted with it, and who answers for it."""

from typing import Final

from metrics.rewards.ledger.account import MonthAccount
from metrics.rewards.ledger.canonical import digest
from metrics.rewards.ledger.entry import Head
from metrics.rewards.money import in_main_units
from metrics.rewards.month_rows import month_rows
from metrics.rewards.paper.accounts import adjustments_sheet, steps_sheet
from metrics.rewards.paper.basis import facts_of, foot, made, signatures, state_of
from metrics.rewards.paper.months import Named, month_sheet
from metrics.rewards.paper.paper import Fact, Paper
from metrics.rewards.paper.sheet import Sheet
from metrics.rewards.paper.statement import ADJUSTED, LATER
from metrics.text import Text

_TITLE: Final = Text("{month} 各单位奖惩", "Rewards and penalties of {month}")
_TOTAL, _DIGEST = Text("金额合计", "In all"), Text("本表摘要", "Digest of this sheet")


def month_paper(account: MonthAccount, named: Named, head: Head, zone: str) -> Paper:
    """Return the paper of a month."""
    rows = month_rows(account)
    currency = next((row.currency for row in rows if row.currency), "")
    total = None if account.amount is None else in_main_units(account.amount, currency).rstrip()
    account_digest = digest(account.document())
    title = Text(_TITLE.zh.format(month=account.month), _TITLE.en.format(month=account.month))
    return Paper(
        title=title,
        state=state_of(account),
        facts=(
            *facts_of(account, head, zone),
            Fact(_TOTAL, total),
            Fact(_DIGEST, account_digest),
        ),
        blocks=(month_sheet(rows, named), *_accounts(account)),
        signatures=signatures(account)[:-1],
        appendix=(),
        foot=foot(account, "", zone, account_digest),
        zone=zone,
        made=made(account),
        is_wide=True,
    )


def _accounts(account: MonthAccount) -> tuple[Sheet, ...]:
    adjusted = ((account.adjustments, ADJUSTED), (account.later, LATER))
    sheets = [adjustments_sheet(paid, account.month, title) for paid, title in adjusted if paid]
    return (*sheets, *([steps_sheet(account.steps)] if account.steps else []))
