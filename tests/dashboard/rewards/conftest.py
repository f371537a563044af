"""The rewards page over the company of two centres: read only, and over a copy in which people act."""

import shutil
from pathlib import Path

import pytest

from metrics.store.ledger_rows import read_book
from metrics.store.ledger_statements import closing_of
from metrics.store.settings import read_settings


@pytest.fixture
def rewards_page(open_app, rewarded):
    """Return what opens the page, in May unless told; nothing is closed."""
    return lambda **params: open_app("rewards", **{"folder": rewarded, "month": "2025-05"} | params)


class Office:
    """A copy of the company, and the page in front of it."""

    def __init__(self, folder: Path, open_app) -> None:
        self.folder, self._open = folder, open_app

    def open(self, **params):
        return self._open("rewards", **{"folder": self.folder, "month": "2025-05"} | params)

    def asked(self, step: str, who: str, **params):
        """Open the page, choose a person and press a step: the confirmation, or the refusal, is on the page."""
        app = self.open(**params)
        app.selectbox(key="reward_who_step").select(who)
        return app.button(key=f"reward_{step}").click().run()

    def step(self, step: str, who: str, **params):
        """Take a step to its end."""
        return self.asked(step, who, **params).button(key="reward_confirm_step").click().run()

    def close(self, month: str) -> None:
        for step, who in (("check", "Ann"), ("approve", "Ben"), ("close", "Cai")):
            app = self.step(step, who, month=month)
            assert not app.exception
            assert app.success

    @property
    def book(self):
        return read_book(closing_of(read_settings(self.folder), to_write=False).engine)


@pytest.fixture
def office(rewarded, tmp_path, open_app) -> Office:
    return Office(shutil.copytree(rewarded, tmp_path / "workspace"), open_app)


def split_of(app):
    """Return the fields of the split to staff."""
    return [field for field in app.text_input if str(field.key).startswith("reward_share_")]
