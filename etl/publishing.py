"""Publishing a load: one database transaction makes everything it brought visible at once."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

import polars as pl
from sqlalchemy import Connection, Engine, Table, delete, insert, select, update

from etl.intake import FileOfSource, Intake
from metrics.engine import add_up, readings
from metrics.model import Moment
from metrics.registry import all_kpis
from metrics.store import schema
from metrics.store.loads import PUBLISHED, Load
from metrics.store.warehouse import Warehouse

_READING = ("kpi", "month", "unit", "n", "value", "low", "high", "numerator", "denominator", "immature", "excluded")


@dataclass(frozen=True)
class Publication:
    """What is to become visible: the tables' versions and the moment as of which they are judged."""

    load: int
    warehouse: Warehouse
    moment: Moment
    data_until: datetime | None
    definitions: str


def begin(engine: Engine) -> int:
    """Record that a load has begun and return its id; a load that died earlier is recorded as failed."""
    with engine.begin() as connection:
        died = schema.loads.c.state == "running"
        connection.execute(update(schema.loads).where(died).values(state="failed", message="The process died."))
        begun = insert(schema.loads).values(state="running", started_at=datetime.now(UTC))
        load: int = connection.execute(begun.returning(schema.loads.c.id)).scalar_one()
        return load


def end(engine: Engine, load: int, state: str, message: str | None, intakes: Sequence[Intake] = ()) -> None:
    """Record how a load ended that publishes nothing."""
    with engine.begin() as connection:
        _write_account(connection, load, intakes)
        _finish(connection, load, state=state, message=message)


def loaded_files(engine: Engine, load: Load | None) -> dict[str, dict[str, FileOfSource]]:
    """Return the files that stand in the warehouse, by source and name."""
    found: dict[str, dict[str, FileOfSource]] = {}
    if load is None:
        return found
    table = schema.source_files
    with engine.connect() as connection:
        for row in connection.execute(select(table).where(table.c.load == load.id)).mappings():
            file = FileOfSource(row["file"], row["sha256"], row["definition"], row["size"])
            found.setdefault(row["source"], {})[file.file] = file
    return found


def publish(engine: Engine, publication: Publication, intakes: Sequence[Intake], links: pl.DataFrame) -> None:
    """Make a load visible: its account, its readings and the table versions, in one transaction."""
    load = publication.load
    with engine.begin() as connection:
        _write_account(connection, load, intakes)
        _write(
            connection,
            schema.source_files,
            [
                {
                    "load": load,
                    "source": intake.source.name,
                    "file": file.file,
                    "sha256": file.sha256,
                    "definition": file.definition,
                    "size": file.size,
                }
                for intake in intakes
                for file in intake.files
            ],
        )
        _write(
            connection,
            schema.load_tables,
            [
                {"load": load, "table": name, "version": version, "rows": _rows(publication.warehouse, name)}
                for name, version in publication.warehouse.versions.items()
            ],
        )
        by_method = links.group_by("table", "method").len("rows").with_columns(load=pl.lit(load))
        _write(connection, schema.link_results, by_method.to_dicts())
        _write_readings(connection, publication)
        _finish(
            connection,
            load,
            state=PUBLISHED,
            as_of=publication.moment.as_of,
            data_from=publication.moment.data_from,
            data_until=publication.data_until,
            definitions=publication.definitions,
        )


def _rows(warehouse: Warehouse, table: str) -> int:
    return int(warehouse.scan(table).select(pl.len()).collect().item())


def _finish(connection: Connection, load: int, **values: object) -> None:
    finished = update(schema.loads).where(schema.loads.c.id == load)
    connection.execute(finished.values(finished_at=datetime.now(UTC), **values))


def _write(connection: Connection, table: Table, rows: Sequence[dict[str, object]]) -> None:
    if rows:
        connection.execute(insert(table), list(rows))


def _write_account(connection: Connection, load: int, intakes: Sequence[Intake]) -> None:
    for intake in intakes:
        _release_quarantine(connection, load, intake)
        for table, rows in _account(load, intake).items():
            _write(connection, schema.metadata.tables[table], rows)


def _release_quarantine(connection: Connection, load: int, intake: Intake) -> None:
    """Mark rows set aside earlier as released where their file has been read again: what is still wrong is new."""
    table = schema.quarantine
    if intake.read_files:
        again = (table.c.source == intake.source.name) & table.c.file.in_(intake.read_files)
        connection.execute(update(table).where(again & table.c.released_by.is_(None)).values(released_by=load))


def _account(load: int, intake: Intake) -> dict[str, list[dict[str, object]]]:
    name, results = intake.source.name, intake.checked.results if intake.checked else ()
    of_load = {"load": load, "source": name}
    rename = {"source_file": "file", "source_row": "row"}
    return {
        "load_sources": [{**of_load, **_totals(intake)}],
        "check_results": [
            {
                **of_load,
                "rule": r.rule,
                "column": r.column,
                "evaluated": r.evaluated,
                "failed": r.failed,
                "text_zh": r.text_zh,
                "text_en": r.text_en,
            }
            for r in results
        ],
        "quarantine": [{**of_load, **row} for row in intake.quarantined.rename(rename, strict=False).to_dicts()],
        "repairs": [{**of_load, **row} for row in intake.repairs.rename(rename).to_dicts()],
    }


def _totals(intake: Intake) -> dict[str, object]:
    return {
        "table": intake.source.table,
        "outcome": intake.outcome,
        "rows_read": intake.rows_read,
        "rows_loaded": intake.rows_loaded,
        "rows_quarantined": intake.rows_quarantined,
        "exact_duplicates": intake.exact_duplicates,
        "rows_superseded": intake.rows_superseded,
        "rows_unchanged": intake.rows_unchanged,
        "data_as_of": intake.data_as_of,
        "message": "\n".join(intake.errors) or None,
    }


def _write_readings(connection: Connection, publication: Publication) -> None:
    """Publish the monthly readings per unit, and log every one that says something else than before."""
    table = schema.published_readings
    before = pl.DataFrame(
        [dict(row) for row in connection.execute(select(table)).mappings()], schema_overrides={"value": pl.Float64}
    )
    now = _monthly_readings(publication)
    connection.execute(delete(table))
    _write(connection, table, now.to_dicts())
    if not before.is_empty():
        _write(connection, schema.restatements, _restated(before, now, publication.load).to_dicts())


def _monthly_readings(publication: Publication) -> pl.DataFrame:
    frames = []
    for kpi in all_kpis().values():
        parts = publication.warehouse.scan("parts", [kpi.key])
        monthly = readings(kpi, add_up(parts, ["month", "unit"]))
        frames.append(monthly.select(*_READING, "unit_of_measure"))
    return pl.concat(frames).with_columns(load=pl.lit(publication.load), as_of=pl.lit(publication.moment.as_of))


def _restated(before: pl.DataFrame, now: pl.DataFrame, load: int) -> pl.DataFrame:
    key = ["kpi", "month", "unit"]
    both = before.select(*key, n_before="n", value_before="value").join(
        now.select(*key, n_after="n", value_after="value"), on=key, how="left"
    )
    same = pl.col("n_before").eq_missing(pl.col("n_after")) & pl.col("value_before").eq_missing(pl.col("value_after"))
    return both.filter(~same).with_columns(load=pl.lit(load))
