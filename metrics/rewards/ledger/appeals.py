"""Appeals: filed by the unit with evidence and in time, decided by somebody who neither made nor closed the month."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from metrics.rewards.ledger.adjustments import Closed, Key, amount_of
from metrics.rewards.ledger.book import Book
from metrics.rewards.ledger.canonical import Document
from metrics.rewards.ledger.entry import Draft, Entry, Kind
from metrics.rewards.ledger.errors import AppealError, IndependenceError
from metrics.rewards.ledger.names import KINDS
from metrics.rewards.ledger.people import Person, require_outside
from metrics.rewards.ledger.rulings import Ruling
from metrics.rewards.ledger.states import STATES, State
from metrics.rewards.ledger.steps import returned
from metrics.text import Text

_WITHOUT_EVIDENCE = Text(
    "申诉要有依据:写明错在哪里,并指明哪些行应当改算。",
    "An appeal needs evidence: say in words what is wrong, and name the rows that are to count otherwise.",
)


@dataclass(frozen=True)
class Grounds:
    """What an appeal is about and what it rests on: the rows that should be read otherwise, and why."""

    key: Key
    text: str
    rulings: tuple[Ruling, ...]

    def __post_init__(self) -> None:
        """Refuse an appeal without evidence."""
        if not (self.text.strip() and self.rulings):
            raise AppealError(_WITHOUT_EVIDENCE)


@dataclass(frozen=True)
class Deadline:
    """The last day for an appeal, and how it was counted; `calendar` None means Monday to Friday."""

    day: date
    working_days: int
    calendar: str | None


def announcement(book: Book, month: str) -> Entry:
    """Return the step that made a month's figures known: its close, or its check; AppealError while it is draft."""
    progress = book.progress(month)
    step = progress.taken(Kind.CLOSE) or progress.taken(Kind.CHECK)
    if step is None:
        said = Text(
            f"{month} 还是{STATES[State.DRAFT].zh}:复核之前没有可申诉的数字。",
            f"{month} is {State.DRAFT.value}: there is nothing to appeal against before it is checked.",
        )
        raise AppealError(said)
    return step


def filed(grounds: Grounds, against: Entry, deadline: Deadline, today: date) -> Draft:
    """Return an appeal as an entry; AppealError where it is too late."""
    month, unit, part = grounds.key
    if today > deadline.day:
        raise AppealError(_too_late(month, against, deadline, today))
    body = {
        "text": grounds.text.strip(),
        "rulings": [ruling.document() for ruling in grounds.rulings],
        "against": against.sequence,
        "until": deadline.day.isoformat(),
        "working_days": deadline.working_days,
        "calendar": deadline.calendar,
    }
    return Draft(Kind.APPEAL, month, body, unit, part)


def _too_late(month: str, against: Entry, deadline: Deadline, today: date) -> Text:
    """Return until when an appeal could have been filed, and how that was counted."""
    days, step = deadline.working_days, KINDS[against.kind].zh
    known = f"{days} working days after the {against.kind.value} of {month}"
    return Text(
        f"对 {month} 的申诉截止 {deadline.day}({step}之后 {days} 个工作日);今天是 {today}。",
        f"An appeal against {month} could be filed until {deadline.day}, {known}; today is {today}.",
    )


def undecided(book: Book, number: int) -> Entry:
    """Return the appeal of a number; AppealError where there is none or it was decided."""
    appeal = book.entry(number)
    if appeal is None or appeal.kind is not Kind.APPEAL:
        known = [str(each.sequence) for each in book.of(Kind.APPEAL)]
        said = Text(
            f"账目 {number} 不是申诉。申诉有:{'、'.join(known) or '没有'}。",
            f"Entry {number} of the ledger is no appeal. Appeals: {', '.join(known) or 'none'}.",
        )
        raise AppealError(said)
    if number in book.decided:
        was = book.decided[number]
        zh, en = ("成立", "upheld") if was.body["upheld"] else ("驳回", "rejected")
        said = Text(
            f"申诉 {number} 已由 {was.by} 裁定{zh}(账目 {was.sequence})。",
            f"Appeal {number} was {en} by {was.by} (entry {was.sequence}).",
        )
        raise AppealError(said)
    return appeal


