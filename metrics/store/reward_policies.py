"""Dated reward policies of a policy file: [[satisfaction_policy]] and [[complaint_policy]], amounts in main units."""

from collections.abc import Callable, Iterable, Mapping, Sequence
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
from metrics.text import Text

_SATISFACTION, _COMPLAINTS = "satisfaction_policy", "complaint_policy"
_DATED = ("unit", "valid_from", "valid_to")

P = TypeVar("P", SatisfactionPolicy, ComplaintPolicy)


class RewardPolicyError(SettingsError):
    """A reward policy cannot hold; `said` names the entries, or the keys, with their lines, in both languages."""

    def __init__(self, where: Text, said: Text) -> None:
        """Say where in the file, and what cannot hold."""
        super().__init__(Text(f"{where.zh}:{said.zh}", f"{where.en}: {said.en}"))


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
        said = problem.said
        raise RewardPolicyError(Text(file.name, file.name), Text(f"{said.zh}。", f"{said.en}.")) from problem


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
        raise RewardPolicyError(_place(entry), _seen(entry, problem)) from problem


def _read(entry: PlacedEntry, key: str, reader: Callable[[Any], Any]) -> Any:  # noqa: ANN401 what the setting holds
    if key not in entry.content:
        like = f"{key} = {date(2025, 1, 1)}"
        said = Text(f"缺少 {key},如 {like}。", f"it needs {key}, such as {like}.")
        raise RewardPolicyError(_place(entry), said)
    try:
        return reader(entry.content[key])
    except PolicyError as problem:
        raise RewardPolicyError(_place(entry), _seen(entry, problem, (key,))) from problem
    except ValueProblemError as problem:
        at, said = entry.at(key), problem.said
        raise RewardPolicyError(_place(entry), Text(f"{at.zh}{said.zh}。", f"{at.en} {said.en}.")) from problem


def _require_known(entry: PlacedEntry, known: Iterable[str]) -> None:
    for key in entry.content:
        if key not in known:
            at, known = entry.at(key), sorted(known)
            said = Text(
                f"{at.zh}不是设置。可用的有:{'、'.join(known)}。", f"{at.en} is not a setting. {nearest(key, known)}"
            )
            raise RewardPolicyError(_place(entry), said)


def _place(entry: PlacedEntry) -> Text:
    where = entry.where
    return Text(f"{FILE},{where.zh}", f"{FILE}, {where.en}")


def _seen(entry: PlacedEntry, problem: PolicyError, keys: Sequence[str] | None = None) -> Text:
    """Return what does not fit together, and on which lines it stands."""
    places = [entry.at(key) for key in keys or problem.keys]
    zh, en = "、".join(place.zh for place in places), " and ".join(place.en for place in places)
    return Text(f"{problem.said.zh}。见 {zh}。", f"{problem.said.en}. See {en}.")
