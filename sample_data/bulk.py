"""A company of any size as Parquet in the contract's own columns, a month at a time, for measuring speed.

Only one month is held in memory; nothing is dirty and nothing is planted in single forms.
"""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import polars as pl

from metrics.contract import TABLES
from sample_data import worktime
from sample_data.company import org_units
from sample_data.months import month_of_work
from sample_data.reasons import reason_codes
from sample_data.span import DATA_END, MONTHS, ZONE
from sample_data.staff import staff

_POLICY: Final = Path(__file__).parent / "workspace" / "policy.toml"
_BY_MONTH: Final = ("cases", "contacts", "feedback_forms", "jobs", "case_events")
_MASTERS: Final = {
    "org_units": org_units,
    "staff": staff,
    "reason_codes": reason_codes,
    "calendars": worktime.calendars,
    "calendar_days": worktime.calendar_days,
}


def write_bulk(folder: Path, total: int, seed: int) -> Iterator[tuple[str, int]]:
    """Write the workspace month by month; yield each month's label and its number of rows."""
    for name, made in _MASTERS.items():
        _write(folder, name, name, made().cast(TABLES[name].schema))
    (folder / "workspace.toml").write_text(_settings(), encoding="utf-8")
    shutil.copy(_POLICY, folder)
    for month in MONTHS:
        work = month_of_work(month.index, total, seed)
        tables = {
            "cases": work.cases,
            "contacts": work.contacts,
            "feedback_forms": pl.concat([work.forms, work.callbacks]),
            "jobs": work.jobs,
            "case_events": work.events,
        }
        for name, rows in tables.items():
            _write(folder, name, month.label, rows)
        yield month.label, sum(rows.height for rows in tables.values())


def _write(folder: Path, table: str, file: str, rows: pl.DataFrame) -> None:
    place = folder / "exports" / table / f"{file}.parquet"
    place.parent.mkdir(parents=True, exist_ok=True)
    rows.write_parquet(place)


def _settings() -> str:
    """Return a workspace.toml in which every column is mapped to itself."""
    head = f'name = "Mingjing AutoGlass, in bulk"\nzone = "{ZONE}"\nas_of = {DATA_END}\n'
    return head + "".join(_source(name) for name in (*_MASTERS, *_BY_MONTH))


def _source(table: str) -> str:
    columns = "".join(f'{column} = "{column}"\n' for column in TABLES[table].schema)
    place = f'path = "exports/{table}/*.parquet"\n'
    return f'\n[[source]]\nname = "{table}"\ntable = "{table}"\n{place}[source.columns]\n{columns}'
