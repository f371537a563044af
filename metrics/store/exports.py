"""Rows as files that open safely: text that a spreadsheet would run as a formula is shown as text."""

import io
import re
from datetime import datetime
from pathlib import Path

import polars as pl
import xlsxwriter

from metrics.store.errors import ExportError

# What makes spreadsheet programs take text for a formula (OWASP, "CSV injection").
_FORMULA = r"^[=+\-@\t\r\n＝＋－＠]"
# A workbook says when it was made; the moment of writing would make equal rows differ.
_CREATED = datetime(2000, 1, 1)  # noqa: DTZ001 a workbook knows no zone


def neutralised(rows: pl.DataFrame) -> pl.DataFrame:
    """Return rows whose text cells cannot act as formulas; numbers stay numbers, a negative one too."""
    text = pl.col(pl.String)
    return rows.with_columns(pl.when(text.str.contains(_FORMULA)).then("'" + text).otherwise(text).name.keep())


def harmless(text: str) -> str:
    """Return one text as `neutralised` writes it."""
    return f"'{text}" if re.match(_FORMULA, text) else text


def write_rows(rows: pl.DataFrame, file: Path) -> None:
    """Write rows as CSV or XLSX, as the file's name says; ExportError where it says neither."""
    writers = {".csv": write_csv, ".xlsx": write_xlsx}
    if file.suffix.lower() not in writers:
        message = f"{file.name}: rows are written as {' or '.join(writers)}."
        raise ExportError(message)
    writers[file.suffix.lower()](rows, file)


def write_csv(rows: pl.DataFrame, file: Path) -> None:
    """Write rows as UTF-8 CSV with a byte-order mark, so that spreadsheet programs read Chinese rightly."""
    file.write_bytes(csv_of(rows))


def csv_of(rows: pl.DataFrame) -> bytes:
    """Return rows as such a file's content; durations are written in seconds."""
    durations = [pl.col(name).dt.total_seconds() for name, dtype in rows.schema.items() if dtype == pl.Duration]
    content = io.BytesIO()
    neutralised(rows.with_columns(durations)).write_csv(content, include_bom=True)
    return content.getvalue()


def write_xlsx(rows: pl.DataFrame, file: Path) -> None:
    """Write rows as one sheet of typed cells; times are in UTC, as a cell knows no zone. Same rows, same bytes."""
    zoned = [name for name, dtype in rows.schema.items() if isinstance(dtype, pl.Datetime) and dtype.time_zone]
    plain = rows.with_columns(pl.col(name).dt.convert_time_zone("UTC").dt.replace_time_zone(None) for name in zoned)
    with xlsxwriter.Workbook(file, {"strings_to_formulas": False, "strings_to_urls": False}) as book:
        book.set_properties({"created": _CREATED})
        neutralised(plain).write_excel(book, worksheet="rows")
