"""Entries in the database: read whole and verified, added by one writer at a time, in one transaction."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, Engine, LargeBinary, cast, func, insert, inspect, select, update
from sqlalchemy.exc import DBAPIError, IntegrityError, OperationalError
from sqlalchemy.sql import ColumnElement

from metrics.rewards.ledger.book import Book
from metrics.rewards.ledger.chain import Chain, Row, verified
from metrics.rewards.ledger.entry import Draft, Entry, Head, Signature, written
from metrics.rewards.ledger.errors import LedgerBrokenError, LedgerMovedError
from metrics.rewards.ledger.names import KINDS
from metrics.store.errors import StoreError
from metrics.store.ledger_tables import ledger_entries, ledger_head
from metrics.text import Text

_DONE_BY_ANOTHER = Text(
    "别人这时做了同样的事;没有写入任何内容。请再看一遍。",
    "Somebody has done the same meanwhile; nothing was written. Look again.",
)
_COLUMNS = ("kind", "month", "unit", "part", "step", "appeal")


class LedgerBusyError(StoreError):
    """The ledger cannot be written now; `said` tells it in both languages."""

    def __init__(self, said: Text) -> None:
        """Say what the database said."""
        super().__init__(said.en)
        self.said = said


def has_ledger(engine: Engine) -> bool:
    """Return whether the database has the tables of the ledger; one loaded by an earlier version has not."""
    return inspect(engine).has_table(ledger_entries.name)


def read_book(engine: Engine) -> Book:
    """Return all entries, each verified; LedgerBrokenError where one of them cannot be trusted."""
    if not has_ledger(engine):
        return Book()
    with reading(engine) as connection:
        return _trusted(read_chain(connection))


def read_head(engine: Engine) -> Head:
    """Return the end of the ledger as it is kept, unverified: a short name for all that stands in it."""
    if not has_ledger(engine):
        return Head()
    with engine.connect() as connection:
        kept = connection.execute(select(ledger_head)).mappings().one_or_none()
    return Head(kept["sequence"], kept["hash"]) if kept else Head()


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """Give a connection on which entries and their head belong together, whoever writes meanwhile."""
    options = {"isolation_level": "REPEATABLE READ"} if engine.dialect.name == "postgresql" else {}
    with engine.connect().execution_options(**options) as connection:
        # SQLite would read entries and head one after the other, each as it stands by then.
        if engine.dialect.name == "sqlite":
            connection.exec_driver_sql("BEGIN")
        yield connection


def read_chain(connection: Connection, anchors: Sequence[Head] = ()) -> Chain:
    """Return the entries up to the first that cannot be trusted."""
    columns = [stored_bytes(connection, ledger_entries.c[name]).label(name) for name in ("text", "hash", *_COLUMNS[:4])]
    numbers = [ledger_entries.c[name] for name in ("sequence", "step", "appeal")]
    rows = connection.execute(select(*numbers, *columns).order_by(ledger_entries.c.sequence)).mappings()
    head = connection.execute(select(ledger_head)).mappings().one_or_none()
    kept = Head(head["sequence"], head["hash"]) if head else None
    return verified((_row(row) for row in rows), kept, anchors)


def stored_bytes(connection: Connection, column: ColumnElement[str]) -> ColumnElement[bytes]:
    """Return a text as the bytes that lie in the database, which may be no valid text any more."""
    if connection.dialect.name == "postgresql":
        return func.convert_to(column, "UTF8")
    return cast(column, LargeBinary)


def _row(row: Any) -> Row:  # noqa: ANN401 a mapping of SQLAlchemy's
    texts = {name: _text(row[name]) for name in _COLUMNS[:4]}
    return Row(row["sequence"], bytes(row["text"]), _text(row["hash"]) or "", {**texts, **_numbers(row)})


def _numbers(row: Any) -> dict[str, object]:  # noqa: ANN401 a mapping of SQLAlchemy's
    return {name: row[name] for name in _COLUMNS[4:]}


def _text(value: bytes | None) -> str | None:
    return None if value is None else bytes(value).decode(errors="replace")


def _trusted(chain: Chain) -> Book:
    if chain.fault:
        raise LedgerBrokenError(chain.fault)
    return Book(chain.entries)


@contextmanager
def writing(engine: Engine, after: Head) -> Iterator["Pen"]:
    """Give a pen to the ledger as it was when `after` was its end; all that is written with it is written, or nothing.

    LedgerMovedError where somebody has written since; LedgerBusyError where somebody is and goes on.
    """
    try:
        with engine.begin() as connection:
            pen = Pen(connection, _held(connection, after))
            yield pen
            pen.put_down()
    except IntegrityError as problem:
        raise LedgerMovedError(_DONE_BY_ANOTHER) from problem
    except OperationalError as problem:
        said = Text(
            f"账本现在不能写入({problem.orig});没有写入任何内容。请再试。",
            f"The ledger cannot be written now ({problem.orig}); nothing was written. Try again.",
        )
        raise LedgerBusyError(said) from problem
    except DBAPIError as problem:
        said = Text(
            f"数据库拒绝写入账本:{problem.orig}。没有写入任何内容。",
            f"The database refused to write the ledger: {problem.orig}. Nothing was written.",
        )
        raise LedgerBusyError(said) from problem


def _held(connection: Connection, after: Head) -> Book:
    """Return the book, which nobody else can write until the transaction ends."""
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("BEGIN IMMEDIATE")
    connection.execute(select(ledger_head).with_for_update()).all()
    book = _trusted(read_chain(connection))
    if book.head != after:
        newest = book.entries[-1]
        zh = f"{newest.by} 这时写了账目 {newest.sequence}({newest.month} {KINDS[newest.kind].zh})"
        en = f"{newest.by} wrote entry {newest.sequence} ({newest.kind.value} of {newest.month}) meanwhile"
        said = Text(
            f"{zh},所以没有写入任何内容。请再看现在的情况。",
            f"{en}, so nothing was written. Look again at what stands now.",
        )
        raise LedgerMovedError(said)
    return book


class Pen:
    """Writes entries behind the last one of a book that is held."""

    def __init__(self, connection: Connection, book: Book) -> None:
        """Take the transaction and the book."""
        self.connection, self.book = connection, book

    def write(self, drafts: Sequence[Draft], signature: Signature) -> list[Entry]:
        """Write drafts in order under one signature; a clock that was put back does not date them before the last."""
        last = self.book.entries[-1].signature.at if self.book.entries else signature.at
        signed = replace(signature, at=max(signature.at, last))
        entries: list[Entry] = []
        for draft in drafts:
            entries.append(written(draft, entries[-1].head if entries else self.book.head, signed))
        self.connection.execute(insert(ledger_entries), [_stored(entry) for entry in entries])
        self.book = Book((*self.book.entries, *entries))
        return entries

    def put_down(self) -> None:
        """Move the head to the last entry."""
        head = self.book.head
        moved = update(ledger_head).where(ledger_head.c.sequence < head.sequence)
        self.connection.execute(moved.values(sequence=head.sequence, hash=head.hash))


def _stored(entry: Entry) -> dict[str, object]:
    return {"sequence": entry.sequence, "hash": entry.hash, "text": entry.text, **entry.columns}
