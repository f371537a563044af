"""Whatever is altered, removed or put in, the first entry that cannot be trusted is named."""

import hashlib
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from metrics.rewards.ledger.chain import Row, verified
from metrics.rewards.ledger.entry import Draft, Head, Kind, Signature, written
from metrics.rewards.ledger.faults import Wrong

AT = datetime(2025, 7, 1, tzinfo=UTC)


def ledger() -> list[Row]:
    """Return five rows of the kinds that fill every column."""
    drafts = [
        Draft(Kind.CHECK, "2025-05", {"step": 1}),
        Draft(Kind.APPROVE, "2025-05", {"step": 2}),
        Draft(Kind.STATEMENT, "2025-05", {"document": {"amount_minor": 100000, "名": "甲"}}, "北", "satisfaction"),
        Draft(Kind.CLOSE, "2025-05", {"step": 3}),
        Draft(Kind.DECISION, "2025-05", {"appeal": 4}, "北", "satisfaction"),
    ]
    entries, head = [], Head()
    for draft in drafts:
        entries.append(written(draft, head, Signature("王芳", AT)))
        head = entries[-1].head
    return [Row(entry.sequence, entry.text.encode(), entry.hash, entry.columns) for entry in entries]


ROWS = ledger()
HEAD = Head(5, ROWS[-1].hash)
BYTES = [(row.sequence, place) for row in ROWS for place in range(len(row.text))]


def fault_of(rows: list[Row], head: Head = HEAD, *anchors: Head) -> tuple[int, Wrong] | None:
    fault = verified(rows, head, anchors).fault
    return fault and (fault.entry, fault.wrong)


def with_row(number: int, **changed) -> list[Row]:
    return [replace(row, **changed) if row.sequence == number else row for row in ROWS]


def resealed(row: Row, old: bytes, new: bytes) -> Row:
    """Return a row altered by somebody who also writes the hash anew."""
    text = row.text.replace(old, new)
    assert text != row.text
    return replace(row, text=text, hash=hashlib.sha256(text).hexdigest())


def test_an_untouched_ledger_can_be_trusted():
    chain = verified(ROWS, HEAD)
    assert (chain.fault, chain.head, len(chain.entries)) == (None, HEAD, 5)
    assert verified([], Head()).fault is None


@given(st.sampled_from(BYTES), st.integers(1, 255))
def test_any_byte_of_any_entry_that_is_altered_names_that_entry(where, flip):
    number, place = where
    text = bytearray(ROWS[number - 1].text)
    text[place] ^= flip
    assert fault_of(with_row(number, text=bytes(text))) == (number, Wrong.ALTERED)


def test_every_single_bit_of_every_entry_counts():
    for number, place in BYTES:
        text = bytearray(ROWS[number - 1].text)
        text[place] ^= 1
        assert fault_of(with_row(number, text=bytes(text))) == (number, Wrong.ALTERED)


@pytest.mark.parametrize("number", [1, 3, 5])
def test_an_altered_hash_names_its_entry(number):
    assert fault_of(with_row(number, hash="f" * 64)) == (number, Wrong.ALTERED)


@pytest.mark.parametrize("column", ["kind", "month", "unit", "part", "step", "appeal"])
def test_an_altered_column_names_its_entry(column):
    columns = {**ROWS[2].columns, column: "x"}
    assert fault_of(with_row(3, columns=columns)) == (3, Wrong.ALTERED)


def test_a_missing_entry_is_named():
    assert fault_of([row for row in ROWS if row.sequence != 3]) == (3, Wrong.MISSING)


def test_a_tail_that_is_cut_off_is_named():
    assert fault_of(ROWS[:3]) == (4, Wrong.MISSING)
    assert fault_of([]) == (1, Wrong.MISSING)


def test_a_tail_cut_off_together_with_the_head_is_told_by_an_anchor_kept_elsewhere():
    cut = Head(3, ROWS[2].hash)
    assert fault_of(ROWS[:3], cut) is None
    assert fault_of(ROWS[:3], cut, Head(2, ROWS[1].hash)) is None
    assert fault_of(ROWS[:3], cut, HEAD) == (4, Wrong.MISSING)


def test_an_entry_missing_behind_new_numbers_is_named():
    moved = [*ROWS[:2], *(replace(row, sequence=row.sequence - 1) for row in ROWS[3:])]
    assert fault_of(moved) == (3, Wrong.MISSING)


def test_an_entry_put_in_before_others_is_named():
    forged = written(Draft(Kind.RETURN, "2025-05", {"step": 9}), Head(2, ROWS[1].hash), Signature("x", AT))
    put_in = Row(3, forged.text.encode(), forged.hash, forged.columns)
    later = [replace(row, sequence=row.sequence + 1) for row in ROWS[2:]]
    assert fault_of([*ROWS[:2], put_in, *later]) == (3, Wrong.INSERTED)


def test_an_entry_put_in_behind_the_last_is_named():
    more = written(Draft(Kind.RETURN, "2025-05", {"step": 9}), HEAD, Signature("x", AT))
    assert fault_of([*ROWS, Row(6, more.text.encode(), more.hash, more.columns)]) == (6, Wrong.INSERTED)


@pytest.mark.parametrize("number", [1, 3, 5])
def test_an_entry_rewritten_with_its_hash_is_named(number):
    rows = [resealed(row, b"2025-05", b"2025-06") if row.sequence == number else row for row in ROWS]
    rows[number - 1] = replace(rows[number - 1], columns={**rows[number - 1].columns, "month": "2025-06"})
    assert fault_of(rows) == (number, Wrong.ALTERED)


def test_a_whole_ledger_written_anew_is_told_by_an_anchor():
    head, rows = Head(), []
    for row in ROWS:
        text = row.text.replace(b"100000", b"900000")
        previous = rows[-1].hash if rows else head.hash
        text = text[: text.index(b'"previous":"') + 12] + previous.encode() + text[text.index(b'"previous":"') + 76 :]
        rows.append(replace(row, text=text, hash=hashlib.sha256(text).hexdigest()))
    new = Head(5, rows[-1].hash)
    assert fault_of(rows, new) is None
    assert fault_of(rows, new, HEAD) == (5, Wrong.ALTERED)


def test_an_altered_head_names_the_last_entry():
    assert fault_of(ROWS, Head(5, "0" * 64)) == (5, Wrong.ALTERED)


@pytest.mark.parametrize("number", [7, -1])
def test_an_altered_number_names_its_entry(number):
    rows = sorted(with_row(3, sequence=number), key=lambda row: row.sequence)
    assert fault_of(rows)[0] == 3


@pytest.mark.parametrize("text", [b'{"a": 1}', b"[1]", b"{}", b"null", b'{"a":1,"a":1}', b'{"a":1.5}', b"\xff"])
def test_a_forged_text_that_is_no_entry_is_named(text):
    assert fault_of(with_row(2, text=text, hash=hashlib.sha256(text).hexdigest())) == (2, Wrong.ALTERED)
