"""Writing accepted rows into the warehouse, month partition by month partition."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace

import polars as pl

from etl.intake import Intake
from etl.versions import merge
from metrics.calendar import BusinessCalendar
from metrics.contract import Table, table
from metrics.store.warehouse import Warehouse, partition_of, replace_where

_ALL, _UNDATED = "all", "undated"


@dataclass
class Changes:
    """The warehouse as it stands so far in this load, and the months of each table that changed."""

    warehouse: Warehouse
    months: dict[str, frozenset[str]] = field(default_factory=dict)

    def note(self, name: str, months: frozenset[str]) -> None:
        """Remember that months of a table changed."""
        self.months[name] = self.months.get(name, frozenset()) | months

    def write(self, name: str, rows: pl.DataFrame, months: frozenset[str]) -> None:
        """Replace the given partitions of a table by `rows`."""
        self.replace(name, rows, {partition_of(name): months})

    def replace(self, name: str, rows: pl.DataFrame, where: Mapping[str, Collection[str]]) -> None:
        """Replace the rows of a table whose columns hold the named values by `rows`."""
        version = replace_where(self.warehouse.place(name), name, rows, where)
        self.warehouse = replace(self.warehouse, versions={**self.warehouse.versions, name: version})


def with_month(contract: Table, rows: pl.DataFrame, calendar: BusinessCalendar) -> pl.DataFrame:
    """Return rows with the business month in which they live: "all" in reference tables, "undated" without a time."""
    if not contract.at:
        return rows.with_columns(month=pl.lit(_ALL))
    return rows.with_columns(month=calendar.month(pl.coalesce(contract.at)).fill_null(pl.lit(_UNDATED)))


def store(intake: Intake, changes: Changes, calendar: BusinessCalendar) -> None:
    """Bring a source's accepted rows into its table and finish the source's account of what became of them."""
    contract = table(intake.source.table)
    incoming = with_month(contract, intake.accepted, calendar).select(contract.stored_schema.names())
    result = merge(contract, incoming, changes.warehouse.scan(contract.name))
    intake.rows_unchanged = result.unchanged
    intake.exact_duplicates += result.duplicates
    intake.rows_superseded += result.superseded
    if result.to_write.is_empty():
        return
    kept = (
        changes.warehouse.scan(contract.name, result.months)
        .join(result.to_write.lazy().select(contract.key), on=list(contract.key), how="anti")
        .collect()
    )
    changes.write(contract.name, pl.concat([kept, result.to_write]), result.months)
    changes.note(contract.name, result.months)
