"""Rows as files that open safely: text that a spreadsheet would run as a formula is shown as text."""

from pathlib import Path

import polars as pl

# What makes spreadsheet programs take text for a formula (OWASP, "CSV injection").
_FORMULA = r"^[=+\-@\t\r\n＝＋－＠]"


def neutralised(rows: pl.DataFrame) -> pl.DataFrame:
    """Return rows whose text cells cannot act as formulas; numbers stay numbers, a negative one too."""
    text = pl.col(pl.String)
    return rows.with_columns(pl.when(text.str.contains(_FORMULA)).then("'" + text).otherwise(text).name.keep())


def write_csv(rows: pl.DataFrame, file: Path) -> None:
    """Write rows as UTF-8 CSV with a byte-order mark, so that spreadsheet programs read Chinese rightly."""
    durations = [pl.col(name).dt.total_seconds() for name, dtype in rows.schema.items() if dtype == pl.Duration]
    neutralised(rows.with_columns(durations)).write_csv(file, include_bom=True)
