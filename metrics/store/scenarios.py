"""Repurchase scenarios that a workspace edits in policy.toml as [[repurchase]]; the literature's where it has none."""

from pathlib import Path
from typing import Any

from metrics.errors import nearest
from metrics.recovery.scenario import GROUPS, LITERATURE, Scenario, ScenarioError
from metrics.store.errors import QueryError
from metrics.store.policy import EntryError, refuse_overlaps, sections

_SECTION = "repurchase"


def read_scenarios(folder: Path) -> dict[str, Scenario]:
    """Return the workspace's scenarios by name."""
    entries = sections(folder, _SECTION)
    found = [_scenario(number, entry) for number, entry in enumerate(entries, start=1)]
    refuse_overlaps(_SECTION, [each.name for each in found], entries)
    return {scenario.name: scenario for scenario in found or LITERATURE}


def _scenario(number: int, entry: dict[str, Any]) -> Scenario:
    try:
        rest = {name: share for name, share in entry.items() if name not in {"name", "source"}}
        shares = {group: float(share) for group, share in rest.items()}
        return Scenario(str(entry["name"]), shares, str(entry["source"]))
    except (KeyError, TypeError, ValueError, ScenarioError) as problem:
        needs = f"{problem} A scenario needs name, source (who says so) and a share for {', '.join(GROUPS)}"
        raise EntryError(_SECTION, number, needs, entry) from problem


def scenario_called(folder: Path, name: str | None) -> Scenario:
    """Return the scenario `name`, the first where none is named; QueryError names those there are."""
    known = read_scenarios(folder)
    if name is not None and name not in known:
        message = f"No scenario is called '{name}'. {nearest(name, known)}"
        raise QueryError(message)
    return next(iter(known.values())) if name is None else known[name]
