"""Tampering with the database itself: refused by its triggers, and found where they were taken away."""

import pytest
from sqlalchemy import text, update
from sqlalchemy.exc import DBAPIError

from metrics.rewards.ledger.entry import Head
from metrics.rewards.ledger.errors import LedgerBrokenError
from metrics.rewards.ledger.faults import Wrong
from metrics.store.ledger_tables import ledger_head

MAY = {"2025-05": {"N": 100000, "S": -50000}}
TRIGGERS = {
    "ledger_entries": ("no_update", "no_delete", "no_gap", "no_update_or_delete", "no_truncate"),
    "policy_texts": ("no_update", "no_delete", "no_update_or_delete", "no_truncate"),
    "ledger_head": ("no_update", "no_delete", "no_truncate"),
}


@pytest.fixture
def closed(company):
    company.load(MAY)
    company.close("2025-05")
    return company


def execute(company, statement: str) -> None:
    with company.engine.begin() as connection:
        connection.execute(text(statement))


def unguard(company) -> None:
    """Take the triggers away, as somebody would who owns the database."""
    postgres = company.engine.dialect.name == "postgresql"
    for table, names in TRIGGERS.items():
        for name in names:
            execute(company, f"DROP TRIGGER IF EXISTS {table}_{name}{f' ON {table}' if postgres else ''}")


def found(company, *anchors) -> tuple[int, Wrong] | None:
    fault = company.verify(*anchors).fault
    return fault and (fault.entry, fault.wrong)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE ledger_entries SET month = '2025-06' WHERE sequence = 3",
        "DELETE FROM ledger_entries WHERE sequence = 5",
        "DELETE FROM ledger_entries",
        "INSERT INTO ledger_entries (sequence, kind, month, hash, text) VALUES (7, 'check', '2025-06', 'x', '{}')",
        "UPDATE ledger_head SET hash = 'x'",
        "UPDATE ledger_head SET sequence = 1",
        "DELETE FROM ledger_head",
        "UPDATE policy_texts SET text = ''",
        "DELETE FROM policy_texts",
    ],
)
def test_the_database_refuses_to_change_what_was_written(closed, statement):
    with pytest.raises(DBAPIError, match=r"only ever added to|has no gaps"):
        execute(closed, statement)
    assert found(closed) is None


def test_sqlite_refuses_to_replace_an_entry(tiny):
    tiny.load(MAY)
    tiny.close("2025-05")
    with pytest.raises(DBAPIError, match="has no gaps"):
        execute(tiny, "INSERT OR REPLACE INTO ledger_entries SELECT * FROM ledger_entries WHERE sequence = 3")


def test_postgresql_refuses_to_empty_the_ledger(closed):
    if closed.engine.dialect.name == "postgresql":
        with pytest.raises(DBAPIError, match="only ever added to"):
            execute(closed, "TRUNCATE ledger_entries, ledger_head, policy_texts")


@pytest.mark.parametrize(
    ("statement", "entry", "wrong"),
    [
        ("UPDATE ledger_entries SET text = replace(text, '100000', '900000') WHERE sequence = 3", 3, Wrong.ALTERED),
        ("UPDATE ledger_entries SET hash = upper(hash) WHERE sequence = 2", 2, Wrong.ALTERED),
        ("UPDATE ledger_entries SET unit = 'S2' WHERE sequence = 4", 4, Wrong.ALTERED),
        ("UPDATE ledger_entries SET step = 4 WHERE sequence = 5", 5, Wrong.ALTERED),
        ("UPDATE ledger_entries SET sequence = 9 WHERE sequence = 1", 1, Wrong.MISSING),
        ("DELETE FROM ledger_entries WHERE sequence = 4", 4, Wrong.MISSING),
        ("DELETE FROM ledger_entries WHERE sequence >= 4", 4, Wrong.MISSING),
        ("DELETE FROM ledger_head", 5, Wrong.MISSING),
        ("UPDATE ledger_head SET sequence = 6", 6, Wrong.MISSING),
        ("UPDATE policy_texts SET text = 'score_map = {}'", 1, Wrong.ALTERED),
        ("DELETE FROM policy_texts", 1, Wrong.MISSING),
        ("UPDATE load_tables SET version = 3", 1, Wrong.ALTERED),
    ],
)
def test_what_somebody_alters_behind_the_guards_is_named(closed, statement, entry, wrong):
    unguard(closed)
    execute(closed, statement)
    assert found(closed) == (entry, wrong)


def test_bytes_that_are_no_text_any_more_are_named(tiny):
    tiny.load(MAY)
    tiny.close("2025-05")
    unguard(tiny)
    execute(tiny, "UPDATE ledger_entries SET unit = CAST(x'ff4e' AS TEXT) WHERE sequence = 3")
    assert found(tiny) == (3, Wrong.ALTERED)
    execute(tiny, "UPDATE ledger_entries SET text = CAST(x'7b22ff' AS TEXT) WHERE sequence = 2")
    assert found(tiny) == (2, Wrong.ALTERED)


def test_nothing_is_read_from_or_written_behind_a_broken_ledger(closed):
    unguard(closed)
    execute(closed, "UPDATE ledger_entries SET text = replace(text, '100000', '900000') WHERE sequence = 3")
    with pytest.raises(LedgerBrokenError, match="The ledger is broken at entry 3: its text or its hash was altered"):
        closed.step("check", "2025-06", "Ann")


def test_an_anchor_kept_elsewhere_tells_that_the_end_was_cut_off(closed):
    anchor = closed.book.head
    unguard(closed)
    execute(closed, "DELETE FROM ledger_entries WHERE sequence > 2")
    kept = closed.verify().head
    with closed.engine.begin() as connection:
        connection.execute(update(ledger_head).values(sequence=kept.sequence, hash=kept.hash))
    assert found(closed) is None
    assert found(closed, anchor) == (3, Wrong.MISSING)
    assert found(closed, Head(1, anchor.hash)) == (1, Wrong.ALTERED)
