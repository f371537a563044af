"""The canonical tables that every source is mapped to: one file each, found by walking this folder."""

import importlib
import pkgutil

from metrics.contract.errors import UnknownTableError
from metrics.contract.table import LINEAGE, UTC, Column, Table

__all__ = ["LINEAGE", "TABLES", "UTC", "Column", "Table", "table"]

_NOT_TABLES = {"columns", "errors", "table", "words"}

TABLES: dict[str, Table] = {
    name: importlib.import_module(f"{__name__}.{name}").TABLE
    for _, name, _ in pkgutil.iter_modules(__path__)
    if name not in _NOT_TABLES
}


def table(name: str) -> Table:
    """Return the canonical table `name`; UnknownTableError names the nearest."""
    try:
        return TABLES[name]
    except KeyError:
        raise UnknownTableError(name, TABLES) from None
