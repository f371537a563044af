"""What a viewer may see; an argument of every read."""

from dataclasses import dataclass

import polars as pl


@dataclass(frozen=True)
class Scope:
    """The units a viewer may see (None: all of them), and whether personal data may be shown."""

    units: frozenset[str] | None = None
    personal: bool = True

    def restrict(self, rows: pl.LazyFrame, column: str = "unit") -> pl.LazyFrame:
        """Return only the rows whose unit is in this scope."""
        return rows if self.units is None else rows.filter(pl.col(column).is_in(sorted(self.units)))


EVERYTHING = Scope()
