"""The tables of the records database: what was loaded, checked, set aside and published."""

from datetime import UTC, datetime

from sqlalchemy import BigInteger, Column, DateTime, Dialect, Float, ForeignKey, Integer, MetaData, String, Table, Text
from sqlalchemy import types as sqltypes

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(column_0_label)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)


class UtcDateTime(sqltypes.TypeDecorator[datetime]):
    """A time with zone, kept in UTC also where the database knows no zones."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002 fixed by SQLAlchemy
        """Return the time in UTC; a time without zone is the caller's mistake."""
        return None if value is None else value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002 fixed by SQLAlchemy
        """Return the stored time marked as UTC."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


def _of_load() -> Column[int]:
    return Column("load", Integer, ForeignKey("loads.id"), nullable=False, index=True)


loads = Table(
    "loads",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("state", String(16), nullable=False, index=True),
    Column("started_at", UtcDateTime, nullable=False),
    Column("finished_at", UtcDateTime),
    Column("as_of", UtcDateTime),
    Column("data_from", UtcDateTime),
    Column("data_until", UtcDateTime),
    Column("definitions", String(16)),
    Column("message", Text),
)

load_tables = Table(
    "load_tables",
    metadata,
    _of_load(),
    Column("table", String(64), nullable=False),
    Column("version", BigInteger, nullable=False),
    Column("rows", BigInteger, nullable=False),
)

load_sources = Table(
    "load_sources",
    metadata,
    _of_load(),
    Column("source", String(128), nullable=False),
    Column("table", String(64), nullable=False),
    Column("outcome", String(16), nullable=False),
    Column("rows_read", BigInteger, nullable=False),
    Column("rows_loaded", BigInteger, nullable=False),
    Column("rows_quarantined", BigInteger, nullable=False),
    Column("exact_duplicates", BigInteger, nullable=False),
    Column("rows_superseded", BigInteger, nullable=False),
    Column("rows_unchanged", BigInteger, nullable=False),
    Column("data_as_of", UtcDateTime),
    Column("message", Text),
)

source_files = Table(
    "source_files",
    metadata,
    _of_load(),
    Column("source", String(128), nullable=False),
    Column("file", Text, nullable=False),
    Column("sha256", String(64), nullable=False),
    Column("definition", String(64), nullable=False),
    Column("size", BigInteger, nullable=False),
)

check_results = Table(
    "check_results",
    metadata,
    _of_load(),
    Column("source", String(128), nullable=False),
    Column("rule", String(128), nullable=False),
    Column("column", String(128), nullable=False),
    Column("evaluated", BigInteger, nullable=False),
    Column("failed", BigInteger, nullable=False),
    Column("text_zh", Text, nullable=False),
    Column("text_en", Text, nullable=False),
)

quarantine = Table(
    "quarantine",
    metadata,
    Column("id", Integer, primary_key=True),
    _of_load(),
    Column("source", String(128), nullable=False),
    Column("file", Text, nullable=False),
    Column("row", BigInteger, nullable=False),
    Column("rule", String(128), nullable=False),
    Column("column", String(128), nullable=False),
    Column("detail", Text, nullable=False),
    Column("raw", Text, nullable=False),
    Column("released_by", Integer, ForeignKey("loads.id", name="fk_quarantine_released_by_loads")),
)

repairs = Table(
    "repairs",
    metadata,
    _of_load(),
    Column("source", String(128), nullable=False),
    Column("file", Text, nullable=False),
    Column("row", BigInteger, nullable=False),
    Column("column", String(128), nullable=False),
    Column("before", Text),
    Column("after", Text),
)

link_results = Table(
    "link_results",
    metadata,
    _of_load(),
    Column("table", String(64), nullable=False),
    Column("method", String(32), nullable=False),
    Column("rows", BigInteger, nullable=False),
)

published_readings = Table(
    "published_readings",
    metadata,
    Column("kpi", String(64), primary_key=True),
    Column("month", String(10), primary_key=True),
    Column("unit", String(128), primary_key=True),
    _of_load(),
    Column("n", BigInteger, nullable=False),
    Column("value", Float(53)),
    Column("low", Float(53)),
    Column("high", Float(53)),
    Column("numerator", Float(53), nullable=False),
    Column("denominator", Float(53), nullable=False),
    Column("immature", BigInteger, nullable=False),
    Column("excluded", BigInteger, nullable=False),
    Column("unit_of_measure", String(16), nullable=False),
    Column("as_of", UtcDateTime, nullable=False),
)

restatements = Table(
    "restatements",
    metadata,
    _of_load(),
    Column("kpi", String(64), nullable=False),
    Column("month", String(10), nullable=False),
    Column("unit", String(128), nullable=False),
    Column("n_before", BigInteger),
    Column("value_before", Float(53)),
    Column("n_after", BigInteger),
    Column("value_after", Float(53)),
)

signal_acts = Table(
    "signal_acts",
    metadata,
    Column("id", Integer, primary_key=True),
    _of_load(),
    Column("kpi", String(64), nullable=False),
    Column("unit", String(128), nullable=False),
    Column("rule_set", String(32), nullable=False),
    Column("rule", Integer, nullable=False),
    Column("first", String(10), nullable=False),
    Column("step", String(16), nullable=False),
    Column("who", String(128), nullable=False),
    Column("at", UtcDateTime, nullable=False),
    Column("text", Text, nullable=False),
)

notes = Table(
    "notes",
    metadata,
    Column("id", Integer, primary_key=True),
    _of_load(),
    Column("kpi", String(64), nullable=False, index=True),
    Column("kind", String(8), nullable=False),
    Column("place", String(128), nullable=False),
    Column("month", String(10), nullable=False),
    Column("who", String(128), nullable=False),
    Column("at", UtcDateTime, nullable=False),
    Column("text", Text, nullable=False),
)

exports = Table(
    "exports",
    metadata,
    Column("id", Integer, primary_key=True),
    _of_load(),
    Column("who", String(128), nullable=False),
    Column("at", UtcDateTime, nullable=False),
    Column("address", Text, nullable=False),
    Column("kind", String(8), nullable=False),
    Column("rows", BigInteger, nullable=False),
)
