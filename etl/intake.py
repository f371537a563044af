"""What one source brought in a load, and the account of what became of every row of it."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING

import polars as pl

from etl.sources import Extract
from etl.validate import Checked
from etl.workspace import Source
from metrics.contract import table

if TYPE_CHECKING:
    from concurrent.futures import Future

WHERE = ("source_file", "source_row")
REPAIRS = pl.Schema(
    {
        "source_file": pl.String(),
        "source_row": pl.Int64(),
        "column": pl.String(),
        "before": pl.String(),
        "after": pl.String(),
    }
)


@dataclass(frozen=True)
class FileOfSource:
    """A file of a source, by name, and what decides whether it must be read again."""

    file: str
    sha256: str
    definition: str
    size: int


@dataclass
class Intake:
    """What one source brought: `rows` mapped and being `examined`, then `accepted`, which may be stored.

    `files` are those whose rows stand in the warehouse if this load is published, `read_files` those read in it.
    rows_read = rows_loaded + rows_quarantined + exact_duplicates + rows_superseded, each counted by itself; rows
    refused are those without a fault of a source that was refused.
    """

    source: Source
    files: list[FileOfSource] = field(default_factory=list)
    read_files: list[str] = field(default_factory=list)
    extracts: list[Extract] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    rows: pl.DataFrame = field(default_factory=pl.DataFrame)
    examined: "Future[tuple[pl.DataFrame, Checked]] | None" = None
    rows_read: int = 0
    rows_loaded: int = 0
    exact_duplicates: int = 0
    rows_superseded: int = 0
    rows_unchanged: int = 0
    rows_refused: int = 0
    quarantined: pl.DataFrame = field(default_factory=pl.DataFrame)
    repairs: pl.DataFrame = field(default_factory=lambda: pl.DataFrame(schema=REPAIRS))
    checked: Checked | None = None
    accepted: pl.DataFrame = field(default_factory=pl.DataFrame)
    data_as_of: datetime | None = None

    @property
    def is_examined(self) -> bool:
        """Return whether the rows have been examined, so that judging them need not wait."""
        return self.examined is not None and self.examined.done()

    @property
    def rows_at_fault(self) -> int:
        """Return how many rows break a rule, however many rules each of them breaks."""
        return 0 if self.quarantined.is_empty() else self.quarantined.select(WHERE).n_unique()

    @property
    def rows_quarantined(self) -> int:
        """Return how many rows were set aside: those at fault, and of a refused source the others with them."""
        return self.rows_at_fault + self.rows_refused

    def accept(self, rows: pl.DataFrame) -> None:
        """Take rows as those that may be stored, and note the latest time at which, by them, something happened."""
        self.accepted = rows
        times = [name for name in table(self.source.table).happened if name in rows.columns]
        self.data_as_of = rows.select(pl.max_horizontal(pl.col(times).max())).item() if times and rows.height else None

    @property
    def outcome(self) -> str:
        """Return "refused" where anything of the source was refused, "unchanged" where nothing was new."""
        if self.errors:
            return "refused"
        return "loaded" if self.read_files else "unchanged"
