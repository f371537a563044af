"""What the rewards page says in a sentence: how the month came out, where it stands, and on what it rests."""

from collections.abc import Sequence
from datetime import date

from dashboard import numbers
from dashboard.wording import rewards as words
from dashboard.wording import say
from metrics.rewards.dated import EVERY_UNIT
from metrics.rewards.ledger.account import MonthAccount
from metrics.rewards.ledger.canonical import Document
from metrics.rewards.ledger.names import KINDS
from metrics.rewards.ledger.states import STATES
from metrics.rewards.month_rows import MonthRow
from metrics.rewards.paper.basis import SHORT, made
from metrics.text import Language


def message(rows: Sequence[MonthRow], month: str, language: Language) -> str:
    """Return how many units are rewarded and fined in a month, and what that comes to."""
    named = numbers.month(month, language)
    if not rows:
        return say(words.NO_STATEMENT, language, month=named)
    return say(
        words.MESSAGE,
        language,
        month=named,
        rewarded=sum(row.total > 0 for row in rows),
        fined=sum(row.total < 0 for row in rows),
        total=total(rows),
    )


def message_of_unit(row: MonthRow, unit: str, month: str, language: Language) -> str:
    """Return what one unit is paid, or pays, with a month."""
    named = numbers.month(month, language)
    return say(words.MESSAGE_OF_UNIT, language, unit=unit, month=named, total=total([row]))


def total(rows: Sequence[MonthRow]) -> str:
    """Return what some units are paid in all."""
    currency = next((row.currency for row in rows if row.currency), "")
    return numbers.official(sum(row.total for row in rows), currency)


def state(account: MonthAccount, zone: str, language: Language) -> str:
    """Return where a month stands, and by whose steps."""
    steps = [
        say(
            words.STEP_TAKEN,
            language,
            who=step.by,
            at=numbers.moment(step.signature.at, zone),
            step=KINDS[step.kind].to(language),
            entry=step.sequence,
        )
        for step in account.steps
    ]
    told = (";" if language == "zh" else "; ").join(steps) if steps else words.NO_STEP.to(language)
    return say(words.STATE, language, state=STATES[account.state].to(language), steps=told)


def basis(account: MonthAccount, zone: str, language: Language) -> str:
    """Return the data, the load and the policy's text that a month rests on."""
    return say(
        words.BASIS,
        language,
        at=numbers.moment(made(account), zone),
        load=account.basis["load"],
        policy=account.basis["policy"][:SHORT],
    )


def policy_line(document: Document, language: Language) -> str:
    """Return which policy judged a statement, and how much of it is the project's own rule."""
    policy = document["policy"]
    unit = words.FOR_EVERY_UNIT.to(language) if policy["unit"] == EVERY_UNIT else policy["unit"]
    return say(
        words.POLICY_LINE,
        language,
        version=policy["version"],
        since=since(policy["valid_from"], language),
        unit=unit,
        own=len(policy["own_rules"]),
    )


def since(day: object, language: Language) -> str:
    """Return from when on a policy is valid; one without a beginning has always been."""
    return words.ALWAYS.to(language) if str(day) == str(date.min) else str(day)
