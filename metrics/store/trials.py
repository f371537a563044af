"""Replaying a workspace's months under a proposed policy file, and setting its units beside each other."""

from dataclasses import replace
from pathlib import Path

import polars as pl

from metrics.populations import UNKNOWN
from metrics.rewards.laboratory import Trial, trial
from metrics.rewards.peers import Peers, peers
from metrics.rewards.period import Asked
from metrics.store.closing import Closing
from metrics.store.errors import SettingsError
from metrics.store.ledger_accounts import known
from metrics.store.ledger_statements import closing_of, ruled_source
from metrics.store.query import Query
from metrics.store.reward_policies import read_policy_file
from metrics.store.scope import Scope
from metrics.store.statements import AllRecords, judged, read_all
from metrics.store.store import Store


def replayed(store: Store, scope: Scope, proposed: Path, asked: Asked) -> Trial:
    """Return the months asked for under the policies in force and under those of a proposed file, of the same rows."""
    if not proposed.is_file():
        message = f"There is no policy file {proposed}."
        raise SettingsError(message)
    records = records_as_ruled(closing_of(store.settings, to_write=False), scope)
    policies = store.reward_policies, read_policy_file(proposed)
    return trial(*(judged(records, each, asked) for each in policies))


def records_as_ruled(closing: Closing, scope: Scope) -> AllRecords:
    """Return what the newest load has to be judged, read as upheld appeals have ruled: what the ledger comes to by now.

    LedgerBrokenError where the ledger cannot be trusted.
    """
    then = known(closing)
    return read_all(replace(ruled_source(closing.settings, then.load, then.book.rulings), scope=scope))


def beside_each_other(store: Store, scope: Scope, first: str | None, last: str | None) -> Peers:
    """Return the units of a period beside each other by the A–E satisfaction score, as the KPI has it."""
    read = store.readings(scope, Query("satisfaction_score", first, last, by=("unit",)))
    return peers(read.filter(pl.col("unit") != UNKNOWN).select("unit", "n", "total", "squares"))
