"""A company of two units whose statements are written out as plain amounts, with its ledger in a real database."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import polars as pl
import pytest
from sqlalchemy import Engine, insert

from metrics.rewards.ledger.appeals import Grounds, Verdict
from metrics.rewards.ledger.audit import contradiction
from metrics.rewards.ledger.entry import Entry, Kind
from metrics.rewards.ledger.rulings import Ruling
from metrics.store import EVERYTHING
from metrics.store.appealing import Appeals, Decision
from metrics.store.closing import Closing, Step
from metrics.store.database import upgrade
from metrics.store.ledger_accounts import known, month_account
from metrics.store.ledger_drafts import Asked
from metrics.store.ledger_rows import read_book
from metrics.store.proposals import carry_out
from metrics.store.schema import load_tables, loads
from metrics.store.settings import read_settings
from metrics.store.tables import schema_of
from metrics.store.verifying import Verification, verify

POLICY = """
[[person]]
name = "Ann"
[[person]]
name = "Ben"
[[person]]
name = "Cai"
[[person]]
name = "Dai"
[[person]]
name = "Nora"
units = ["N"]
[[person]]
name = "Sam"
staff_id = "S7"
"""
START = datetime(2025, 4, 1, 4, 0, tzinfo=UTC)


def document(month: str, unit: str, amount: int) -> dict:
    return {"month": month, "unit": unit, "part": "satisfaction", "amount_minor": amount}


class TinyCompany:
    """Loads are written out as {month: {unit: amount}}; a ruling on a form is worth what the form's number says."""

    def __init__(self, folder: Path, url: str) -> None:
        self.folder, self.now = folder, START
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "workspace.toml").write_text(
            f'name = "Tiny"\nzone = "Asia/Shanghai"\n[store]\ndatabase = "{url}"\n', encoding="utf-8"
        )
        self.policy(POLICY)
        self.settings = read_settings(folder)
        self.engine: Engine = upgrade(self.settings.database)
        self.figures: dict[int, dict[str, dict[str, int]]] = {}
        self.closing = Closing(self.settings, self.engine, self.statements)
        self.appeals = Appeals(self.closing, lambda _policy, _unit, _month: 5, lambda _book, _key: {"F100", "F30"})
        self._write_rows()

    def policy(self, text: str) -> None:
        (self.folder / "policy.toml").write_text(text, encoding="utf-8")

    def statements(self, asked: Asked) -> list[dict]:
        """Return what a load's figures say; a policy that says "double" doubles them, rulings add to them."""
        times = 2 if "double" in asked.policy.text else 1
        ruled = sum(int(ruling.row.removeprefix("F")) for ruling in asked.rulings)
        return [
            document(month, unit, times * amount + (ruled if unit == "N" else 0))
            for month, units in self.figures[asked.load.id].items()
            for unit, amount in units.items()
            if asked.first <= month <= asked.last
        ]

    def load(self, figures: dict[str, dict[str, int]], as_of: datetime = datetime(2026, 1, 1, tzinfo=UTC)) -> int:
        """Publish a load of these figures."""
        number = len(self.figures) + 1
        self.figures[number] = figures
        row = {"id": number, "state": "published", "started_at": self.now, "finished_at": self.now, "as_of": as_of}
        tables = [{"load": number, "table": name, "version": 0, "rows": 1} for name in ("feedback_forms", "staff")]
        with self.engine.begin() as connection:
            connection.execute(insert(loads), [row])
            connection.execute(insert(load_tables), tables)
        return number

    def step(self, kind: str, month: str, who: str, reason: str = "") -> list[Entry]:
        """Take one step, an hour later."""
        self.now += timedelta(hours=1)
        return carry_out(self.engine, self.closing.propose(Step(Kind(kind), month, who, reason)), self.now)

    def close(self, month: str) -> list[Entry]:
        """Let three people close a month; return what the last of them wrote."""
        self.step("check", month, "Ann")
        self.step("approve", month, "Ben")
        return self.step("close", month, "Cai")

    def appeal(self, month: str, row: str = "F100", who: str = "Nora") -> int:
        """File an appeal for N and return its number."""
        grounds = Grounds(
            (month, "N", "satisfaction"), "not ours", (Ruling("feedback_forms", row, (("verified", "rejected"),)),)
        )
        [entry] = carry_out(self.engine, self.appeals.propose(grounds, who, self.now), self.now)
        return entry.sequence

    def decide(self, appeal: int, who: str = "Dai", *, upheld: bool = True) -> list[Entry]:
        decision = Decision(appeal, who, Verdict(upheld, "as the call recording says"))
        return carry_out(self.engine, self.appeals.decide(decision), self.now)

    def account(self, month: str, on=None, scope=EVERYTHING) -> dict:
        """Return a month as it stands, or as it was known on a day."""
        return month_account(self.closing, scope, known(self.closing, on), month).document()

    def adjustments(self, month: str) -> list[tuple]:
        """Return what is adjusted with a month: (closed month, unit, closed, adjusted, current, amount)."""
        names = ("month", "unit", "closed_minor", "adjusted_minor", "current_minor", "amount_minor")
        return [tuple(each[name] for name in names) for each in self.account(month)["adjustments"]]

    @property
    def book(self):
        return read_book(self.engine)

    def verify(self, *anchors) -> Verification:
        return verify(self.engine, lambda _document: None, anchors)

    def _write_rows(self) -> None:
        rows = {
            "staff": [{"staff_id": "S7", "org_unit_id": "S", "month": "none"}],
        }
        for name, given in rows.items():
            blank = dict.fromkeys(schema_of(name))
            frame = pl.DataFrame([blank | row for row in given], schema=schema_of(name))
            frame.write_delta(f"{self.settings.warehouse}/{name}")


@pytest.fixture(params=["sqlite", "postgresql"])
def company(request, tmp_path) -> Iterator[TinyCompany]:
    """A tiny company, once with its ledger in SQLite and once in PostgreSQL."""
    url = "sqlite:///var/plumbline.db" if request.param == "sqlite" else request.getfixturevalue("postgres")()
    made = TinyCompany(tmp_path / "tiny", url)
    yield made
    made.engine.dispose()


@pytest.fixture
def tiny(tmp_path) -> TinyCompany:
    """A tiny company with its ledger in SQLite."""
    return TinyCompany(tmp_path / "tiny", "sqlite:///var/plumbline.db")


@pytest.fixture
def sound() -> Callable[[tuple[Entry, ...]], None]:
    """Return a function that fails where entries contradict each other."""

    def check(entries: tuple[Entry, ...]) -> None:
        assert contradiction(entries, lambda _document: None) is None

    return check
