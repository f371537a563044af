"""The papers of the company of two centres: drafts of May, and what three people closed."""

import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from metrics.rewards.ledger.entry import Kind
from metrics.store import EVERYTHING, open_store
from metrics.store.closing import Closing, Step
from metrics.store.dossiers import dossier
from metrics.store.ledger_accounts import known
from metrics.store.ledger_statements import closing_of
from metrics.store.proposals import carry_out
from metrics.store.settings import read_settings

ZONE = "Asia/Shanghai"
START = datetime(2025, 6, 11, 2, 0, tzinfo=UTC)


class Centres:
    """A copy of the company, whose people act at fixed times."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.now = folder, START

    @property
    def closing(self) -> Closing:
        return closing_of(read_settings(self.folder), to_write=True)

    @property
    def store(self):
        return open_store(self.folder)

    def step(self, kind: str, month: str, who: str) -> None:
        self.now += timedelta(hours=1)
        closing = self.closing
        carry_out(closing.engine, closing.propose(Step(Kind(kind), month, who)), self.now)

    def close(self, month: str) -> None:
        for kind, who in (("check", "Ann"), ("approve", "Ben"), ("close", "Cai")):
            self.step(kind, month, who)

    def dossier(self, unit: str = "N", month: str = "2025-05"):
        closing = self.closing
        return dossier(closing, EVERYTHING, known(closing), (unit, month))


@pytest.fixture(scope="session")
def drafts(rewarded) -> Centres:
    """Nothing is closed. Read it only."""
    return Centres(rewarded)


@pytest.fixture(scope="session")
def may_of_north(drafts):
    """North's May, the document's own example."""
    return drafts.dossier()


@pytest.fixture
def centres(rewarded, tmp_path) -> Centres:
    """A copy to act in."""
    return Centres(shutil.copytree(rewarded, tmp_path / "workspace"))
