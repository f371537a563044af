"""How a load speaks to a person: its progress, what became of every row, and which rows are held back."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from textwrap import shorten
from zoneinfo import ZoneInfo

import polars as pl
from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn
from rich.table import Table
from rich.text import Text

from etl.quarantine import HeldBack
from etl.report import Report, SourceAccount
from metrics.store import Load

_COLUMNS = ("rows_read", "rows_loaded", "rows_quarantined", "exact_duplicates", "rows_superseded")
_REASON = ("source", "rule", "column", "rows", "text_en")
_CELL = ("file", "row", "column", "before", "after")
_SHOWN = 20
_NOTE = 240  # letters of a note that are shown
_UNWATCHED = 160  # letters in a line of a file or a pipe


@contextmanager
def progress(*, quiet: bool) -> Iterator[Callable[[str, int, int], None]]:
    """Yield a function that shows which step runs and how far it is; silent where nobody watches."""
    console = Console(stderr=True)
    with Progress(
        SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn(),
        console=console, transient=True, disable=quiet or not console.is_terminal,
    ) as bar:  # fmt: skip
        task = bar.add_task("load", total=None)
        yield lambda step, done, number: bar.update(task, description=f"{step} {done}/{number}")


def show_report(report: Report) -> None:
    """Print a load's account per source, what was set aside and what is to be noted, then all that was refused."""
    as_of = report.as_of and f", judged as of {_local(datetime.fromisoformat(report.as_of), report.zone)}"
    _say(f"Load {report.load}: {report.state} in {report.seconds} s{as_of or ''}")
    _show_accounts((source.source, source.table, source.outcome, _figures(source)) for source in report.sources)
    for source in report.sources:
        if source.quarantine:
            rules = ", ".join(f"{rule} {rows:,}" for rule, rows in source.quarantine.items())
            _say(f"held back from {source.source}: {rows_of(source.rows_quarantined)} ({rules})")
        if source.cells_repaired:
            _say(f"letters mended in {source.source}: {source.cells_repaired:,} cells")
    for note in _notes(report.sources):
        _say(f"noted: {note}")
    if report.months_computed:
        _say(f"months computed: {', '.join(report.months_computed)}")
    if report.docs:
        _say(f"what the checks found: {report.docs}")
    for error in report.errors:
        _say(f"refused: {error}", style="red", is_error=True)


def rows_of(number: int) -> str:
    """Return a number of rows in words."""
    return "1 row" if number == 1 else f"{number:,} rows"


def _notes(sources: Iterable[SourceAccount]) -> Iterator[str]:
    """Yield what was noted of files; what many files have in common is said once."""
    files: dict[str, list[str]] = {}
    for file, _, note in (note.partition(": ") for source in sources for note in source.notes):
        files.setdefault(note, []).append(file)
    for note, noted in files.items():
        more = f" and {len(noted) - 1} more" if len(noted) > 1 else ""
        yield f"{noted[0]}{more}: {shorten(note, _NOTE, placeholder=' …')}"


def show_status(load: Load | None, attempt: Load | None, sources: pl.DataFrame, zone: str) -> None:
    """Print the published load, the last one where that is another, and the last outcome of each source."""
    if load and load.finished_at and load.as_of:
        _say(f"Load {load.id}, finished {_local(load.finished_at, zone)}, judged as of {_local(load.as_of, zone)}")
    else:
        _say("No load has been published yet.")
    if attempt and (load is None or attempt.id != load.id):
        _say(f"Last attempt: load {attempt.id} {attempt.state}. {attempt.message or ''}")
    _show_accounts(
        (row["source"], row["table"], row["outcome"], [f"{row[name]:,}" for name in _COLUMNS])
        for row in sources.iter_rows(named=True)
    )
    for source, until, brought in sources.select("source", "data_as_of", "load").iter_rows():
        reaches = f"data until {_local(until, zone)}" if until else "no data with a time"
        _say(f"{source}: {reaches}, load {brought}")


def show_held(held: HeldBack, file: Path | None) -> None:
    """Print how many rows are held back and why, and the first of them unless they were written to a file."""
    number = held.rows
    _say(f"{rows_of(number)} {'is' if number == 1 else 'are'} held back." if number else "No row is held back.")
    for source, rule, column, rows, text in held.reasons.select(*_REASON).iter_rows():
        of = "" if column == "unreadable" else f", {column}"
        _say(f"{source}: {rows_of(rows)}{of}, {rule}{f': {text}' if text else ''}")
    shown = held.lines.head(0 if file else _SHOWN)
    for place, row, detail, rule in shown.select("file", "row", "detail", "rule").iter_rows():
        _say(f"  {place} row {row}: {detail} ({rule})")
    _say_rest(held.lines.height, file)


def show_mended(cells: pl.DataFrame, file: Path | None) -> None:
    """Print in how many cells letters were mended, and the first of them unless they were written to a file."""
    _say(f"Letters were mended in {cells.height:,} cells.")
    for place, row, column, before, after in cells.head(0 if file else _SHOWN).select(*_CELL).iter_rows():
        _say(f"  {place} row {row}, {column}: '{before}' → '{after}'")
    _say_rest(cells.height, file)


def _say_rest(lines: int, file: Path | None) -> None:
    if file:
        _say(f"Written to {file}.")
    elif lines > _SHOWN:
        _say(f"  … and {lines - _SHOWN:,} more; --out rows.csv writes all of them.")


def _show_accounts(accounts: Iterable[tuple[str, str, str, list[str]]]) -> None:
    table = Table(box=SIMPLE_HEAD, padding=(0, 1, 0, 0), pad_edge=False)
    for name in ("source", "outcome"):
        table.add_column(name, overflow="fold")
    for name in _COLUMNS:
        table.add_column(name.replace("_", "\n"), justify="right", no_wrap=True, vertical="bottom")
    for source, of, outcome, figures in accounts:
        table.add_row(Text(f"{source} → {of}"), outcome, *figures)
    _console().print(table)


def _figures(source: SourceAccount) -> list[str]:
    return [f"{getattr(source, name):,}" for name in _COLUMNS]


def _local(moment: datetime, zone: str) -> str:
    return f"{moment.astimezone(ZoneInfo(zone)):%Y-%m-%d %H:%M:%S} {zone}"


def _say(sentence: str, style: str = "", *, is_error: bool = False) -> None:
    # Not broken into lines: a terminal does that by itself, and a file or a search is better off without.
    _console(is_error=is_error).print(Text(sentence, style=style), soft_wrap=True)


def _console(*, is_error: bool = False) -> Console:
    console = Console(stderr=is_error)
    return console if console.is_terminal else Console(stderr=is_error, width=_UNWATCHED)
