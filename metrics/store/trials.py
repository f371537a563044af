"""Replaying a workspace's months under a proposed policy file, and setting its units beside each other."""

from pathlib import Path

import polars as pl

from metrics.populations import UNKNOWN
from metrics.rewards.laboratory import Trial, trial
from metrics.rewards.peers import Peers, peers
from metrics.rewards.period import Asked
from metrics.store.errors import SettingsError
from metrics.store.query import Query
from metrics.store.reward_policies import read_policy_file
from metrics.store.scope import Scope
from metrics.store.statements import judged, read_all
from metrics.store.store import Store


def replayed(store: Store, scope: Scope, proposed: Path, asked: Asked) -> Trial:
    """Return the months asked for under the policies in force and under those of a proposed file, of the same rows."""
    if not proposed.is_file():
        message = f"There is no policy file {proposed}."
        raise SettingsError(message)
    records = read_all(store.reward_source(scope))
    policies = store.reward_policies, read_policy_file(proposed)
    return trial(*(judged(records, each, asked) for each in policies))


def beside_each_other(store: Store, scope: Scope, first: str | None, last: str | None) -> Peers:
    """Return the units of a period beside each other by the A–E satisfaction score, as the KPI has it."""
    read = store.readings(scope, Query("satisfaction_score", first, last, by=("unit",)))
    return peers(read.filter(pl.col("unit") != UNKNOWN).select("unit", "n", "total", "squares"))
