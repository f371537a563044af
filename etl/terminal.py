"""How a load speaks to a person: progress while it runs, and a table of what became of every row."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import polars as pl
from rich.console import Console
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn
from rich.table import Table
from rich.text import Text

from etl.report import Report, SourceAccount
from metrics.store import Load

_COLUMNS = ("rows_read", "rows_loaded", "rows_quarantined", "exact_duplicates", "rows_superseded")


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
    """Print a load's account per source, then everything that was refused."""
    console = Console()
    console.print(f"Load {report.load}: {report.state} in {report.seconds} s" + _as_of(report))
    table = _table("source", "table", "outcome", *_COLUMNS)
    for source in report.sources:
        table.add_row(source.source, source.table, source.outcome, *_figures(source))
    console.print(table)
    for source in report.sources:
        if source.quarantine:
            rules = ", ".join(f"{rule} {rows}" for rule, rows in source.quarantine.items())
            console.print(Text(f"quarantined from {source.source}: {rules}"))
    if report.months_computed:
        console.print(f"months computed: {', '.join(report.months_computed)}")
    for error in report.errors:
        Console(stderr=True).print(Text(f"refused: {error}", style="red"))


def _as_of(report: Report) -> str:
    return f", judged as of {report.as_of}" if report.as_of else ""


def _figures(source: SourceAccount) -> list[str]:
    return [f"{getattr(source, name):,}" for name in _COLUMNS]


def show_status(load: Load, attempt: Load | None, sources: pl.DataFrame) -> None:
    """Print the published load and the last outcome of each source."""
    console = Console()
    console.print(f"Load {load.id}, finished {load.finished_at}, judged as of {load.as_of}")
    if attempt and attempt.id != load.id:
        console.print(f"Last attempt: load {attempt.id} {attempt.state}. {attempt.message or ''}")
    table = _table("source", "table", "outcome", *_COLUMNS, "data_as_of", "load")
    for row in sources.select("source", "table", "outcome", *_COLUMNS, "data_as_of", "load").iter_rows():
        table.add_row(*(Text("–" if value is None else str(value)) for value in row))
    console.print(table)


def _table(*columns: str) -> Table:
    table = Table()
    for name in columns:
        table.add_column(name.replace("_", " "), justify="right" if name in _COLUMNS else "left")
    return table
