"""The account of a load in the records database: what became of every row that each source brought."""

from collections.abc import Sequence
from dataclasses import asdict

import polars as pl
from sqlalchemy import Connection, update

from etl.inserting import insert_rows
from etl.intake import Intake
from metrics.store import schema

_TOTALS = ("rows_read", "rows_loaded", "rows_quarantined", "exact_duplicates", "rows_superseded", "rows_unchanged")
# Databases take only so many values in one statement.
_FILES_AT_ONCE = 1_000
_WHERE = {"source_file": "file", "source_row": "row"}


def write_account(connection: Connection, load: int, intakes: Sequence[Intake]) -> None:
    """Write what each source brought, how the checks went, what was set aside and what was mended."""
    for intake in intakes:
        _release_quarantine(connection, load, intake)
        of_load = {"load": pl.lit(load), "source": pl.lit(intake.source.name)}
        results = [asdict(result) for result in intake.checked.results] if intake.checked else []
        insert_rows(connection, schema.load_sources, pl.DataFrame([_totals(intake)]).with_columns(**of_load))
        insert_rows(connection, schema.check_results, pl.DataFrame(results).with_columns(**of_load))
        set_aside = intake.quarantined.rename(_WHERE, strict=False)
        insert_rows(connection, schema.quarantine, set_aside.with_columns(**of_load))
        insert_rows(connection, schema.repairs, intake.repairs.rename(_WHERE).with_columns(**of_load))


def _release_quarantine(connection: Connection, load: int, intake: Intake) -> None:
    """Mark rows set aside earlier as released where their file has been read again: what is still wrong is new."""
    table = schema.quarantine
    for first in range(0, len(intake.read_files), _FILES_AT_ONCE):
        read = table.c.file.in_(intake.read_files[first : first + _FILES_AT_ONCE])
        again = (table.c.source == intake.source.name) & read
        connection.execute(update(table).where(again & table.c.released_by.is_(None)).values(released_by=load))


def _totals(intake: Intake) -> dict[str, object]:
    return {
        "table": intake.source.table,
        "outcome": intake.outcome,
        **{name: getattr(intake, name) for name in _TOTALS},
        "data_as_of": intake.data_as_of,
        "message": "\n".join(intake.errors) or None,
    }
