"""A fingerprint of what KPIs mean: when it changes, stored parts are out of date."""

import hashlib
import inspect
import pkgutil
from functools import cache
from importlib import import_module
from types import ModuleType

from metrics import calendar, engine, episodes, kpis, populations, promises

_DEFINING = (calendar, engine, episodes, promises)
_WALKED = (kpis, populations)


@cache
def digest_of_definitions() -> str:
    """Return a hash of the code of every KPI, every population and the engine that reads them."""
    modules = [*_DEFINING, *(module for package in _WALKED for module in _modules(package))]
    code = "".join(inspect.getsource(module) for module in modules)
    return hashlib.sha256(code.encode()).hexdigest()[:16]


def _modules(package: ModuleType) -> list[ModuleType]:
    return [import_module(f"{package.__name__}.{name}") for _, name, _ in pkgutil.iter_modules(package.__path__)]
