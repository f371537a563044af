"""Judging gathered rows: what breaks a rule is set aside with its raw row, too much of it stops the source."""

from collections.abc import Mapping
from datetime import datetime

import polars as pl

from etl.intake import WHERE, FileOfSource, Intake
from etl.validate import check

_EXAMPLES = 3


def judge(
    intake: Intake, before: Mapping[str, FileOfSource], known: Mapping[str, frozenset[str]], now: datetime
) -> None:
    """Divide the gathered rows into accepted and quarantined; beyond the tolerance nothing of them is accepted.

    `known` holds the ids of referenced tables; `before` are the files that stand in the warehouse either way.
    """
    if intake.rows.is_empty():
        return
    checked = check(intake.source.table, intake.rows, known, now)
    where = checked.rejected.select(WHERE).unique()
    intake.checked = checked
    intake.quarantined = checked.rejected.join(_raw(intake, where), on=WHERE, how="left")
    tolerance = checked.tolerance if intake.source.tolerance is None else intake.source.tolerance
    if intake.rows_quarantined > tolerance * intake.rows_read:
        _refuse(intake, before, tolerance)
    else:
        intake.accepted = intake.rows.drop("unreadable").join(where, on=WHERE, how="anti")
    intake.rows, intake.extracts = intake.rows.clear(), []


def _raw(intake: Intake, where: pl.DataFrame) -> pl.DataFrame:
    """Return the raw rows that are to be kept, as JSON, by file and row."""
    kept = []
    for extract in intake.extracts:
        numbers = where.filter(pl.col("source_file") == extract.file)["source_row"]
        rows = extract.frame.filter(pl.col("source_row").cast(pl.Int64).is_in(numbers.implode()))
        raw = pl.struct(pl.exclude("source_row")).struct.json_encode()
        kept.append(
            rows.select(source_file=pl.lit(extract.file), source_row=pl.col("source_row").cast(pl.Int64), raw=raw)
        )
    return pl.concat(kept)


def _refuse(intake: Intake, before: Mapping[str, FileOfSource], tolerance: float) -> None:
    intake.refused = True
    intake.errors.append(_too_many(intake, tolerance))
    # The files are read again next time; what was loaded of them earlier stays.
    unread = [file for file in intake.files if file.file not in intake.read_files]
    intake.files = [*unread, *(before[name] for name in intake.read_files if name in before)]
    intake.accepted = pl.DataFrame()


def _too_many(intake: Intake, tolerance: float) -> str:
    first = intake.quarantined.sort(WHERE).head(_EXAMPLES)
    examples = "; ".join(
        f"{file} row {row}, {column}: {detail} ({rule})"
        for file, row, column, detail, rule in first.select(*WHERE, "column", "detail", "rule").iter_rows()
    )
    return (
        f"Source '{intake.source.name}': {intake.rows_quarantined} of {intake.rows_read} rows break the rules of "
        f"'{intake.source.table}', more than the tolerated {tolerance:.1%}; nothing of it is loaded. "
        f"First: {examples}. Mend the export, or raise the source's tolerance."
    )
