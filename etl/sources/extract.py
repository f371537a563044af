"""What reading a source yields."""

from dataclasses import dataclass

import polars as pl


@dataclass(frozen=True)
class Fingerprint:
    """A file that a source reads, and what tells whether it changed."""

    file: str
    sha256: str
    size: int


@dataclass(frozen=True, eq=False)
class Extract:
    """The rows of one file: text as it stands, or the types of a typed format, and `source_row` for each.

    `source_row` counts as a spreadsheet program does, the header of a CSV file being row 1. JSON Lines count lines;
    JSON arrays, Parquet, Delta, databases and grouped queries count records from 1.
    """

    file: str
    sha256: str
    frame: pl.DataFrame
    notes: tuple[str, ...] = ()
