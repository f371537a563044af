"""Gathering one source: read the files that are new, map their rows, and leave out what is said twice."""

import hashlib
import json
from collections.abc import Mapping, Sequence

import polars as pl

from etl.errors import EtlError
from etl.intake import REPAIRS, FileOfSource, Intake
from etl.mapping import Mapped, map_rows
from etl.sources import Extract, SourceFile, files
from etl.sources.header import ROW
from etl.versions import without_exact_duplicates
from etl.workspace import Source, Workspace
from metrics.contract import table

# From so many unreadable cells on, a file is looked at alone: perhaps its export has changed.
_SUSPICIOUS = 20


def definition_of(source: Source, zone: str) -> str:
    """Return a hash of everything but the data that decides what a file's rows become; `zone` is the business zone."""
    said = source.model_dump(mode="json", exclude={"path", "url"})
    schema = {name: str(dtype) for name, dtype in table(source.table).schema.items()}
    return hashlib.sha256(json.dumps([said, schema, zone], sort_keys=True).encode()).hexdigest()


def gather(source: Source, workspace: Workspace, before: Mapping[str, FileOfSource], again: frozenset[str]) -> Intake:
    """Return the mapped rows of a source's new and changed files, and of those to be read `again` all the same.

    `before` are the files already in the warehouse.
    """
    intake = Intake(source)
    try:
        found = files(source, workspace)
    except EtlError as problem:
        intake.errors.append(str(problem))
        intake.files = list(before.values())
        return intake
    definition = definition_of(source, workspace.zone)
    for file in found:
        _read_if_changed(intake, file, definition, None if file.file in again else before.get(file.file))
    _map(intake, workspace.zone)
    _keep_refused(intake, [before[file.file] for file in found if file.file in before])
    intake.rows_read = intake.rows.height
    if intake.rows_read:
        intake.rows = without_exact_duplicates(intake.rows)
        intake.exact_duplicates = intake.rows_read - intake.rows.height
    return intake


def _read_if_changed(intake: Intake, file: SourceFile, definition: str, before: FileOfSource | None) -> None:
    """Read a file that is not as it was `before`; one that cannot be read is refused whole and the others go on."""
    try:
        mark = file.fingerprint()
        now = FileOfSource(file.file, mark.sha256, definition, mark.size)
        extract = None if now == before else file.read()
    except EtlError as problem:
        intake.errors.append(str(problem))
        return
    intake.files.append(now)
    if extract is not None:
        intake.extracts.append(extract)
        intake.read_files.append(file.file)
        intake.notes += [f"{file.file}: {note}" for note in extract.notes]


def _keep_refused(intake: Intake, stood: Sequence[FileOfSource]) -> None:
    """Keep a file that was loaded before and is refused now as it was: its rows stand, and it is read again next time.

    What stands is unlike what lies there, so that a mended file is seen as changed and the old one as nothing new.
    """
    standing = {file.file for file in intake.files}
    intake.files += [file for file in stood if file.file not in standing]


def _map(intake: Intake, zone: str) -> None:
    """Map what was read: all files at once, or one by one to find the file that cannot be mapped."""
    mapped = _mapped_together(intake, zone)
    if mapped is None:
        mapped = _mapped_one_by_one(intake, zone)
    if mapped:
        intake.rows = pl.concat(one.frame for one in mapped)
        intake.repairs = pl.concat(one.repairs for one in mapped)


def _mapped_together(intake: Intake, zone: str) -> list[Mapped] | None:
    """Return the rows of all files, mapped at once; None where a file may have to be refused alone."""
    if len({tuple(extract.frame.schema.items()) for extract in intake.extracts}) != 1:
        return None
    try:
        mapped = _mapped(intake.source, intake.extracts, zone)
    except EtlError:
        return None
    unreadable = mapped.frame.filter(pl.col("unreadable").is_not_null()).group_by("source_file").len()
    suspicious = len(intake.extracts) > 1 and (unreadable["len"] >= _SUSPICIOUS).any()
    return None if suspicious else [mapped]


def _mapped_one_by_one(intake: Intake, zone: str) -> list[Mapped]:
    mapped = []
    for extract in list(intake.extracts):
        try:
            mapped.append(_mapped(intake.source, [extract], zone))
        except EtlError as problem:
            intake.errors.append(str(problem))
            intake.extracts.remove(extract)
            intake.read_files.remove(extract.file)
            intake.files = [file for file in intake.files if file.file != extract.file]
    return mapped


def _mapped(source: Source, found: Sequence[Extract], zone: str) -> Mapped:
    """Return the mapped rows of files with equal columns, each with the file and the row that it came from."""
    raw = pl.concat(extract.frame for extract in found)
    origin = pl.DataFrame(
        {
            "source_file": pl.concat(_named(extract) for extract in found),
            "source_row": raw[ROW].cast(pl.Int64),
        }
    ).with_row_index("_number")
    numbered = raw.with_columns(origin["_number"].cast(pl.Int64).alias(ROW))
    mapped = map_rows(numbered, source, table(source.table), zone, found[0].file)
    rows = mapped.frame.drop(ROW).with_columns(origin["source_file"], origin["source_row"], source=pl.lit(source.name))
    repairs = mapped.repairs.rename({ROW: "_number"}).with_columns(pl.col("_number").cast(pl.UInt32))
    return Mapped(rows, repairs.join(origin, on="_number", how="left").select(REPAIRS.names()))


def _named(extract: Extract) -> pl.Series:
    return pl.Series([extract.file], dtype=pl.String).new_from_index(0, extract.frame.height)
