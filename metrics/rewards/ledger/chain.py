"""The chain: every entry names the hash of the one before it, so that nothing can be altered, removed or put in."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from metrics.rewards.ledger.entry import Entry, Head, entry_from
from metrics.rewards.ledger.faults import Fault, altered, inserted, missing


@dataclass(frozen=True)
class Row:
    """An entry as it lies in storage: the bytes of its text, its hash, and the columns beside them."""

    sequence: int
    text: bytes
    hash: str
    columns: Mapping[str, object]


@dataclass(frozen=True)
class Chain:
    """The entries that can be trusted, and the first that cannot; without a fault all of them can."""

    entries: tuple[Entry, ...]
    fault: Fault | None = None

    @property
    def head(self) -> Head:
        """Return the last entry that can be trusted."""
        return self.entries[-1].head if self.entries else Head()


def verified(rows: Iterable[Row], head: Head | None, anchors: Sequence[Head] = ()) -> Chain:
    """Return the entries in `rows` (in order) up to the first fault.

    `head` is the end of the ledger as it is kept beside the entries (None: it is gone), `anchors` are ends of it that
    were kept elsewhere.
    """
    entries: list[Entry] = []
    for row in rows:
        found = _read(row, entries[-1] if entries else None)
        if isinstance(found, Fault):
            trusted = entries if found.entry > len(entries) else entries[: found.entry - 1]
            return Chain(tuple(trusted), found)
        entries.append(found)
    return Chain(tuple(entries), _end(entries, head) or _anchored(entries, anchors))


def _read(row: Row, before: Entry | None) -> Entry | Fault:
    """Return the entry of a row that follows `before`, or what is wrong with the ledger there."""
    expected = before.sequence + 1 if before else 1
    if row.sequence > expected:
        return missing(expected, f"第 {expected} 条不见了。", f"entry {expected} is missing.")
    entry = _entry(row)
    if row.sequence < expected:
        was = entry.sequence if isinstance(entry, Entry) else row.sequence
        return altered(was, f"编号被改为 {row.sequence}。", f"it carries the number {row.sequence}.")
    return entry if isinstance(entry, Fault) else _linked(row, entry, before or Head())


def _entry(row: Row) -> Entry | Fault:
    if hashlib.sha256(row.text).hexdigest() != row.hash:
        return altered(
            row.sequence, "内容与其散列值不符。", "its text or its hash was altered: they do not belong together."
        )
    try:
        return entry_from(row.text.decode())
    except (ValueError, KeyError, TypeError, AttributeError):
        return altered(row.sequence, "内容不是规范的 JSON 条目。", "its text is not the canonical JSON of an entry.")


def _linked(row: Row, entry: Entry, before: Entry | Head) -> Entry | Fault:
    number = row.sequence
    if entry.sequence > number:
        return missing(
            number, f"第 {number} 条不见了,其后的编号被改动。", "it is missing, and those after it were renumbered."
        )
    if entry.sequence < number:
        last = number - 1
        return inserted(last, f"第 {last} 条是后来插入的。", "it was put in, and those after it were renumbered.")
    if entry.previous != before.hash:
        last = max(before.sequence, 1)
        return altered(
            last, f"第 {last} 条被改写。", f"it was rewritten: entry {number} was written after another one."
        )
    for name, value in entry.columns.items():
        if row.columns[name] != value:
            told = f"its column '{name}' says {row.columns[name]!r}, its text {value!r}."
            return altered(number, f"“{name}”列与内容不符。", told)
    return entry


def _end(entries: Sequence[Entry], head: Head | None) -> Fault | None:
    last = entries[-1].head if entries else Head()
    if head is None:
        return missing(last.sequence, "账末记录不见了。", "the head, which is kept beside the entries, is gone.")
    if last.sequence < head.sequence:
        gone = last.sequence + 1
        return missing(
            gone, f"应有 {head.sequence} 条,自第 {gone} 条起缺失。", f"the head names {head.sequence} entries."
        )
    if last.sequence > head.sequence:
        more = head.sequence + 1
        return inserted(more, f"应只有 {head.sequence} 条。", f"the head names only {head.sequence} entries.")
    if last.hash != head.hash:
        return altered(
            last.sequence, "与账末散列值不符。", "the head keeps another hash: the entry or the head was altered."
        )
    return None


def _anchored(entries: Sequence[Entry], anchors: Sequence[Head]) -> Fault | None:
    for anchor in sorted(anchors, key=lambda each: each.sequence):
        if anchor.sequence > len(entries):
            gone = len(entries) + 1
            told = f"the anchor kept elsewhere names {anchor.sequence} entries."
            return missing(gone, f"另存的锚点记有 {anchor.sequence} 条。", told)
        kept = entries[anchor.sequence - 1].hash if anchor.sequence else Head().hash
        if kept != anchor.hash:
            told = "the anchor kept elsewhere has another hash: this entry or one before it was rewritten."
            return altered(anchor.sequence, "与另存的锚点不符:该条或之前某条被改写。", told)
    return None
