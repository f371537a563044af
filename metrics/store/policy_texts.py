"""Every text that policy.toml has had, kept in the database, so that what was computed by it can be explained."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection, Engine, insert, select

from metrics.rewards.ledger.canonical import sha256
from metrics.store.errors import NotKeptError
from metrics.store.ledger_rows import has_ledger
from metrics.store.ledger_tables import policy_texts
from metrics.store.policy import policy_text
from metrics.text import Text


@dataclass(frozen=True)
class PolicyText:
    """The whole text of a policy.toml; an empty one where there is no such file."""

    text: str

    @property
    def version(self) -> str:
        """Return the SHA-256 of the text."""
        return sha256(self.text)


def policy_now(folder: Path) -> PolicyText:
    """Return what a workspace's policy.toml says; SettingsError where it is not UTF-8."""
    return PolicyText(policy_text(folder))


def keep_policy(connection: Connection, policy: PolicyText, at: datetime) -> None:
    """Keep a text as the one in force from now on; nothing is added where it is the last one kept."""
    newest = select(policy_texts.c.version).order_by(policy_texts.c.id.desc()).limit(1)
    if connection.execute(newest).scalar_one_or_none() != policy.version:
        kept = {"recorded_at": at, "version": policy.version, "text": policy.text}
        connection.execute(insert(policy_texts).values(kept))


def policy_of(engine: Engine, version: str) -> PolicyText:
    """Return the text of a version that the ledger names; NotKeptError where it is not kept any more."""
    with engine.connect() as connection:
        asked = select(policy_texts.c.text).where(policy_texts.c.version == version).limit(1)
        text = connection.execute(asked).scalar_one_or_none()
    found = None if text is None else PolicyText(text)
    if found is None or found.version != version:
        said = Text(
            f"政策文本 {version} 已不是当时保存的样子。见账本查证(python -m metrics verify)。",
            f"The policy's text {version} is not kept any more as it was. See 'python -m metrics verify'.",
        )
        raise NotKeptError(said)
    return found


def policy_at(engine: Engine, moment: datetime) -> PolicyText | None:
    """Return the text in force at a moment: the last one kept by then, else the first kept after; None without any."""
    if not has_ledger(engine):
        return None
    known = policy_texts.c.recorded_at <= moment
    by_then = select(policy_texts.c.text).where(known).order_by(policy_texts.c.id.desc()).limit(1)
    first = select(policy_texts.c.text).order_by(policy_texts.c.id).limit(1)
    with engine.connect() as connection:
        text = connection.execute(by_then).scalar_one_or_none()
        text = connection.execute(first).scalar_one_or_none() if text is None else text
    return None if text is None else PolicyText(text)
