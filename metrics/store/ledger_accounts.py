"""Months as they stand, or as they were known on a day: closed ones from the ledger, open ones computed."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from metrics.rewards.ledger.account import MonthAccount, of_closed, of_draft
from metrics.rewards.ledger.book import Book
from metrics.store.closing import Closing
from metrics.store.errors import NoLoadError
from metrics.store.ledger_rows import read_book
from metrics.store.loads import Load, published_by
from metrics.store.policy_texts import PolicyText, policy_at, policy_now
from metrics.store.scope import Scope


@dataclass(frozen=True)
class Known:
    """What was known at some time: the ledger, the newest load and the policy's text."""

    book: Book
    load: Load
    policy: PolicyText


def known(closing: Closing, on: date | None = None) -> Known:
    """Return what is known now, or was known when a business day ended; NoLoadError where nothing was loaded yet.

    Of then, the policy is the text last kept by then; texts are kept by every load and every act on the ledger.
    """
    book = read_book(closing.engine)
    if on is None:
        return Known(book, closing.newest(), policy_now(closing.settings.folder))
    moment = _end_of(on, closing.settings.calendar.zone)
    with closing.engine.connect() as connection:
        load = published_by(connection, moment)
    if load is None:
        raise NoLoadError(closing.settings.folder)
    return Known(book.known_at(moment), load, policy_at(closing.engine, moment) or policy_now(closing.settings.folder))


def month_account(closing: Closing, scope: Scope, known_then: Known, month: str) -> MonthAccount:
    """Return a month by what was known, for the units that the viewer may see."""
    book = known_then.book
    if month in book.closings:
        return of_closed(book, month).within(scope.units)
    return of_draft(book, closing.draft(book, month, known_then.load, known_then.policy)).within(scope.units)


def months_of_ledger(book: Book) -> tuple[str, ...]:
    """Return the closed months and the one to be closed next; none where none was closed yet."""
    following = (book.next_month,) if book.next_month else ()
    return (*book.closings, *following)


def _end_of(day: date, zone: str) -> datetime:
    midnight = datetime.combine(day + timedelta(days=1), time.min, ZoneInfo(zone))
    return midnight.astimezone(UTC) - timedelta(microseconds=1)
