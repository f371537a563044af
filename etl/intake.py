"""Take in one source: read what is new, map it, tell versions of one key apart, and check it."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime

import polars as pl

from etl.errors import EtlError
from etl.mapping import map_rows
from etl.sources import Extract, Fingerprint, extracts, fingerprint
from etl.validate import Checked, check
from etl.versions import newest_of_each_key, without_exact_duplicates
from etl.workspace import Source, Workspace
from metrics.contract import table

_RAW = "raw"
REPAIRS = pl.Schema(
    {"file": pl.String(), "source_row": pl.Int64(), "column": pl.String(), "before": pl.String(), "after": pl.String()}
)


@dataclass(frozen=True)
class FileOfSource:
    """A file of a source, by name, and what decides whether it must be read again."""

    file: str
    sha256: str
    definition: str
    size: int


@dataclass
class Intake:
    """What one source brought; `accepted` holds the rows that may be stored, with their lineage."""

    source: Source
    files: list[FileOfSource] = field(default_factory=list)
    read_files: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    rows_read: int = 0
    exact_duplicates: int = 0
    rows_superseded: int = 0
    rows_unchanged: int = 0
    quarantined: pl.DataFrame = field(default_factory=pl.DataFrame)
    repairs: pl.DataFrame = field(default_factory=lambda: pl.DataFrame(schema=REPAIRS))
    checked: Checked | None = None
    accepted: pl.DataFrame = field(default_factory=pl.DataFrame)

    @property
    def rows_quarantined(self) -> int:
        """Return how many rows were set aside, however many rules they broke."""
        return 0 if self.quarantined.is_empty() else self.quarantined.select("source_file", "source_row").n_unique()

    @property
    def rows_loaded(self) -> int:
        """Return how many of the rows read stand in the warehouse as they were read."""
        return self.rows_read - self.rows_quarantined - self.exact_duplicates - self.rows_superseded

    @property
    def data_as_of(self) -> datetime | None:
        """Return the latest time at which something happened, by the accepted rows."""
        times = [name for name in table(self.source.table).happened if name in self.accepted.columns]
        if self.accepted.is_empty() or not times:
            return None
        latest: datetime | None = self.accepted.select(pl.max_horizontal(pl.col(times).max())).item()
        return latest

    @property
    def outcome(self) -> str:
        """Return "refused" where anything of the source was refused, "unchanged" where nothing was new."""
        if self.errors:
            return "refused"
        return "loaded" if self.read_files else "unchanged"


def definition_of(source: Source) -> str:
    """Return a hash of everything but the data that decides what a file's rows become."""
    said = source.model_dump(mode="json", exclude={"path", "url"})
    schema = {name: str(dtype) for name, dtype in table(source.table).schema.items()}
    return hashlib.sha256(json.dumps([said, schema], sort_keys=True).encode()).hexdigest()


def take_in(
    source: Source,
    workspace: Workspace,
    before: Mapping[str, FileOfSource],
    known: Mapping[str, frozenset[str]],
    now: datetime,
) -> Intake:
    """Return what the new and changed files of a source bring; `before` are the files that are already loaded."""
    intake = Intake(source)
    try:
        marks = fingerprint(source, workspace)
    except EtlError as problem:
        intake.errors.append(str(problem))
        intake.files = list(before.values())
        return intake
    rows = _read(intake, workspace, _changed(intake, marks, before))
    if rows.is_empty():
        return intake
    intake.rows_read = rows.height
    unlike = without_exact_duplicates(rows)
    newest = newest_of_each_key(unlike, table(source.table).key)
    intake.exact_duplicates = rows.height - unlike.height
    intake.rows_superseded = unlike.height - newest.height
    _judge(intake, newest, known, now)
    return intake


def _changed(intake: Intake, marks: list[Fingerprint], before: Mapping[str, FileOfSource]) -> list[FileOfSource]:
    definition = definition_of(intake.source)
    found = [FileOfSource(mark.file, mark.sha256, definition, mark.size) for mark in marks]
    same = {file.file for file in found if before.get(file.file) == file}
    intake.files = [file for file in found if file.file in same]
    return [file for file in found if file.file not in same]


def _read(intake: Intake, workspace: Workspace, files: list[FileOfSource]) -> pl.DataFrame:
    """Return the mapped rows of `files`; a file that cannot be read is refused whole and the others go on."""
    source, frames = intake.source, []
    for file in files:
        try:
            frames += [_mapped(intake, workspace.zone, found) for found in _extracted(intake, workspace, file)]
        except EtlError as problem:
            intake.errors.append(str(problem))
        else:
            intake.files.append(file)
            intake.read_files.append(file.file)
    return pl.concat(frames) if frames else pl.DataFrame(schema=table(source.table).schema)


def _extracted(intake: Intake, workspace: Workspace, file: FileOfSource) -> Iterator[Extract]:
    for found in extracts(intake.source, workspace, only={file.file}):
        intake.notes += [f"{found.file}: {note}" for note in found.notes]
        yield found


def _mapped(intake: Intake, zone: str, found: Extract) -> pl.DataFrame:
    source, file, frame = intake.source, found.file, found.frame
    mapped = map_rows(frame, source, table(source.table), zone, file)
    intake.repairs.vstack(mapped.repairs.with_columns(file=pl.lit(file)).select(REPAIRS.names()), in_place=True)
    raw = frame.select(source_row="source_row", raw=pl.struct(pl.exclude("source_row")).struct.json_encode())
    return mapped.frame.with_columns(source=pl.lit(source.name), source_file=pl.lit(file)).join(
        raw, on="source_row", how="left"
    )


def _judge(intake: Intake, rows: pl.DataFrame, known: Mapping[str, frozenset[str]], now: datetime) -> None:
    checked = check(intake.source.table, rows.drop(_RAW), known, now)
    where = ["source_file", "source_row"]
    intake.checked = checked
    intake.quarantined = checked.rejected.join(rows.select(*where, _RAW), on=where, how="left")
    tolerance = checked.tolerance if intake.source.tolerance is None else intake.source.tolerance
    if intake.rows_quarantined > tolerance * intake.rows_read:
        intake.errors.append(_too_many(intake, tolerance))
        return
    intake.accepted = rows.drop(_RAW, "unreadable").join(checked.rejected.select(where).unique(), on=where, how="anti")


def _too_many(intake: Intake, tolerance: float) -> str:
    worst = intake.quarantined.sort("source_file", "source_row").head(3)
    examples = "; ".join(
        f"{file} row {row}, {column}: {detail} ({rule})"
        for file, row, rule, column, detail in worst.select(
            "source_file", "source_row", "rule", "column", "detail"
        ).iter_rows()
    )
    return (
        f"Source '{intake.source.name}': {intake.rows_quarantined} of {intake.rows_read} rows break the rules of "
        f"'{intake.source.table}', more than the tolerated {tolerance:.1%}; nothing of it is loaded. "
        f"First: {examples}. Mend the export, or raise the source's tolerance."
    )
