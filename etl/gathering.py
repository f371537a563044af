"""Gathering one source: read the files that are new, map their rows, and tell versions of one key apart."""

import hashlib
import json
from collections.abc import Mapping, Sequence

import polars as pl

from etl.errors import EtlError
from etl.intake import REPAIRS, FileOfSource, Intake
from etl.mapping import Mapped, map_rows
from etl.sources import Extract, Fingerprint, extracts, fingerprint
from etl.sources.header import ROW
from etl.versions import newest_of_each_key, without_exact_duplicates
from etl.workspace import Source, Workspace
from metrics.contract import table


def definition_of(source: Source) -> str:
    """Return a hash of everything but the data that decides what a file's rows become."""
    said = source.model_dump(mode="json", exclude={"path", "url"})
    schema = {name: str(dtype) for name, dtype in table(source.table).schema.items()}
    return hashlib.sha256(json.dumps([said, schema], sort_keys=True).encode()).hexdigest()


def gather(source: Source, workspace: Workspace, before: Mapping[str, FileOfSource]) -> Intake:
    """Return the mapped rows of a source's new and changed files; `before` are the files already in the warehouse."""
    intake = Intake(source)
    try:
        marks = fingerprint(source, workspace)
    except EtlError as problem:
        intake.errors.append(str(problem))
        intake.files = list(before.values())
        return intake
    _read(intake, workspace, _changed(intake, marks, before))
    _map(intake, workspace.zone)
    intake.rows_read = intake.rows.height
    if intake.rows_read:
        unlike = without_exact_duplicates(intake.rows)
        intake.rows = newest_of_each_key(unlike, table(source.table).key)
        intake.exact_duplicates = intake.rows_read - unlike.height
        intake.rows_superseded = unlike.height - intake.rows.height
    return intake


def _changed(intake: Intake, marks: list[Fingerprint], before: Mapping[str, FileOfSource]) -> list[FileOfSource]:
    definition = definition_of(intake.source)
    found = [FileOfSource(mark.file, mark.sha256, definition, mark.size) for mark in marks]
    same = {file.file for file in found if before.get(file.file) == file}
    intake.files = [file for file in found if file.file in same]
    return [file for file in found if file.file not in same]


def _read(intake: Intake, workspace: Workspace, files: list[FileOfSource]) -> None:
    """Read `files`; one that cannot be read is refused whole and the others go on."""
    for file in files:
        try:
            found = list(extracts(intake.source, workspace, only={file.file}))
        except EtlError as problem:
            intake.errors.append(str(problem))
        else:
            intake.extracts += found
            intake.files.append(file)
            intake.read_files.append(file.file)
            intake.notes += [f"{extract.file}: {note}" for extract in found for note in extract.notes]


def _map(intake: Intake, zone: str) -> None:
    """Map what was read: all files at once, or one by one to find the file that cannot be mapped."""
    try:
        mapped = [_mapped(intake.source, intake.extracts, zone)] if _alike(intake.extracts) else None
    except EtlError:
        mapped = None
    if mapped is None:
        mapped = _mapped_one_by_one(intake, zone)
    if mapped:
        intake.rows = pl.concat(one.frame for one in mapped)
        intake.repairs = pl.concat(one.repairs for one in mapped)


def _alike(found: Sequence[Extract]) -> bool:
    return len({tuple(extract.frame.schema.items()) for extract in found}) == 1


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
