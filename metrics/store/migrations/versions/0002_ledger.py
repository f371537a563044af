"""The ledger: entries that can only be added, the end of their chain, and the texts of the policy.

A later migration that rebuilds one of these tables (batch mode on SQLite) must create its triggers again.
"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_APPEND_ONLY = ("ledger_entries", "policy_texts")
_NOTHING = "0" * 64


def upgrade() -> None:
    """Apply this change."""
    _create_entries()
    head = op.create_table(
        "ledger_head",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("hash", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ledger_head")),
    )
    op.bulk_insert(head, [{"id": 1, "sequence": 0, "hash": _NOTHING}])
    op.create_table(
        "policy_texts",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("version", sa.String(length=64), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_policy_texts")),
    )
    op.create_index(op.f("ix_policy_texts_version"), "policy_texts", ["version"], unique=False)
    if op.get_bind().dialect.name == "sqlite":
        _guard_sqlite()
    elif op.get_bind().dialect.name == "postgresql":
        _guard_postgresql()


def _create_entries() -> None:
    op.create_table(
        "ledger_entries",
        sa.Column("sequence", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("month", sa.String(length=10), nullable=False),
        sa.Column("unit", sa.String(length=128), nullable=True),
        sa.Column("part", sa.String(length=16), nullable=True),
        sa.Column("step", sa.Integer(), nullable=True),
        sa.Column("appeal", sa.Integer(), nullable=True),
        sa.Column("hash", sa.String(length=64), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("sequence", name=op.f("pk_ledger_entries")),
        sa.UniqueConstraint("hash", name=op.f("uq_ledger_entries_hash")),
        sa.UniqueConstraint("month", "step", name=op.f("uq_ledger_entries_month_step")),
        sa.UniqueConstraint("appeal", name=op.f("uq_ledger_entries_appeal")),
    )
    op.create_index(op.f("ix_ledger_entries_month"), "ledger_entries", ["month"], unique=False)
    _once("statement", ["month", "unit", "part"])
    _once("close", ["month"])


def _once(kind: str, columns: list[str]) -> None:
    where = sa.text(f"kind = '{kind}'")
    name = f"uq_ledger_entries_{kind}"
    op.create_index(name, "ledger_entries", columns, unique=True, sqlite_where=where, postgresql_where=where)


def _guard_sqlite() -> None:
    for table in _APPEND_ONLY:
        for change in ("UPDATE", "DELETE"):
            _refuse_on_sqlite(table, change)
    # Without this, INSERT OR REPLACE would replace an entry past the other triggers.
    op.execute(
        "CREATE TRIGGER ledger_entries_no_gap BEFORE INSERT ON ledger_entries "
        "WHEN NEW.sequence <> (SELECT coalesce(max(sequence), 0) + 1 FROM ledger_entries) "
        "BEGIN SELECT RAISE(ABORT, 'ledger_entries has no gaps'); END"
    )
    _refuse_on_sqlite("ledger_head", "DELETE")
    _refuse_on_sqlite("ledger_head", "UPDATE", "WHEN NEW.id <> OLD.id OR NEW.sequence <= OLD.sequence")


def _refuse_on_sqlite(table: str, change: str, when: str = "") -> None:
    op.execute(
        f"CREATE TRIGGER {table}_no_{change.lower()} BEFORE {change} ON {table} {when} "
        f"BEGIN SELECT RAISE(ABORT, '{table} is only ever added to'); END"
    )


def _guard_postgresql() -> None:
    op.execute(
        "CREATE FUNCTION only_ever_added_to() RETURNS trigger LANGUAGE plpgsql AS $$ "
        "BEGIN RAISE EXCEPTION '% is only ever added to', TG_TABLE_NAME; END $$"
    )
    for table in _APPEND_ONLY:
        _refuse_on_postgresql(table, "UPDATE OR DELETE")
    op.execute(
        "CREATE FUNCTION without_gaps() RETURNS trigger LANGUAGE plpgsql AS $$ "
        "BEGIN IF NEW.sequence <> (SELECT coalesce(max(sequence), 0) + 1 FROM ledger_entries) "
        "THEN RAISE EXCEPTION 'ledger_entries has no gaps'; END IF; RETURN NEW; END $$"
    )
    op.execute(
        "CREATE TRIGGER ledger_entries_no_gap BEFORE INSERT ON ledger_entries "
        "FOR EACH ROW EXECUTE FUNCTION without_gaps()"
    )
    _refuse_on_postgresql("ledger_head", "DELETE")
    _refuse_on_postgresql("ledger_head", "UPDATE", "WHEN (NEW.id <> OLD.id OR NEW.sequence <= OLD.sequence)")
    for table in (*_APPEND_ONLY, "ledger_head"):
        op.execute(
            f"CREATE TRIGGER {table}_no_truncate BEFORE TRUNCATE ON {table} "
            f"FOR EACH STATEMENT EXECUTE FUNCTION only_ever_added_to()"
        )


def _refuse_on_postgresql(table: str, change: str, when: str = "") -> None:
    name = change.lower().replace(" ", "_")
    op.execute(
        f"CREATE TRIGGER {table}_no_{name} BEFORE {change} ON {table} "
        f"FOR EACH ROW {when} EXECUTE FUNCTION only_ever_added_to()"
    )


def downgrade() -> None:
    """Undo this change: only while nothing was ever written into the ledger."""
    if op.get_bind().execute(sa.text("SELECT count(*) FROM ledger_entries")).scalar_one():
        message = "The ledger holds entries; taking its tables away would lose what was closed."
        raise RuntimeError(message)
    for table in ("ledger_entries", "ledger_head", "policy_texts"):
        op.drop_table(table)
    if op.get_bind().dialect.name == "postgresql":
        op.execute("DROP FUNCTION only_ever_added_to(), without_gaps()")
