"""The migrations make what the schema says, on SQLite and on PostgreSQL, and give nothing away that was closed."""

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from sqlalchemy import inspect

from metrics.store import database
from metrics.store.ledger_tables import ledger_entries
from metrics.store.schema import metadata

MAY = {"2025-05": {"N": 100000, "S": -50000}}


def migrate(company, revision: str) -> None:
    """Take the database back to a revision."""
    config = Config()
    config.set_main_option("script_location", str(database._MIGRATIONS))
    with company.engine.begin() as connection:
        config.attributes["connection"] = connection
        command.downgrade(config, revision)


def test_the_migrated_tables_are_those_of_the_schema(company):
    with company.engine.connect() as connection:
        differences = compare_metadata(MigrationContext.configure(connection), metadata)
    assert [each for each in differences if "ledger" in str(each) or "policy_texts" in str(each)] == []


def test_an_empty_ledger_can_be_taken_away_and_made_again(company):
    migrate(company, "0001")
    assert not inspect(company.engine).has_table(ledger_entries.name)
    database.upgrade(company.settings.database)
    company.load(MAY)
    company.close("2025-05")
    assert company.verify().fault is None


def test_a_ledger_with_entries_is_never_taken_away(company):
    company.load(MAY)
    company.close("2025-05")
    with pytest.raises(RuntimeError, match="would lose what was closed"):
        migrate(company, "0001")
    assert company.account("2025-05")["state"] == "closed"


def test_a_database_of_an_earlier_version_has_an_empty_ledger_that_can_be_read(company):
    migrate(company, "0001")
    company.load(MAY)
    assert (company.book.entries, company.verify().fault) == ((), None)
    assert company.account("2025-05")["state"] == "draft"
