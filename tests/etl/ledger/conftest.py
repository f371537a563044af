"""A company of two centres that is loaded from files and closed from the command line, as its people would."""

import json
from collections.abc import Callable

import pytest

from metrics.__main__ import main
from metrics.store.closing import Closing
from metrics.store.ledger_statements import closing_of

PEOPLE = "".join(f'[[person]]\nname = "{name}"\n' for name in ("Ann", "Ben", "Cai", "Dai"))
POLICY = f'{PEOPLE}[[person]]\nname = "Nora"\nunits = ["N"]\n'
FORMS = "id,unit,back,time,repair,tone,checked"
COLUMNS = {
    "form_id": "id",
    "org_unit_id": "unit",
    "received_at": "back",
    "timeliness": "time",
    "repair_quality": "repair",
    "attitude": "tone",
    "verified": "checked",
}


class Office:
    """The company, and the commands that its people type."""

    def __init__(self, company, capsys) -> None:
        self.company, self.capsys = company, capsys
        company.source("forms", "feedback_forms", COLUMNS)
        self.policy(POLICY)

    def policy(self, text: str) -> None:
        (self.company.folder / "policy.toml").write_text(text, encoding="utf-8")

    def forms(self, file: str, **months: dict[str, str]) -> None:
        """Write an export of five forms per month ("m03") and unit, all bearing one grade in all three items."""
        rows = [
            f"{unit}{month[1:]}{number},{unit},2025-{month[1:]}-1{number} 10:00:00,{grade},{grade},{grade},confirmed"
            for month, units in months.items()
            for unit, grade in units.items()
            for number in range(5)
        ]
        self.company.export(file, FORMS, *rows)

    def load(self, **months: dict[str, str]) -> None:
        """Load such an export, with everything known until the middle of 2025."""
        self.forms("forms_1.csv", **months)
        assert self.company.load(as_of="2025-06-30T23:59:59+08:00").state == "published"

    def run(self, *arguments: str, code: int = 0) -> str:
        """Run a command of the metrics layer on the workspace and return what it printed, or its error."""
        command, *rest = arguments
        assert main([command, str(self.company.folder), *rest]) == code
        said = self.capsys.readouterr()
        return said.err if code else said.out

    def ask(self, *arguments: str):
        """Return what a command says to machines."""
        return json.loads(self.run(*arguments, "--json"))

    def step(self, step: str, month: str, who: str, *more: str) -> dict:
        return self.ask("close", "--month", month, "--step", step, "--as", who, "--yes", *more)

    def close(self, month: str) -> dict:
        """Let three people close a month."""
        self.step("check", month, "Ann")
        self.step("approve", month, "Ben")
        return self.step("close", month, "Cai")

    def month(self, month: str, *more: str) -> dict:
        """Return a month of the ledger."""
        [found] = self.ask("ledger", "--month", month, *more)["months"]
        return found

    @property
    def closing(self) -> Closing:
        return closing_of(self.company.store.settings, to_write=True)


@pytest.fixture
def office(company, capsys) -> Office:
    return Office(company, capsys)


@pytest.fixture
def office_on() -> Callable[..., Office]:
    """Return a function that makes the office of a company made elsewhere."""
    return Office
