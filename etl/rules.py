"""Keeping the rules that shape rows beside the facts: a figure can be explained by the rules it was made by."""

from pathlib import Path

import polars as pl

from etl.funnel_cube import funnels_as_declared
from etl.storing import Changes
from metrics.clocks.timing import Timing
from metrics.store.calendars import NAME, read_timing
from metrics.store.funnel_stored import NAME as FUNNELS
from metrics.store.tables import SETTINGS

_ALL = "all"


def keep_rules(changes: Changes, folder: Path) -> None:
    """Store what policy.toml says of timing and of funnels, if it says something else than before."""
    timing, funnels = read_timing(folder), funnels_as_declared(folder)
    rows = [] if timing == Timing() else [(NAME, timing.as_json(), _ALL)]
    rows += [] if funnels is None else [(FUNNELS, funnels, _ALL)]
    said = pl.DataFrame(rows, schema=SETTINGS, orient="row")
    if not said.equals(changes.warehouse.scan("settings").collect()):
        changes.write("settings", said, frozenset({_ALL}))
        changes.note("settings", frozenset({_ALL}))
