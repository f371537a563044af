"""Which entry months of funnels must be counted anew after a load, and counting just those."""

import json
from collections.abc import Collection, Iterable
from pathlib import Path

import polars as pl

from etl.recompute import Asked
from etl.storing import Changes
from metrics.calendar import BusinessCalendar
from metrics.funnel.journeys import State
from metrics.model import Moment
from metrics.store.funnel_cube import Counted, counted
from metrics.store.funnel_stored import PARTS, ROWS, SEGMENTS
from metrics.store.funnels import described, read_funnels
from metrics.store.tables import FUNNEL_PARTS, FUNNEL_ROWS, FUNNEL_SEGMENTS
from metrics.store.warehouse import Warehouse

_FORMS = "feedback_forms"
_ENTRY = pl.col("kind") == "stage_enter"


def funnels_as_declared(folder: Path) -> str | None:
    """Return what policy.toml says of funnels, as it is kept with the facts; None where it declares none."""
    declared = {name: described(funnel) for name, funnel in read_funnels(folder).items()}
    return json.dumps(declared, sort_keys=True) if declared else None


def count_funnels_anew(
    changes: Changes, asked: Asked, folder: Path, moment: Moment, calendar: BusinessCalendar
) -> tuple[str, ...]:
    """Replace what is stored of funnels in the months that may differ now, and return these months."""
    funnels = read_funnels(folder)
    if not funnels and PARTS not in changes.warehouse.versions:
        return ()
    months = _months_to_count(changes, asked, {funnel.survey for funnel in funnels.values()})
    if months:
        _replace(changes, months, counted(changes.warehouse, funnels, months, moment, calendar))
    return months


def _replace(changes: Changes, months: Collection[str], found: Iterable[Counted]) -> None:
    """Replace what is stored of some months by what comes batch by batch: rows at once, what is small at the end."""
    here = {"month": frozenset(months)}
    parts, segments = [FUNNEL_PARTS.to_frame()], [FUNNEL_SEGMENTS.to_frame()]
    changes.replace(ROWS, FUNNEL_ROWS.to_frame(), here)
    for each in found:
        if each.rows.height:
            batch = {name: each.rows[name].unique().to_list() for name in ("funnel", "month")}
            changes.replace(ROWS, each.rows, batch)
        parts.append(each.parts)
        segments.append(each.segments)
    changes.replace(PARTS, pl.concat(parts), here)
    changes.replace(SEGMENTS, pl.concat(segments), here)


def _months_to_count(changes: Changes, asked: Asked, surveys: Collection[str | None]) -> tuple[str, ...]:
    events = _months(changes.warehouse.scan("case_events"))
    stored = _months(changes.warehouse.scan(PARTS))
    new_events = changes.months.get("case_events", frozenset())
    # Which cases are meant by what, and under which funnel, may have changed in any month.
    is_new = ROWS not in changes.warehouse.versions
    if (
        asked.everything
        or is_new
        or not {"settings", "reason_codes"}.isdisjoint(changes.months)
        or new_events >= events
    ):
        return tuple(sorted(events | stored | new_events))
    named = [_months_entered(changes, table) for table in ("case_events", "cases")]
    touched = new_events.union(*named, _months_surveyed(changes) if any(surveys) else ())
    if asked.later:
        touched |= _unsettled(changes.warehouse) | {m for m in events if asked.later[0] <= m <= asked.later[1]}
    return tuple(sorted(touched & (events | stored | new_events)))


def _months_entered(changes: Changes, table: str) -> frozenset[str]:
    """Return the months in which cases entered a stage of which rows of a table were written, before or now."""
    months = changes.months.get(table, frozenset())
    if not months:
        return frozenset()
    return _entered(changes.start, table, months) | _entered(changes.warehouse, table, months)


def _months_surveyed(changes: Changes) -> frozenset[str]:
    """Return the months in which cases entered a stage of which the forms may say something else now."""
    months = changes.months.get(_FORMS, frozenset())
    if not months:
        return frozenset()
    links = [store.scan("links", months).filter(table=_FORMS) for store in (changes.start, changes.warehouse)]
    return frozenset().union(*(_entered_by(changes.warehouse, cases) for cases in links))


def _entered(warehouse: Warehouse, table: str, months: Collection[str]) -> frozenset[str]:
    return _entered_by(warehouse, warehouse.scan(table, months))


def _entered_by(warehouse: Warehouse, rows: pl.LazyFrame) -> frozenset[str]:
    cases = rows.select("case_id").unique()
    return _months(warehouse.scan("case_events").filter(_ENTRY).join(cases, on="case_id", how="semi"))


def _unsettled(warehouse: Warehouse) -> frozenset[str]:
    """Return the months that hold cases which may still go on, or whose window has not passed."""
    return _months(warehouse.scan(PARTS).filter(~pl.col("mature") | (pl.col("state") == State.OPEN)))


def _months(rows: pl.LazyFrame) -> frozenset[str]:
    return frozenset(rows.select(pl.col("month").unique()).collect().to_series())
