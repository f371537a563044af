"""Judging gathered rows: what breaks a rule is set aside with its raw row, too much of it stops the source."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from functools import reduce

import polars as pl

from etl.intake import WHERE, FileOfSource, Intake
from etl.refusing import too_many
from etl.validate import REJECTED, Checked, ask, check
from etl.versions import newest_of_each_key
from metrics.contract import Table, table

_RAW = pl.Schema({"source_file": pl.String(), "source_row": pl.Int64(), "raw": pl.String()})
_FOREIGN = "'{}' of source '{}' says something else than source '{}' ({} row {})"
_SIDES = ("source", "source_theirs", "source_file_theirs", "source_row_theirs")


@dataclass(frozen=True, eq=False)
class Bench:
    """What stands already: the rows `stored` in the table, of which `others` are the other sources that fill it.

    `before` are the source's files that are loaded already.
    """

    stored: pl.LazyFrame
    others: frozenset[str]
    before: Mapping[str, FileOfSource]


def examine(intake: Intake, known: Mapping[str, frozenset[str]], now: datetime) -> None:
    """Have the gathered rows checked, beside whatever is done until `judge` needs to know; see `etl.validate.check`."""
    if not intake.rows.is_empty():
        intake.examined = ask(newest_in_order, intake.source.table, intake.rows, known, now)


def judge(intake: Intake, bench: Bench) -> None:
    """Divide the examined rows into accepted, quarantined and superseded; beyond the tolerance none is accepted."""
    if intake.examined is None:
        return
    contract = table(intake.source.table)
    accepted, checked = intake.examined.result()
    foreign = _of_another_source(contract, accepted, bench)
    rejected = pl.concat([checked.rejected, foreign])
    at_fault = rejected.select(WHERE).unique()
    intake.checked = checked
    intake.quarantined = rejected.join(_raw(intake, at_fault), on=WHERE, how="left")
    intake.accept(accepted.drop("unreadable").join(at_fault, on=WHERE, how="anti"))
    intake.rows_superseded = intake.rows.height - at_fault.height - intake.accepted.height
    tolerance = checked.tolerance if intake.source.tolerance is None else intake.source.tolerance
    if at_fault.height > tolerance * intake.rows_read:
        _refuse(intake, bench.before, tolerance)
    intake.rows, intake.extracts, intake.examined = intake.rows.clear(), [], None


def newest_in_order(
    name: str, rows: pl.DataFrame, known: Mapping[str, frozenset[str]], now: datetime
) -> tuple[pl.DataFrame, Checked]:
    """Return the newest version of each key that breaks no rule, and what was found in all that were looked at.

    A version that breaks one does not take the place of an older one that does not.
    """
    accepted, checks, waiting, key = [], [], rows, table(name).key
    while not waiting.is_empty():
        newest = newest_of_each_key(waiting, key)
        checks.append(check(name, newest, known, now))
        at_fault = checks[-1].rejected.select(WHERE).unique()
        accepted.append(newest.join(at_fault, on=WHERE, how="anti"))
        missed = newest.join(at_fault, on=WHERE, how="semi").select(key)
        older = waiting.join(newest.select(WHERE), on=WHERE, how="anti")
        waiting = older.join(missed, on=list(key), how="semi")
    return pl.concat(accepted), reduce(_together, checks)


def _together(one: Checked, more: Checked) -> Checked:
    results = tuple(
        replace(found, evaluated=found.evaluated + other.evaluated, failed=found.failed + other.failed)
        for found, other in zip(one.results, more.results, strict=True)
    )
    rejected = pl.concat([one.rejected, more.rejected])
    return replace(one, rows=one.rows + more.rows, results=results, rejected=rejected)


def _of_another_source(contract: Table, rows: pl.DataFrame, bench: Bench) -> pl.DataFrame:
    """Return the rows whose key stands in the warehouse by another source, which says something else of it."""
    if not bench.others:
        return REJECTED.to_frame()
    key = list(contract.key)
    theirs = bench.stored.filter(pl.col("source").is_in(sorted(bench.others)))
    theirs = theirs.join(rows.lazy().select(key), on=key, how="semi")
    both = rows.join(theirs.collect(), on=key, how="inner", suffix="_theirs")
    contents = [name for name in contract.schema if name not in key]
    same = pl.all_horizontal(pl.lit(value=True), *(pl.col(n).eq_missing(pl.col(f"{n}_theirs")) for n in contents))
    return both.filter(~same).select(
        *WHERE,
        rule=pl.lit("key_of_another_source"),
        column=pl.lit(key[0]),
        detail=pl.format(_FOREIGN, pl.concat_str(key, separator=", "), *_SIDES),
    )


def _raw(intake: Intake, where: pl.DataFrame) -> pl.DataFrame:
    """Return the raw rows that are to be kept, as JSON, by file and row."""
    kept = [pl.DataFrame(schema=_RAW)]
    for extract in intake.extracts:
        numbers = where.filter(pl.col("source_file") == extract.file)["source_row"]
        if numbers.is_empty():
            continue
        rows = extract.frame.filter(pl.col("source_row").cast(pl.Int64).is_in(numbers.implode()))
        raw = pl.struct(pl.exclude("source_row")).struct.json_encode()
        kept.append(
            rows.select(source_file=pl.lit(extract.file), source_row=pl.col("source_row").cast(pl.Int64), raw=raw)
        )
    return pl.concat(kept)


def _refuse(intake: Intake, before: Mapping[str, FileOfSource], tolerance: float) -> None:
    intake.errors.append(too_many(intake, tolerance))
    intake.rows_refused = intake.accepted.height
    # The files are read again next time; what was loaded of them earlier stays.
    unread = [file for file in intake.files if file.file not in intake.read_files]
    intake.files = [*unread, *(before[name] for name in intake.read_files if name in before)]
    intake.accept(pl.DataFrame())
