"""The parts of a KPI's page as sheets: its trend, its breakdown, its units beside each other, and why it moved."""

from collections.abc import Sequence

import polars as pl

from dashboard import breakdowns, control_charts, numbers, segments, units_compared
from dashboard.exports.sheet import COUNT, Sheet, difference_format, format_of
from dashboard.measured import Measured
from dashboard.places import Place, Places
from dashboard.wording import exports as words
from dashboard.wording import kpi as kpi_words
from metrics.model import Kpi
from metrics.signals.funnel_plot import FunnelPlot
from metrics.signals.record import ChartRecord
from metrics.text import Language, Text
from metrics.why.record import WhyRecord


def trend(kpi: Kpi, record: ChartRecord, language: Language) -> Sheet:
    """Return the control chart: a row per period, oldest first."""
    signals = control_charts.flagged(record)
    texts = {
        "period": kpi_words.COLUMN_PERIOD, "value": kpi_words.COLUMN_VALUE, "n": kpi_words.COLUMN_N,
        "low": kpi_words.COLUMN_LOWER, "centre": kpi_words.COLUMN_CENTRE, "high": kpi_words.COLUMN_UPPER,
    }  # fmt: skip
    said = [signals[period].rule.to(language) if period in signals else None for period in record.points["period"]]
    signal = pl.Series(kpi_words.COLUMN_SIGNAL.to(language), said, dtype=pl.String)
    return _sheet(words.TREND, kpi, record.points.select(texts.keys()).with_columns(signal), texts, language)


def breakdown(kpi: Kpi, by: str, found: Sequence[breakdowns.Group], language: Language) -> Sheet:
    """Return the groups of a dimension, the worst first; no value where they rest on too few rows."""
    texts = {"value": words.VALUE, "n": words.COUNTED, "low": words.LOW, "high": words.HIGH}
    rows = [
        {"group": group.name, **{name: _held(group, name) for name in texts}}
        for group in found
    ]  # fmt: skip
    schema = {"group": pl.String, "value": pl.Float64, "n": pl.Int64, "low": pl.Float64, "high": pl.Float64}
    frame = pl.DataFrame(rows, schema=schema).rename({"group": segments.heading(kpi, by, language)})
    return _sheet(words.BREAKDOWN, kpi, frame, texts, language)


def _held(group: breakdowns.Group, name: str) -> float | None:
    return group.reading[name] if name == "n" or group.has_figure else None


def units(kpi: Kpi, plot: FunnelPlot, places: Places, language: Language) -> Sheet:
    """Return the units beside each other with how each stands beside the whole."""
    texts = {"unit": words.UNIT, "value": words.VALUE, "n": words.COUNTED, "beyond": kpi_words.COLUMN_STANDING}
    enough = pl.when(pl.col("n") >= numbers.FEWEST).then("value")
    rows = plot.points.with_columns(
        unit=pl.Series([places.name(Place("unit", unit), language) for unit in plot.points["unit"]], dtype=pl.String),
        beyond=pl.Series([units_compared.standing(beyond, language) for beyond in plot.points["beyond"]]),
        value=enough,
    )
    return _sheet(words.UNITS, kpi, rows.select(texts.keys()), texts, language)


def why(shown: Measured, by: str, found: WhyRecord, places: Places, language: Language) -> Sheet:
    """Return the groups of a change, whose last column adds up to it."""
    texts = {
        "value_before": kpi_words.COLUMN_BEFORE, "value_now": kpi_words.COLUMN_NOW, "mix": kpi_words.COLUMN_SHARES,
        "rate": kpi_words.COLUMN_OWN, "contribution": kpi_words.COLUMN_SUM,
    }  # fmt: skip
    names = [segments.called(by, value, places, language) for value in found.segments[by]]
    group = pl.Series(segments.heading(shown.kpi, by, language), names, dtype=pl.String)
    rows = found.segments.select(group, *texts)
    sheet = _sheet(words.WHY, shown.kpi, rows, texts, language)
    moved = {texts[name].to(language): difference_format(shown.kpi) for name in ("mix", "rate", "contribution")}
    return Sheet(sheet.name, sheet.rows, {**sheet.formats, **moved})


def _sheet(name: Text, kpi: Kpi, rows: pl.DataFrame, texts: dict[str, Text], language: Language) -> Sheet:
    heads = {column: text.to(language) for column, text in texts.items()}
    numeric = {heads[column]: format_of(kpi) for column in heads if rows.schema[column] == pl.Float64}
    counts = {heads["n"]: COUNT} if "n" in heads else {}
    return Sheet(name.to(language), rows.rename(heads), {**numeric, **counts})
