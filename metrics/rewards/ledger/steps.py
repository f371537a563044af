"""The steps of a month as entries: each names what it saw by one hash, so that only what was checked can be closed."""

from metrics.calendar import shift_month
from metrics.rewards.ledger.book import Book
from metrics.rewards.ledger.draft import MonthDraft
from metrics.rewards.ledger.entry import Draft, Kind
from metrics.rewards.ledger.errors import DraftChangedError, StepError
from metrics.rewards.ledger.people import Person, require_outside
from metrics.rewards.ledger.states import Progress, require_step
from metrics.text import Text


def require_turn(book: Book, month: str) -> None:
    """Refuse a month out of order: after the first, months are closed one after another."""
    expected = book.next_month
    if expected is not None and month != expected and month not in book.closings:
        last = shift_month(expected, -1)
        said = Text(
            f"{month} 不是下一个月份:最后关账的是 {last},所以先轮到 {expected}。",
            f"{month} is not the next month: {last} is the last closed one, so {expected} comes first.",
        )
        raise StepError(said)


def taken(book: Book, kind: Kind, draft: MonthDraft, person: Person) -> tuple[Draft, ...]:
    """Return the entries of a step: checking, approving, or closing with every statement and adjustment frozen."""
    progress = book.progress(draft.month)
    require_turn(book, draft.month)
    require_step(progress, kind, person.name)
    require_outside(person, draft.units, draft.month)
    if kind is not Kind.CHECK:
        require_same(progress, draft)
    step = Draft(kind, draft.month, {"step": len(progress.steps) + 1, **draft.summary()})
    return (*draft.frozen(), step) if kind is Kind.CLOSE else (step,)


def require_same(progress: Progress, draft: MonthDraft) -> None:
    """Refuse a draft that is not the one that was checked."""
    checked = progress.taken(Kind.CHECK)
    if checked is None or checked.body["digest"] != draft.digest:
        said = Text(
            f"{draft.month} 的数字与复核时不同,虽然加载和政策相同。请退回草稿,重新复核。",
            f"The figures of {draft.month} come out otherwise than they were checked, from the same load and policy. "
            f"Return the month to draft and check it again.",
        )
        raise DraftChangedError(said)


def returned(progress: Progress, reason: str) -> Draft:
    """Return the step back to draft as an entry; StepError without a reason."""
    if not reason.strip():
        said = Text(f"退回 {progress.month} 要写明原因。", f"Returning {progress.month} to draft needs a reason.")
        raise StepError(said)
    return Draft(Kind.RETURN, progress.month, {"step": len(progress.steps) + 1, "reason": reason.strip()})
