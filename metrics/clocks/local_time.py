"""Wall-clock times as instants: what a zone's clock shows twice, or never, on the days when it is changed."""

from datetime import datetime, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

import polars as pl

_MINUTE = timedelta(minutes=1)


def instants(local: pl.Series, zone: str, shown_twice: Literal["earliest", "latest"]) -> pl.Series:
    """Return the UTC times at which a zone's clock shows `local`.

    Where the clock is set back it shows an hour twice, and `shown_twice` says which is meant. Where it is set forward
    it never shows an hour: that becomes the moment of the change.
    """
    aware = local.dt.replace_time_zone(zone, ambiguous=shown_twice, non_existent="null").dt.convert_time_zone("UTC")
    skipped = local.filter(aware.is_null() & local.is_not_null()).unique()
    if skipped.is_empty():
        return aware
    shown = pl.Series([_first_shown_after(time, ZoneInfo(zone)) for time in skipped], dtype=local.dtype)
    return instants(local.replace(skipped, shown), zone, shown_twice)


def _first_shown_after(local: datetime, zone: ZoneInfo) -> datetime:
    while local != local.replace(tzinfo=zone).astimezone(ZoneInfo("UTC")).astimezone(zone).replace(tzinfo=None):
        local += _MINUTE
    return local
