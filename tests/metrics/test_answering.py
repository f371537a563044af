"""What a source says of an answer, and what it leaves unsaid."""

from datetime import UTC, datetime, timedelta

import polars as pl

from metrics.contract import TABLES
from metrics.populations import POPULATIONS
from metrics.store.tables import LINKS

NINE = datetime(2025, 6, 1, 9, tzinfo=UTC)


def test_an_answer_is_stated_by_the_abandoned_flag_or_by_its_time():
    assert seen(
        {"abandoned": False},
        {"abandoned": True},
        {"answered_at": NINE},
        {},
    )["answered"].to_list() == [True, False, True, None]


def test_a_wait_is_the_queue_s_own_count_or_the_time_until_the_answer():
    later = NINE + timedelta(seconds=45)
    assert seen(
        {"queue_seconds": 30, "answered_at": later},
        {"answered_at": later},
        {"abandoned": False},
    )["waited_seconds"].to_list() == [30, 45, None]


def seen(*contacts):
    """Return contacts that began at nine as KPIs see them."""
    rows = [{"contact_id": str(number), "started_at": NINE, **row} for number, row in enumerate(contacts)]
    facts = {name: pl.LazyFrame(schema=table.schema) for name, table in TABLES.items()}
    facts |= {"contacts": pl.LazyFrame(rows, schema={**TABLES["contacts"].schema, "month": pl.String()})}
    return (
        POPULATIONS["contacts"]
        .build({**facts, "links": pl.LazyFrame(schema=LINKS), "dating": pl.LazyFrame({"reopenings": [False]})})
        .sort("key")
        .collect()
    )
