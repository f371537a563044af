"""What KPIs count: populations built from the canonical tables, one file each."""

import importlib
import pkgutil

from metrics.populations.population import CUBE, PROVENANCE, UNKNOWN, Facts, Population

__all__ = ["CUBE", "POPULATIONS", "PROVENANCE", "UNKNOWN", "Facts", "Population"]

POPULATIONS: dict[str, Population] = {
    name: importlib.import_module(f"{__name__}.{name}").POPULATION
    for _, name, _ in pkgutil.iter_modules(__path__)
    if name != "population"
}
