"""The tables of the ledger: entries that are only ever added, the end of their chain, and every text of the policy."""

from sqlalchemy import Column, Index, Integer, String, Table, Text, UniqueConstraint

from metrics.store.schema import UtcDateTime, metadata

# `text` is the whole entry; the columns beside it find entries, and let nothing be done twice.
ledger_entries = Table(
    "ledger_entries",
    metadata,
    Column("sequence", Integer, primary_key=True, autoincrement=False),
    Column("kind", String(16), nullable=False),
    Column("month", String(10), nullable=False, index=True),
    Column("unit", String(128)),
    Column("part", String(16)),
    Column("step", Integer),
    Column("appeal", Integer),
    Column("hash", String(64), nullable=False, unique=True),
    Column("text", Text, nullable=False),
    UniqueConstraint("month", "step", name="uq_ledger_entries_month_step"),
    UniqueConstraint("appeal", name="uq_ledger_entries_appeal"),
)


def _once(name: str, *columns: str) -> Index:
    """Return an index by which entries of one kind exist once per value of some columns."""
    where = ledger_entries.c.kind == name
    found = [ledger_entries.c[column] for column in columns]
    return Index(f"uq_ledger_entries_{name}", *found, unique=True, sqlite_where=where, postgresql_where=where)


one_statement = _once("statement", "month", "unit", "part")
one_close = _once("close", "month")

# One row: whoever writes entries holds it, so that numbers have no gap and nobody writes after another's back.
ledger_head = Table(
    "ledger_head",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("sequence", Integer, nullable=False),
    Column("hash", String(64), nullable=False),
)

# What policy.toml said, from when on it was known: old statements stay explainable by it.
policy_texts = Table(
    "policy_texts",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("recorded_at", UtcDateTime, nullable=False),
    Column("version", String(64), nullable=False, index=True),
    Column("text", Text, nullable=False),
)
