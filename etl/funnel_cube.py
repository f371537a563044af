"""Which entry months of funnels must be counted anew after a load, and counting just those."""

import json
from collections.abc import Collection
from pathlib import Path

import polars as pl

from etl.recompute import Asked
from etl.storing import Changes
from metrics.calendar import BusinessCalendar
from metrics.funnel.journeys import State
from metrics.model import Moment
from metrics.store.funnel_cube import cube_of
from metrics.store.funnels import described, read_funnels
from metrics.store.warehouse import Warehouse

_TABLE = "funnel_parts"
_ENTRY = pl.col("kind") == "stage_enter"


def funnels_as_declared(folder: Path) -> str | None:
    """Return what policy.toml says of funnels, as it is kept with the facts; None where it declares none."""
    declared = {name: described(funnel) for name, funnel in read_funnels(folder).items()}
    return json.dumps(declared, sort_keys=True) if declared else None


def count_funnels_anew(
    changes: Changes, asked: Asked, folder: Path, moment: Moment, calendar: BusinessCalendar
) -> tuple[str, ...]:
    """Replace the stored parts of funnels in the months that may differ now, and return these months."""
    funnels = read_funnels(folder)
    if not funnels and _TABLE not in changes.warehouse.versions:
        return ()
    months = _months_to_count(changes, asked)
    if months:
        fresh = cube_of(changes.warehouse, funnels, months, moment, calendar)
        changes.write(_TABLE, fresh, frozenset(months))
    return months


def _months_to_count(changes: Changes, asked: Asked) -> tuple[str, ...]:
    events = _months(changes.warehouse.scan("case_events"))
    stored = _months(changes.warehouse.scan(_TABLE))
    new_events = changes.months.get("case_events", frozenset())
    # Which cases are meant by what, and under which funnel, may have changed in any month.
    if asked.everything or not {"settings", "reason_codes"}.isdisjoint(changes.months) or new_events >= events:
        return tuple(sorted(events | stored | new_events))
    touched = new_events | _months_entered(changes, "case_events") | _months_entered(changes, "cases")
    if asked.later:
        touched |= _unsettled(changes.warehouse) | {m for m in events if asked.later[0] <= m <= asked.later[1]}
    return tuple(sorted(touched & (events | stored | new_events)))


def _months_entered(changes: Changes, table: str) -> frozenset[str]:
    """Return the months in which cases entered a stage of which rows of a table were written, before or now."""
    months = changes.months.get(table, frozenset())
    if not months:
        return frozenset()
    return _entered(changes.start, table, months) | _entered(changes.warehouse, table, months)


def _entered(warehouse: Warehouse, table: str, months: Collection[str]) -> frozenset[str]:
    cases = warehouse.scan(table, months).select("case_id").unique()
    return _months(warehouse.scan("case_events").filter(_ENTRY).join(cases, on="case_id", how="semi"))


def _unsettled(warehouse: Warehouse) -> frozenset[str]:
    """Return the months that hold cases which may still go on, or whose window has not passed."""
    return _months(warehouse.scan(_TABLE).filter(~pl.col("mature") | (pl.col("state") == State.OPEN)))


def _months(rows: pl.LazyFrame) -> frozenset[str]:
    return frozenset(rows.select(pl.col("month").unique()).collect().to_series())
