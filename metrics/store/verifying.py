"""Verification: every entry, the chain, the figures in it, and the records that it rests on."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from polars.exceptions import PolarsError
from sqlalchemy import Connection, Engine, select

from metrics.rewards.ledger.adjustments import amount_of, key_of
from metrics.rewards.ledger.audit import Figures, contradiction
from metrics.rewards.ledger.chain import Chain
from metrics.rewards.ledger.entry import Entry, Head, Kind
from metrics.rewards.ledger.faults import Fault, altered, contradicts, missing
from metrics.store.closing import Closing
from metrics.store.ledger_rows import has_ledger, read_book, read_chain, reading, stored_bytes
from metrics.store.ledger_tables import policy_texts
from metrics.store.schema import load_tables


@dataclass(frozen=True)
class Verification:
    """How many entries can be trusted, the end of the ledger, and the first fault; without one all is well."""

    entries: int
    head: Head
    fault: Fault | None


def verify(engine: Engine, figures: Figures, anchors: Sequence[Head] = ()) -> Verification:
    """Return what verification finds; `anchors` are ends of the ledger that were kept elsewhere."""
    if not has_ledger(engine):
        chain = Chain((), missing(1, "账本不存在。", "there is no ledger.") if anchors else None)
        return Verification(0, Head(), chain.fault)
    with reading(engine) as connection:
        chain = read_chain(connection, anchors)
        found = [chain.fault, contradiction(chain.entries, figures), _unfounded(connection, chain.entries)]
    faults = sorted((fault for fault in found if fault), key=lambda fault: fault.entry)
    return Verification(len(chain.entries), chain.head, faults[0] if faults else None)


def recomputed(closing: Closing) -> Fault | None:
    """Return the first closed month whose statements come out at other amounts from the very load that it names."""
    from deltalake.exceptions import DeltaError

    book = read_book(closing.engine)
    for month, close in book.closings.items():
        checked = [step for step in book.progress(month).steps if step.kind is Kind.CHECK][-1]
        try:
            draft = closing.drafts.pinned(book, checked, closing.load(checked.body["load"]))
        except (PolarsError, DeltaError, OSError) as problem:
            told = f"the facts of load {close.body['load']} cannot be read any more: {problem}"
            return contradicts(close.sequence, f"第 {close.body['load']} 次加载的数据已无法读取。", told)
        frozen = {entry.key: amount_of(entry.body["document"]) for entry in book.statements(month)}
        found = {key_of(document): amount_of(document) for document in draft.documents}
        if frozen != found:
            other = min(key for key in {*frozen, *found} if frozen.get(key) != found.get(key))
            told = f"from load {close.body['load']} {other} comes to {found.get(other)}, frozen is {frozen.get(other)}."
            return contradicts(close.sequence, "由同一次加载重算的金额与冻结的金额不同。", told)
    return None


def _unfounded(connection: Connection, entries: Sequence[Entry]) -> Fault | None:
    """Return the first entry that rests on a policy's text or a load that the records say otherwise."""
    texts, versions = _policies(connection), _versions(connection)
    for entry in entries:
        fault = next(_wrong_records(entry, texts, versions), None)
        if fault:
            return fault
    return None


def _wrong_records(entry: Entry, texts: dict[str, str], versions: dict[int, dict[str, int]]) -> Iterator[Fault]:
    number, body = entry.sequence, entry.body
    for name in ("policy", "people"):
        version = body.get(name)
        if version is None:
            continue
        if version not in texts:
            yield missing(
                number, f"政策文本 {version} 不见了。", f"the policy's text {version}, which it names, is missing."
            )
        elif texts[version] != version:
            yield altered(
                number, f"政策文本 {version} 被改动。", f"the policy's text {version}, which it names, was altered."
            )
    if "versions" in body and versions.get(body["load"]) != body["versions"]:
        told = f"load {body['load']}, on which it rests, has other tables in the records than it names."
        yield altered(number, f"第 {body['load']} 次加载的记录与其不符。", told)


def _policies(connection: Connection) -> dict[str, str]:
    """Return what each kept text of the policy hashes to, by the version that it is kept under."""
    columns = (stored_bytes(connection, policy_texts.c[name]) for name in ("version", "text"))
    rows = [tuple(bytes(cell) for cell in row) for row in connection.execute(select(*columns))]
    hashes = {(version.decode(errors="replace"), hashlib.sha256(text).hexdigest()) for version, text in rows}
    # A version kept several times must not be altered in any of its places.
    return dict(sorted(hashes, key=lambda found: found[0] != found[1]))


def _versions(connection: Connection) -> dict[int, dict[str, int]]:
    found: dict[int, dict[str, int]] = {}
    for load, table, version in connection.execute(
        select(load_tables.c.load, load_tables.c.table, load_tables.c.version)
    ):
        found.setdefault(load, {})[table] = version
    return found
