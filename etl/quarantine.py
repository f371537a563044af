"""The rows that are held back: which, why, and with each cell of the raw row in a column of its own."""

import json
from dataclasses import dataclass
from pathlib import Path

import polars as pl

from etl.errors import UnknownSourceError
from metrics.store import EVERYTHING, Store, open_store
from metrics.store.errors import NoLoadError
from metrics.store.quarantined import Chosen, reasons, waiting

_BY = ("source", "rule", "column")
_ROW = ("source", "file", "row")
_ALL = 1 << 31  # more than any quarantine holds
_RAW = "raw."


@dataclass(frozen=True, eq=False)
class HeldBack:
    """Why rows are held back, with the number of each, and the rows: one line for each rule that one breaks."""

    reasons: pl.DataFrame
    lines: pl.DataFrame

    @property
    def rows(self) -> int:
        """Return how many rows are held back, however many rules each of them breaks."""
        return self.lines.select(_ROW).n_unique()

    def with_cells(self) -> pl.DataFrame:
        """Return the lines with the cells of the raw rows beside them, in columns that are called `raw.` and theirs."""
        cells = [{f"{_RAW}{name}": cell for name, cell in json.loads(raw).items()} for raw in self.lines["raw"]]
        beside = pl.DataFrame(cells, infer_schema_length=None, strict=False)
        return pl.concat([self.lines.drop("raw"), beside], how="horizontal")

    def as_json(self) -> dict[str, object]:
        """Return the reasons and the lines as plain values."""
        lines = [{**line, "raw": json.loads(line["raw"])} for line in self.lines.to_dicts()]
        return {"rows": self.rows, "reasons": self.reasons.to_dicts(), "held_back": lines}


def loaded_store(folder: Path, source: str | None) -> Store:
    """Return the store of a workspace that was loaded, from that source if one is named; else as `held_back` says."""
    store = open_store(folder)
    if store.last_attempt(EVERYTHING) is None:
        raise NoLoadError(store.settings.folder)
    known = store.sources(EVERYTHING)["source"]
    if source is not None and source not in known:
        raise UnknownSourceError(source, known)
    return store


def held_back(folder: Path, source: str | None = None, rule: str | None = None) -> HeldBack:
    """Return the rows of a workspace that are held back, of one source or by one rule where these are named.

    NoLoadError where nothing was ever loaded, UnknownSourceError where no source of this name was.
    """
    store = loaded_store(folder, source)
    why = reasons(store, EVERYTHING).drop("newest")
    found = waiting(store, EVERYTHING, Chosen(source, rule), limit=_ALL).rows
    lines = found.join(why.drop("rows"), on=list(_BY), how="left", maintain_order="left")
    chosen = why.join(found.select(_BY).unique(), on=list(_BY), how="semi", maintain_order="left")
    return HeldBack(chosen, lines)
