"""The stored tables: the canonical ones and those a load derives from them, their columns and their partitions."""

import polars as pl

from metrics.contract import TABLES
from metrics.engine import PARTS
from metrics.funnel.parts import COUNTS
from metrics.percentiles import WAITS
from metrics.populations import CUBE

LINKS = pl.Schema(
    {
        "table": pl.String(),
        "key": pl.String(),
        "case_id": pl.String(),
        "case_month": pl.String(),
        "method": pl.String(),
        "confidence": pl.Float64(),
        "month": pl.String(),
    }
)
# What of the policy shapes rows, as JSON by name: kept with the facts, so that old figures can be explained.
SETTINGS = pl.Schema({"name": pl.String(), "value": pl.String(), "month": pl.String()})
# The tables whose rows are linked to cases, and their keys.
LINKED = {"contacts": "contact_id", "feedback_forms": "form_id"}
CUBE_PARTS = pl.Schema(
    {
        "kpi": pl.String(),
        "origin": pl.String(),
        "month": pl.String(),
        **dict.fromkeys(CUBE, pl.String()),
        **PARTS,
        **WAITS,
    }
)
DAILY_PARTS = pl.Schema(
    {"kpi": pl.String(), "origin": pl.String(), "day": pl.Date(), "unit": pl.String(), **PARTS, **WAITS}
)
# The additive parts of every declared funnel by entry month: what cases became at each step (metrics/funnel/parts.py).
FUNNEL_PARTS = pl.Schema(
    {
        "funnel": pl.String(),
        "month": pl.String(),
        **dict.fromkeys(CUBE, pl.String()),
        "step": pl.Int64(),
        "stage": pl.String(),
        "state": pl.String(),
        "reason": pl.String(),
        "mature": pl.Boolean(),
        **COUNTS,
    }
)
_DERIVED = {
    "links": LINKS,
    "settings": SETTINGS,
    "parts": CUBE_PARTS,
    "daily_parts": DAILY_PARTS,
    "funnel_parts": FUNNEL_PARTS,
}


def schema_of(table: str) -> pl.Schema:
    """Return the stored columns of a canonical or derived table."""
    return _DERIVED[table] if table in _DERIVED else TABLES[table].stored_schema


def partition_of(table: str) -> str:
    """Return the column by which a table is partitioned."""
    return "kpi" if table in {"parts", "daily_parts"} else "month"
