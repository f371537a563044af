"""Where facts and records are kept. The only part of `metrics` that knows a database or a file."""

from metrics.store.evidence import Evidence
from metrics.store.loads import Load
from metrics.store.query import Query
from metrics.store.scope import EVERYTHING, Scope
from metrics.store.settings import Settings, read_settings
from metrics.store.store import Store, open_store

__all__ = ["EVERYTHING", "Evidence", "Load", "Query", "Scope", "Settings", "Store", "open_store", "read_settings"]
