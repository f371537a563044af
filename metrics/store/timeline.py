"""One case and its customer, from all sources: what happened when, what was promised, and how each record came here."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import polars as pl

from metrics.clocks import Schedules
from metrics.clocks.timing import Timing, timing_from
from metrics.contract import TABLES
from metrics.model import Moment
from metrics.populations import UNKNOWN
from metrics.recovery.steps import STEPS
from metrics.store.case_records import CaseRecords
from metrics.store.masking import masked
from metrics.store.scope import Scope
from metrics.store.store import Store
from metrics.store.warehouse import Warehouse
from metrics.timeline import key_of, moments, promises, with_gaps


@dataclass(frozen=True, eq=False)
class CaseTimeline:
    """What is known of a case at `as_of`, as one viewer may see it.

    `moments` are in order, each with the time since the one before (see `with_gaps`) and the record that tells of it;
    `records` are those records by table. `others` are the customer's other cases. `hidden` counts records and cases of
    units outside the viewer's scope. `reasons` are the names of reason codes.
    """

    case: dict[str, Any]
    moments: pl.DataFrame
    records: dict[str, pl.DataFrame]
    promises: pl.DataFrame
    others: pl.DataFrame
    reasons: pl.DataFrame
    hidden: int
    as_of: datetime

    @property
    def total(self) -> int:
        """Return how many records there are."""
        return sum(rows.height for rows in self.records.values())

    @property
    def undated(self) -> int:
        """Return how many records have no time at all, and so no place among the moments."""
        return sum(rows.filter(pl.coalesce(TABLES[table].at).is_null()).height for table, rows in self.records.items())

    def record(self, table: str, key: str) -> dict[str, Any]:
        """Return the record that tells of a moment."""
        return self.records[table].row(by_predicate=key_of(table) == key, named=True)


def case_timeline(store: Store, scope: Scope, case: str) -> CaseTimeline | None:
    """Return the timeline of a case; None where there is no such case, or none that the viewer may see."""
    load, warehouse = store.published(scope), store.warehouse(scope)
    as_of = load.as_of or datetime.now(UTC)
    reader = CaseRecords(warehouse, Moment(as_of, load.data_from))
    found = _in_scope(reader.case(case), scope, UNKNOWN)
    if found.is_empty():
        return None
    said = found.row(0, named=True)
    unit = said["org_unit_id"] or UNKNOWN
    everything = {**reader.records(case), "others": reader.others(said)}
    seen = {table: _in_scope(rows, scope, unit) for table, rows in everything.items()}
    others = seen.pop("others")
    records = {"cases": found, **seen, "recovery_actions": _with_missing_steps(seen["recovery_actions"])}
    return CaseTimeline(
        case=masked("cases", found, scope).row(0, named=True),
        moments=with_gaps(moments(records), unit, _schedules(warehouse)),
        records={table: masked(table, rows, scope) for table, rows in records.items()},
        promises=promises(found, records["case_events"], as_of),
        others=masked("cases", others, scope),
        reasons=warehouse.scan("reason_codes").select("code", "name", name_en=pl.coalesce("name_en", "name")).collect(),
        hidden=sum(rows.height for rows in everything.values()) - sum(rows.height for rows in (*seen.values(), others)),
        as_of=as_of,
    )


def _in_scope(rows: pl.DataFrame, scope: Scope, unit: str) -> pl.DataFrame:
    """Return the rows of units in scope; a row that names no unit belongs to that of the case."""
    own = pl.col("org_unit_id") if "org_unit_id" in rows.columns else pl.lit(None, pl.String)
    return scope.restrict(rows.lazy().with_columns(_unit=own.fill_null(unit)), "_unit").drop("_unit").collect()


def _with_missing_steps(actions: pl.DataFrame) -> pl.DataFrame:
    """Return recovery steps with those of the five that their recovery has not done (`missing`)."""
    done = pl.col("step").filter(pl.col("done_at").is_not_null())
    missing = [pl.when(~done.is_in([step]).any()).then(pl.lit(step)) for step in STEPS]
    told = actions.group_by("recovery_id").agg(missing=pl.concat_str(missing, separator=", ", ignore_nulls=True))
    return actions.join(told, on="recovery_id", how="left", maintain_order="left")


def _schedules(warehouse: Warehouse) -> Schedules:
    kept = warehouse.scan("settings").filter(pl.col("name") == "timing").collect()
    timing = timing_from(kept["value"].item()) if kept.height else Timing()
    return timing.over(warehouse.scan("calendars").collect(), warehouse.scan("calendar_days").collect())
