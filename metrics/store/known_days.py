"""The days on which something became known: a load was published, or somebody acted on the ledger."""

from datetime import date
from zoneinfo import ZoneInfo

from sqlalchemy import select

from metrics.rewards.ledger.book import Book
from metrics.store.closing import Closing
from metrics.store.loads import PUBLISHED
from metrics.store.schema import loads


def known_days(closing: Closing, book: Book) -> list[date]:
    """Return those days of the business zone, the newest first; a month is told as it stood when such a day ended."""
    zone = ZoneInfo(closing.settings.calendar.zone)
    published = (loads.c.state == PUBLISHED) & loads.c.finished_at.is_not(None)
    with closing.engine.connect() as connection:
        loaded = list(connection.execute(select(loads.c.finished_at).where(published)).scalars())
    first = min(loaded, default=None)
    acted = [entry.signature.at for entry in book.entries if first is None or entry.signature.at >= first]
    return sorted({at.astimezone(zone).date() for at in (*loaded, *acted)}, reverse=True)
