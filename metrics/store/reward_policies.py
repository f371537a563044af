"""Dated reward policies of a policy file: [[satisfaction_policy]] and [[complaint_policy]], amounts in main units."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

from metrics.errors import nearest
from metrics.rewards.complaint_policy import ComplaintPolicy
from metrics.rewards.dated import EVERY_UNIT, Dated, checked
from metrics.rewards.errors import PolicyError
from metrics.rewards.policy import SatisfactionPolicy
from metrics.store.errors import SettingsError
from metrics.store.policy import FILE
from metrics.store.policy_lines import PlacedEntry, placed_entries
from metrics.store.policy_values import COMPLAINTS, SATISFACTION, ValueProblemError, day

_SATISFACTION, _COMPLAINTS = "satisfaction_policy", "complaint_policy"
_DATED = ("unit", "valid_from", "valid_to")

P = TypeVar("P", SatisfactionPolicy, ComplaintPolicy)


class RewardPolicyError(SettingsError):
    """A reward policy cannot hold; the message names the entries, or the keys, with their lines."""


@dataclass(frozen=True)
class RewardPolicies:
    """The dated policies of both parts; without an entry the satisfaction part follows the source document's rule."""

    satisfaction: tuple[Dated[SatisfactionPolicy], ...]
    complaints: tuple[Dated[ComplaintPolicy], ...]


def read_reward_policies(folder: Path) -> RewardPolicies:
    """Return the reward policies of a workspace's policy.toml; RewardPolicyError where one cannot hold."""
    return read_policy_file(folder / FILE)


def read_policy_file(file: Path) -> RewardPolicies:
    """Return the reward policies of any policy file, such as one that is only proposed."""
    satisfaction = _entries(file, _SATISFACTION, SatisfactionPolicy, SATISFACTION)
    complaints = _entries(file, _COMPLAINTS, ComplaintPolicy, COMPLAINTS)
    return RewardPolicies(satisfaction or (Dated(SatisfactionPolicy()),), complaints)


def _entries(file: Path, name: str, kind: type[P], readers: Mapping[str, Callable[[Any], Any]]) -> tuple[Dated[P], ...]:
    read = [_dated(entry, kind, readers) for entry in placed_entries(file, name)]
    try:
        return checked(read)
    except PolicyError as problem:
        message = f"{file.name}: {problem}."
        raise RewardPolicyError(message) from problem


def _dated(entry: PlacedEntry, kind: type[P], readers: Mapping[str, Callable[[Any], Any]]) -> Dated[P]:
    content = entry.content
    _require_known(entry, {*_DATED, *readers})
    settings = {key: _read(entry, key, readers[key]) for key in content if key in readers}
    try:
        return Dated(
            kind(**settings),
            unit=str(content.get("unit", EVERY_UNIT)),
            valid_from=_read(entry, "valid_from", day),
            valid_to=_read(entry, "valid_to", day) if "valid_to" in content else None,
            where=entry.where,
            line=entry.line,
        )
    except PolicyError as problem:
        keys = " and ".join(entry.at(key) for key in problem.keys)
        message = f"{FILE}, {entry.where}: {problem}. See {keys}."
        raise RewardPolicyError(message) from problem


def _read(entry: PlacedEntry, key: str, reader: Callable[[Any], Any]) -> Any:  # noqa: ANN401 what the setting holds
    if key not in entry.content:
        message = f"{FILE}, {entry.where}: it needs {key}, such as {key} = {date(2025, 1, 1)}."
        raise RewardPolicyError(message)
    try:
        return reader(entry.content[key])
    except PolicyError as problem:
        message = f"{FILE}, {entry.where}: {problem}. See {entry.at(key)}."
        raise RewardPolicyError(message) from problem
    except ValueProblemError as problem:
        message = f"{FILE}, {entry.where}: {entry.at(key)} {problem}."
        raise RewardPolicyError(message) from problem


def _require_known(entry: PlacedEntry, known: Iterable[str]) -> None:
    for key in entry.content:
        if key not in known:
            message = f"{FILE}, {entry.where}: {entry.at(key)} is not a setting. {nearest(key, known)}"
            raise RewardPolicyError(message)
