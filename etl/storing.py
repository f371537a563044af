"""Writing accepted rows into the warehouse, month partition by month partition."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace

import polars as pl

from etl.intake import Intake
from etl.versions import Rivals, merge
from metrics.calendar import BusinessCalendar
from metrics.contract import TABLES, Table, table
from metrics.store.tables import partition_of, schema_of
from metrics.store.warehouse import Warehouse, replace_where

_ALL, _UNDATED = "all", "undated"


@dataclass
class Changes:
    """The warehouse at the start of a load and as it stands so far, and the months whose content changed, by table."""

    start: Warehouse
    warehouse: Warehouse = field(init=False)
    months: dict[str, frozenset[str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Begin with the warehouse as it was."""
        self.warehouse = self.start

    def note(self, name: str, months: frozenset[str]) -> None:
        """Remember that months of a table changed."""
        self.months[name] = self.months.get(name, frozenset()) | months

    def write(self, name: str, rows: pl.DataFrame, months: frozenset[str]) -> None:
        """Replace the given partitions of a table by `rows`."""
        self.replace(name, rows, {partition_of(name): months})

    def replace(self, name: str, rows: pl.DataFrame, where: Mapping[str, Collection[str]]) -> None:
        """Replace the rows of a table whose columns hold the named values by `rows`."""
        self.put(name, rows.select(schema_of(name).names()), partition_of(name), where)

    def put(self, name: str, rows: pl.DataFrame, partition: str, where: Mapping[str, Collection[str]]) -> None:
        """Replace rows in the same way in a table whose columns are those of `rows`, partitioned by one of them."""
        since = self.warehouse.versions.get(name)
        version = replace_where(self.warehouse.place(name), rows, partition, where, since)
        self.warehouse = replace(self.warehouse, versions={**self.warehouse.versions, name: version})


def with_month(contract: Table, rows: pl.DataFrame, calendar: BusinessCalendar) -> pl.DataFrame:
    """Return rows with the business month in which they live: "all" in reference tables, "undated" without a time."""
    return rows.with_columns(month=_month(contract, calendar) if contract.at else pl.lit(_ALL))


def store(intake: Intake, changes: Changes, calendar: BusinessCalendar, rivals: Rivals) -> None:
    """Bring a source's accepted rows into its table and finish the source's account of what became of them."""
    contract = table(intake.source.table)
    incoming = with_month(contract, intake.accepted, calendar).select(contract.stored_schema.names())
    result = merge(contract, incoming, changes.warehouse.scan(contract.name), rivals)
    intake.rows_loaded = result.new + result.unchanged
    intake.rows_unchanged = result.unchanged
    intake.exact_duplicates += result.duplicates
    intake.rows_superseded += result.superseded
    intake.accepted = pl.DataFrame()
    if result.to_write.is_empty():
        return
    kept = (
        changes.warehouse.scan(contract.name, result.touched)
        .join(result.to_write.lazy().select(contract.key), on=list(contract.key), how="anti")
        .collect()
    )
    changes.write(contract.name, pl.concat([kept, result.to_write]), result.touched)
    if result.months:
        changes.note(contract.name, result.months)


def move_to_their_months(changes: Changes, calendar: BusinessCalendar) -> None:
    """Move the stored rows that the calendar puts into other months than it did when they were loaded."""
    for contract in TABLES.values():
        months = _months_to_move(contract, changes.warehouse, calendar) if contract.at else frozenset()
        if months:
            stored = changes.warehouse.scan(contract.name, months)
            changes.write(contract.name, stored.with_columns(month=_month(contract, calendar)).collect(), months)
            changes.note(contract.name, months)


def _months_to_move(contract: Table, warehouse: Warehouse, calendar: BusinessCalendar) -> frozenset[str]:
    stored = warehouse.scan(contract.name).select(was="month", now=_month(contract, calendar))
    moved = stored.filter(pl.col("was") != pl.col("now")).unique().collect()
    return frozenset({*moved["was"], *moved["now"]})


def _month(contract: Table, calendar: BusinessCalendar) -> pl.Expr:
    return calendar.month(pl.coalesce(contract.at)).fill_null(pl.lit(_UNDATED))
