"""Verification: every entry, the chain, the figures in it, and the records that it rests on."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, Engine, select

from metrics.rewards.ledger.audit import Figures, contradiction
from metrics.rewards.ledger.chain import Chain
from metrics.rewards.ledger.entry import Entry, Head
from metrics.rewards.ledger.faults import Fault, altered, missing
from metrics.store.ledger_rows import has_ledger, read_chain, reading, stored_bytes
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
