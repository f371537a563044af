"""How a workspace wants its KPIs charted: the [[chart]] entries of policy.toml."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from metrics.errors import UnknownKpiError, nearest
from metrics.registry import kpi
from metrics.signals import NELSON, WESTERN_ELECTRIC, ChartError, Plan
from metrics.store.policy import EntryError, refuse_overlaps, sections
from metrics.store.series import MONTH, PERIODS

_SECTION = "chart"
_EVERY_UNIT = "*"
_RULES = {"default": None, "western_electric": WESTERN_ELECTRIC, "nelson": NELSON}
_KEYS = frozenset({"kpi", "unit", "period", "phase", "rules", "excluded"})


@dataclass(frozen=True, eq=False)
class ChartEntry:
    """The plan for the charts of one KPI by month or week, for one unit or ("*") for every unit and all together."""

    kpi: str
    unit: str
    period: str
    plan: Plan


def read_charts(folder: Path) -> tuple[ChartEntry, ...]:
    """Return the chart entries of policy.toml; none where it has none."""
    entries = sections(folder, _SECTION)
    found = tuple(_entry(number, entry) for number, entry in enumerate(entries, start=1))
    refuse_overlaps(_SECTION, [(each.kpi, each.unit, each.period) for each in found], entries)
    return found


def plan_for(entries: tuple[ChartEntry, ...], key: str, unit: str | None, period: str) -> Plan:
    """Return the plan for one chart: the unit's own entry before that for every unit, else the usual one."""
    mine = [entry for entry in entries if (entry.kpi, entry.period) == (key, period)]
    own = [entry for entry in mine if entry.unit == unit]
    general = [entry for entry in mine if entry.unit == _EVERY_UNIT]
    return next((entry.plan for entry in (*own, *general)), Plan())


def _entry(number: int, entry: dict[str, Any]) -> ChartEntry:
    try:
        return _read(entry)
    except (KeyError, TypeError, ValueError, AttributeError, UnknownKpiError, ChartError) as problem:
        needs = (
            f"{problem}; a chart needs kpi, and may have unit, period (month or week), phase = [first, last], "
            f"rules (default, western_electric or nelson) and excluded = {{ period = reason }}"
        )
        raise EntryError(_SECTION, number, needs, entry) from problem


def _read(entry: dict[str, Any]) -> ChartEntry:
    period, rules = entry.get("period", MONTH), entry.get("rules", "default")
    for name in entry:
        _allowed(name, _KEYS)
    plan = Plan(
        rules=_RULES[_allowed(rules, _RULES)],
        phase=_phase(entry["phase"]) if "phase" in entry else None,
        excluded={str(name): str(reason) for name, reason in entry.get("excluded", {}).items()},
    )
    return ChartEntry(kpi(entry["kpi"]).key, str(entry.get("unit", _EVERY_UNIT)), _allowed(period, PERIODS), plan)


def _phase(stated: list[str]) -> tuple[str, str]:
    first, last = stated
    return str(first), str(last)


def _allowed(word: str, known: Any) -> str:  # noqa: ANN401 any collection of words
    if word not in known:
        message = f"'{word}' is not known here. {nearest(str(word), known)}"
        raise ValueError(message)
    return word
