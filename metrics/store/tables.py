"""The stored tables: the canonical ones and those a load derives from them, their columns and their partitions."""

import polars as pl

from metrics.contract import TABLES, UTC
from metrics.engine import PARTS
from metrics.funnel.dimensions import OF_CASES
from metrics.funnel.flags import TOLD
from metrics.funnel.parts import COUNTS
from metrics.percentiles import WAITS
from metrics.populations import CUBE

_LINEAGE = {"source": pl.String(), "source_file": pl.String(), "source_row": pl.Int64()}
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
# Readings of whole months: of all units together (code ""), of each region and of each unit, as `place` says.
MONTHLY_READINGS = pl.Schema(
    {
        **dict.fromkeys(("kpi", "place", "code", "month"), pl.String()),
        **PARTS,
        **dict.fromkeys(("numerator", "denominator", "value", "low", "high"), pl.Float64()),
        "method": pl.String(),
    }
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
# How many cases of a segment stood where, by entry month and unit: enough to compare each segment with all others.
FUNNEL_SEGMENTS = pl.Schema(
    {
        **dict.fromkeys(("funnel", "month", "unit", "dimension", "segment"), pl.String()),
        "step": pl.Int64(),
        **dict.fromkeys(("stage", "state"), pl.String()),
        "n": pl.Int64(),
    }
)
# One row per case and stage reached (metrics/funnel/flags.py), with what the survey knows of the completed cases.
FUNNEL_ROWS = pl.Schema(
    {
        **dict.fromkeys(("funnel", "month", "case_id"), pl.String()),
        **dict.fromkeys(("depth", "step"), pl.Int64()),
        **dict.fromkeys(("stage", "state", "reason"), pl.String()),
        **dict.fromkeys(("mature", "imputed", "held_up"), pl.Boolean()),
        **dict.fromkeys(("at", "started_at", "entered_at", "converted_at", "deadline", "closes_at"), UTC),
        **dict.fromkeys(("seconds", "elapsed"), pl.Float64()),
        "left_out": pl.String(),
        **dict.fromkeys((name for name in (*OF_CASES, *TOLD) if name != "region"), pl.String()),
        "event_id": pl.String(),
        **_LINEAGE,
        "ended_at": UTC,
        **dict.fromkeys(("ended_outcome", "ended_reason", "ended_event"), pl.String()),
        **{f"ended_{name}": dtype for name, dtype in _LINEAGE.items()},
        **dict.fromkeys(("asked", "answered", "satisfied"), pl.Boolean()),
    }
)
_DERIVED = {
    "links": LINKS,
    "settings": SETTINGS,
    "parts": CUBE_PARTS,
    "daily_parts": DAILY_PARTS,
    "monthly_readings": MONTHLY_READINGS,
    "funnel_parts": FUNNEL_PARTS,
    "funnel_segments": FUNNEL_SEGMENTS,
    "funnel_rows": FUNNEL_ROWS,
}


def schema_of(table: str) -> pl.Schema:
    """Return the stored columns of a canonical or derived table."""
    return _DERIVED[table] if table in _DERIVED else TABLES[table].stored_schema


def partition_of(table: str) -> str:
    """Return the column by which a table is partitioned."""
    return "kpi" if table in {"parts", "daily_parts", "monthly_readings"} else "month"
