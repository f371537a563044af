"""Statements for the ledger: by any kept text of the policy, with the rows read as upheld appeals have ruled."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import polars as pl

from metrics.contract import TABLES
from metrics.model import Moment
from metrics.rewards import period
from metrics.rewards.complaint_policy import ComplaintPolicy
from metrics.rewards.dated import in_force
from metrics.rewards.ledger.rulings import Ruling, by_row
from metrics.store.closing import Closing
from metrics.store.database import connect, is_there, upgrade
from metrics.store.errors import NoLoadError
from metrics.store.form_counts import Source
from metrics.store.ledger_drafts import Asked
from metrics.store.loads import Load
from metrics.store.policy import FILE
from metrics.store.policy_texts import PolicyText
from metrics.store.reward_policies import RewardPolicies, read_policy_file
from metrics.store.scope import EVERYTHING
from metrics.store.settings import Settings
from metrics.store.statements import AllRecords, judged, read_all
from metrics.store.warehouse import Warehouse

Read = Mapping[tuple[str, str], Mapping[str, str | bool | None]]


@dataclass(frozen=True)
class RuledWarehouse(Warehouse):
    """A load's tables, of which some rows are read as was ruled."""

    rulings: Read = field(default_factory=dict)

    def scan(self, table: str, months: Collection[str] | None = None) -> pl.LazyFrame:
        """Return the rows of a table; a ruled row has the values of its ruling."""
        rows = super().scan(table, months)
        for (ruled, key), reads in self.rulings.items():
            if ruled == table:
                (name,) = TABLES[table].key
                rows = rows.with_columns(
                    pl.when(pl.col(name) == key).then(pl.lit(value)).otherwise(column).alias(column)
                    for column, value in reads.items()
                )
        return rows


_KEPT = 4


class Computed:
    """Computes a workspace's statements for the ledger; policies that say the same are asked once per load and rulings.

    So the months closed so far cost no more than one, although policy.toml changes between them in other sections.
    """

    def __init__(self, settings: Settings) -> None:
        """Take the workspace."""
        self.settings = settings
        self._known: dict[object, list[dict[str, Any]]] = {}
        self._read: dict[object, AllRecords] = {}

    def __call__(self, asked: Asked) -> list[dict[str, Any]]:
        """Return the documents of the statements asked for."""
        policies = policies_of(asked.policy.text)
        key = (asked.load.digest, policies, asked.rulings)
        if key not in self._known:
            _make_room(self._known)
            found = judged(self._records(asked), policies, period.Asked())
            self._known[key] = [each.document() for each in found]
        return [document for document in self._known[key] if asked.first <= document["month"] <= asked.last]

    def _records(self, asked: Asked) -> AllRecords:
        key = (asked.load.digest, asked.rulings)
        if key not in self._read:
            _make_room(self._read)
            self._read[key] = read_all(ruled_source(self.settings, asked.load, asked.rulings))
        return self._read[key]


def ruled_source(settings: Settings, load: Load, rulings: tuple[Ruling, ...]) -> Source:
    """Return where a load's statements are computed from, with its rows read as was ruled."""
    warehouse = RuledWarehouse(settings.warehouse, load.versions, by_row(rulings))
    moment = Moment(load.as_of or load.started_at, load.data_from)
    return Source(warehouse, settings.calendar, moment, EVERYTHING, load.id)


def _make_room(kept: dict[object, Any]) -> None:
    """Forget what was kept where it has become much: a draft asks for two sets of rulings at most."""
    if len(kept) >= _KEPT:
        kept.clear()


@lru_cache(maxsize=64)
def policies_of(text: str) -> RewardPolicies:
    """Return the reward policies of a policy's text; RewardPolicyError where one cannot hold."""
    with TemporaryDirectory() as folder:
        file = Path(folder) / FILE
        file.write_text(text, encoding="utf-8")
        return read_policy_file(file)


def appeal_days(policy: PolicyText, unit: str, day: date) -> int:
    """Return how many working days a unit has to appeal: by its complaint policy of a day, or the usual ones."""
    found = in_force(policies_of(policy.text).complaints, unit, day)
    return ComplaintPolicy.appeal_days if found is None else found.policy.appeal_days


def closing_of(settings: Settings, *, to_write: bool) -> Closing:
    """Return the closing of a workspace's months; NoLoadError where it was never loaded.

    To be written in, the database is brought to the newest version of its tables first.
    """
    if not is_there(settings.database):
        raise NoLoadError(settings.folder)
    engine = upgrade(settings.database) if to_write else connect(settings.database)
    return Closing(settings, engine, Computed(settings))
