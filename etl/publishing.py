"""Publishing a load: one database transaction makes everything it brought visible at once."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime

import polars as pl
from sqlalchemy import Connection, Engine, Row, insert, select, update

from etl.account import write_account
from etl.inserting import insert_rows
from etl.intake import FileOfSource, Intake
from etl.restating import publish_readings
from metrics.model import Moment
from metrics.store import schema
from metrics.store.loads import PUBLISHED, Load
from metrics.store.policy_texts import PolicyText, keep_policy
from metrics.store.tables import LINKED
from metrics.store.warehouse import Warehouse

DIED = "The process died."
"""What is said of a load of which nothing more was heard."""


@dataclass(frozen=True)
class Publication:
    """What is to become visible: the tables' versions and the moment as of which they are judged."""

    load: int
    warehouse: Warehouse
    moment: Moment
    data_until: datetime | None
    definitions: str


def begin(engine: Engine, policy: PolicyText) -> int:
    """Record that a load has begun under a policy and return its id; a load that died earlier is recorded as failed."""
    with engine.begin() as connection:
        died = schema.loads.c.state == "running"
        connection.execute(update(schema.loads).where(died).values(state="failed", message=DIED))
        now = datetime.now(UTC)
        keep_policy(connection, policy, now)
        begun = insert(schema.loads).values(state="running", started_at=now)
        load: int = connection.execute(begun.returning(schema.loads.c.id)).scalar_one()
        return load


def end(engine: Engine, load: int, state: str, message: str | None, intakes: Sequence[Intake] = ()) -> None:
    """Record how a load ended that publishes nothing."""
    with engine.begin() as connection:
        write_account(connection, load, intakes)
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


def files_with_unknown_references(engine: Engine) -> dict[str, frozenset[str]]:
    """Return by source the files of which rows wait in quarantine for an id that another source has to bring."""
    table = schema.quarantine
    waiting = (table.c.rule == "reference_unknown") & table.c.released_by.is_(None)
    with engine.connect() as connection:
        rows: Sequence[Row[str, str]] = connection.execute(
            select(table.c.source, table.c.file).where(waiting).distinct()
        ).all()
    return {source: frozenset(file for other, file in rows if other == source) for source, _ in rows}


def publish(engine: Engine, publication: Publication, intakes: Sequence[Intake]) -> None:
    """Make a load visible: its account, its readings and the table versions, in one transaction."""
    load, warehouse = publication.load, publication.warehouse
    with engine.begin() as connection:
        write_account(connection, load, intakes)
        of_load = pl.lit(load).alias("load")
        insert_rows(connection, schema.source_files, _files(intakes).with_columns(of_load))
        insert_rows(connection, schema.load_tables, _tables(warehouse).with_columns(of_load))
        insert_rows(connection, schema.link_results, _links(warehouse).with_columns(of_load))
        publish_readings(connection, load, warehouse, publication.moment)
        _finish(
            connection,
            load,
            state=PUBLISHED,
            as_of=publication.moment.as_of,
            data_from=publication.moment.data_from,
            data_until=publication.data_until,
            definitions=publication.definitions,
        )


def _finish(connection: Connection, load: int, **values: object) -> None:
    finished = update(schema.loads).where(schema.loads.c.id == load)
    connection.execute(finished.values(finished_at=datetime.now(UTC), **values))


def _files(intakes: Sequence[Intake]) -> pl.DataFrame:
    return pl.DataFrame([{"source": intake.source.name, **asdict(file)} for intake in intakes for file in intake.files])


def _tables(warehouse: Warehouse) -> pl.DataFrame:
    versions = warehouse.versions.items()
    return pl.DataFrame(
        [{"table": name, "version": number, "rows": warehouse.height(name)} for name, number in versions]
    )


def _links(warehouse: Warehouse) -> pl.DataFrame:
    """Return how many rows of each linked table are linked by which method; what cannot be linked is "unlinked"."""
    linked = warehouse.scan("links").group_by("table", "method").agg(rows=pl.len().cast(pl.Int64)).collect()
    counts = [
        {
            "table": table,
            "method": "unlinked",
            "rows": warehouse.height(table) - linked.filter(table=table)["rows"].sum(),
        }
        for table in LINKED
    ]
    return pl.concat([linked, pl.DataFrame(counts, schema=linked.schema)]).filter(pl.col("rows") > 0)
