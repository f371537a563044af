"""A funnel's steps as a sheet: the four states of each, and its conversion beside that of the period before."""

import polars as pl

from dashboard.exports.sheet import COUNT, SHARE, SIGNED_SHARE, Sheet
from dashboard.funnel_names import Names
from dashboard.funnel_table import STATES, column_of_unlogged
from dashboard.wording import waterfall as words
from metrics.store.funnel_summary import FunnelSummary

_RATES = {"value": words.COLUMN_CONVERSION, "value_before": words.COLUMN_BEFORE, "difference": words.COLUMN_CHANGE}


def steps(summary: FunnelSummary, names: Names, name: str) -> Sheet:
    """Return one row per step, as its table on screen has them; conversions and their difference are shares."""
    counts = {**STATES, column_of_unlogged(summary): words.COLUMN_UNLOGGED}
    stages = pl.Series("stage", [names.stage(stage) for stage in summary.stages["stage"]], dtype=pl.String)
    rows = summary.stages.with_columns(stages).join(summary.change.select("step", *_RATES), on="step", how="left")
    heads = {column: text.to(names.language) for column, text in {**counts, **_RATES}.items()}
    formats = {heads[column]: COUNT for column in counts} | {heads[column]: SHARE for column in _RATES}
    sheet = rows.sort("step").select("stage", *heads).rename({"stage": words.COLUMN_STEP.to(names.language), **heads})
    return Sheet(name, sheet, {**formats, heads["difference"]: SIGNED_SHARE})