def require_judge(book: Book, appeal: Entry, person: Person) -> None:
    """Refuse who filed the appeal, made the month (checked it) or closed it, or belongs to the unit."""
    require_outside(person, {appeal.key[1]}, appeal.month)
    steps = [step.kind for step in book.progress(appeal.month).steps if step.by == person.name]
    taken = [kind for kind in steps if kind in {Kind.CHECK, Kind.CLOSE}]
    if taken or appeal.by == person.name:
        done = Text("提出了这件申诉", "filed it")
        if taken:
            month, step = appeal.month, taken[0]
            done = Text(f"走过 {month} 的“{KINDS[step].zh}”一步", f"took the step '{step.value}' of {month}")
        said = Text(
            f"{person.name} {done.zh},所以不能裁决申诉 {appeal.sequence}。",
            f"{person.name} {done.en} and so does not decide appeal {appeal.sequence}.",
        )
        raise IndependenceError(said)


@dataclass(frozen=True)
class Effect:
    """What upholding an appeal does to one statement; None where there is no statement."""

    key: Key
    before: Document | None
    after: Document | None

    @property
    def amounts(self) -> tuple[int, int]:
        """Return the amount without and with the rulings."""
        return amount_of(self.before), amount_of(self.after)

    def document(self) -> dict[str, Any]:
        """Return the effect as the decision records it."""
        month, unit, part = self.key
        before, after = self.amounts
        money = {"before_minor": before, "after_minor": after, "amount_minor": after - before}
        return {"month": month, "unit": unit, "part": part, **money}


def effects(before: Mapping[Key, Document], after: Mapping[Key, Document]) -> list[Effect]:
    """Return every statement that the rulings change, whether its amount moves or only what stands behind it."""
    changed = sorted(key for key in {*before, *after} if before.get(key) != after.get(key))
    return [Effect(key, before.get(key), after.get(key)) for key in changed]


@dataclass(frozen=True)
class Verdict:
    """How an appeal is decided."""

    upheld: bool
    reason: str

    def __post_init__(self) -> None:
        """Refuse a decision without a reason."""
        if not self.reason.strip():
            raise AppealError(Text("裁决要写明理由。", "A decision needs its reason."))


def decided(book: Book, appeal: Entry, verdict: Verdict, found: Sequence[Effect], load: int) -> tuple[Draft, ...]:
    """Return a decision and what follows from it.

    Upheld: an adjustment of every closed statement whose amount moves, paid with the next draft; and a month that was
    checked but is not closed goes back to draft. Rejected: the decision alone.
    """
    shown = [effect.document() for effect in found]
    told = {"appeal": appeal.sequence, "upheld": verdict.upheld, "reason": verdict.reason.strip(), "load": load}
    decision = Draft(Kind.DECISION, appeal.month, {**told, "effects": shown}, *appeal.key[1:])
    if not verdict.upheld:
        return (decision,)
    moved = [each for each in found if each.key[0] in book.closings and each.amounts[0] != each.amounts[1]]
    return (decision, *(_adjustment(book, appeal, effect, load) for effect in moved), *_back(book, appeal))


def _adjustment(book: Book, appeal: Entry, effect: Effect, load: int) -> Draft:
    month, unit, part = effect.key
    closed = book.closed.get(effect.key) or Closed(None, book.closings[month].body["load"])
    before, after = effect.amounts
    body = {
        "reason": "appeal",
        "amount_minor": after - before,
        "closed_minor": closed.amount,
        "adjusted_minor": closed.adjusted,
        "before_minor": before,
        "current_minor": None if effect.after is None else after,
        "closed_load": closed.load,
        "load": load,
        "appeal": appeal.sequence,
        "document": effect.after,
        "paid_in": _paid_in(book, appeal),
    }
    return Draft(Kind.ADJUSTMENT, month, body, unit, part)


def _paid_in(book: Book, appeal: Entry) -> str | None:
    """Return the month that pays: the appeal's own where it goes back to draft, else the next that nobody checked."""
    return appeal.month if book.progress(appeal.month).is_pinned else book.next_draft


def _back(book: Book, appeal: Entry) -> tuple[Draft, ...]:
    progress = book.progress(appeal.month)
    if not progress.is_pinned:
        return ()
    return (returned(progress, f"Appeal {appeal.sequence} was upheld."),)
