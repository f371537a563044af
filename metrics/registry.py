"""Every KPI there is, found by walking `metrics/kpis`: adding a file adds a KPI."""

import importlib
import pkgutil
from functools import cache

from metrics import kpis
from metrics.errors import DefinitionError, UnknownKpiError
from metrics.model import Kpi


@cache
def all_kpis() -> dict[str, Kpi]:
    """Return every KPI by key, the most important first."""
    found = [_load(name) for _, name, _ in pkgutil.iter_modules(kpis.__path__)]
    return {kpi.key: kpi for kpi in sorted(found, key=lambda kpi: (kpi.rank, kpi.key))}


def _load(name: str) -> Kpi:
    kpi: Kpi = importlib.import_module(f"{kpis.__name__}.{name}").KPI
    if kpi.key != name:
        raise DefinitionError(kpi.key, f"it stands in {name}.py; key and file name must be equal.")
    return kpi


def kpi(key: str) -> Kpi:
    """Return the KPI `key`; UnknownKpiError names the nearest keys."""
    try:
        return all_kpis()[key]
    except KeyError:
        raise UnknownKpiError(key, all_kpis()) from None
