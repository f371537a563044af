"""Dated targets of a workspace's policy.toml, which override the KPIs' own."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from metrics.errors import UnknownKpiError
from metrics.model import Kpi, Target
from metrics.registry import kpi
from metrics.store.policy import EntryError, refuse_overlaps, sections

_SECTION, _EVERY_UNIT = "target", "*"


@dataclass(frozen=True)
class DatedTarget:
    """A target of one KPI for one unit ("*": every unit) from a day on."""

    kpi: str
    unit: str
    target: Target
    valid_from: date


def read_targets(folder: Path) -> tuple[DatedTarget, ...]:
    """Return the targets in policy.toml, the newest first; none where there is no such file."""
    entries = sections(folder, _SECTION)
    found = [_dated_target(number, entry) for number, entry in enumerate(entries, start=1)]
    refuse_overlaps(_SECTION, [(each.kpi, each.unit, each.valid_from) for each in found], entries)
    return tuple(sorted(found, key=lambda target: target.valid_from, reverse=True))


def _dated_target(number: int, entry: dict[str, Any]) -> DatedTarget:
    try:
        asked, target = kpi(entry["kpi"]), Target(float(entry["meet"]), float(entry["near"]))
        if contradiction := asked.contradiction(target):
            raise ValueError(contradiction.removesuffix("."))  # noqa: TRY301 told like every other mistake
        return DatedTarget(
            kpi=asked.key,
            unit=str(entry.get("unit", _EVERY_UNIT)),
            target=target,
            valid_from=date.fromisoformat(str(entry["valid_from"])),
        )
    except (KeyError, TypeError, ValueError, UnknownKpiError) as problem:
        needs = f"{problem}; a target needs kpi, meet, near and valid_from (a date)"
        raise EntryError(_SECTION, number, needs, entry) from problem


def target_for(targets: tuple[DatedTarget, ...], kpi: Kpi, month: str, unit: str | None) -> Target | None:
    """Return the newest target in force when `month` began, one for the unit before one for every unit."""
    start = date.fromisoformat(f"{month}-01")
    in_force = [target for target in targets if target.kpi == kpi.key and target.valid_from <= start]
    own = [target for target in in_force if target.unit == unit]
    general = [target for target in in_force if target.unit == _EVERY_UNIT]
    return next(iter((*own, *general))).target if own or general else kpi.target
