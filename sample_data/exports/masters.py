"""The master lists: small, clean CSV files."""

from pathlib import Path
from typing import Final

import polars as pl

from sample_data.exports.dirt import Account
from sample_data.exports.written import write_csv

_MASTERS: Final = ("org_units", "staff", "reason_codes", "calendars", "calendar_days")


def export_masters(folder: Path, tables: dict[str, pl.DataFrame]) -> dict[str, Account]:
    """Write the clean master lists; return what each holds."""
    accounts = {}
    for name in _MASTERS:
        encoding = "utf-8-sig" if name == "org_units" else "utf-8"
        write_csv(folder / "masters" / f"{name}.csv", tables[name].select(pl.all().cast(pl.String)), encoding)
        accounts[f"masters/{name}.csv"] = Account(clean=tables[name].height)
    return accounts
