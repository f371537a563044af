"""The records of loads, checks, quarantine and readings."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply this change."""
    op.create_table(
        "loads",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("finished_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("as_of", sa.DateTime(timezone=True), nullable=True),
        sa.Column("data_from", sa.DateTime(timezone=True), nullable=True),
        sa.Column("data_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("definitions", sa.String(length=16), nullable=True),
        sa.Column("message", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_loads")),
    )
    with op.batch_alter_table("loads", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_loads_state"), ["state"], unique=False)

    op.create_table(
        "check_results",
        sa.Column("load", sa.Integer(), nullable=False),
        sa.Column("source", sa.String(length=128), nullable=False),
        sa.Column("rule", sa.String(length=128), nullable=False),
        sa.Column("column", sa.String(length=128), nullable=False),
        sa.Column("evaluated", sa.BigInteger(), nullable=False),
        sa.Column("failed", sa.BigInteger(), nullable=False),
        sa.Column("text_zh", sa.Text(), nullable=False),
        sa.Column("text_en", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["load"], ["loads.id"], name=op.f("fk_check_results_load_loads")),
    )
    with op.batch_alter_table("check_results", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_check_results_load"), ["load"], unique=False)

    op.create_table(
        "link_results",
        sa.Column("load", sa.Integer(), nullable=False),
        sa.Column("table", sa.String(length=64), nullable=False),
        sa.Column("method", sa.String(length=32), nullable=False),
        sa.Column("rows", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["load"], ["loads.id"], name=op.f("fk_link_results_load_loads")),
    )
    with op.batch_alter_table("link_results", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_link_results_load"), ["load"], unique=False)

    op.create_table(
        "load_sources",
        sa.Column("load", sa.Integer(), nullable=False),
        sa.Column("source", sa.String(length=128), nullable=False),
        sa.Column("table", sa.String(length=64), nullable=False),
        sa.Column("outcome", sa.String(length=16), nullable=False),
        sa.Column("rows_read", sa.BigInteger(), nullable=False),
        sa.Column("rows_loaded", sa.BigInteger(), nullable=False),
        sa.Column("rows_quarantined", sa.BigInteger(), nullable=False),
        sa.Column("exact_duplicates", sa.BigInteger(), nullable=False),
        sa.Column("rows_superseded", sa.BigInteger(), nullable=False),
        sa.Column("rows_unchanged", sa.BigInteger(), nullable=False),
        sa.Column("data_as_of", sa.DateTime(timezone=True), nullable=True),
        sa.Column("message", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["load"], ["loads.id"], name=op.f("fk_load_sources_load_loads")),
    )
    with op.batch_alter_table("load_sources", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_load_sources_load"), ["load"], unique=False)

    op.create_table(
        "load_tables",
        sa.Column("load", sa.Integer(), nullable=False),
        sa.Column("table", sa.String(length=64), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("rows", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["load"], ["loads.id"], name=op.f("fk_load_tables_load_loads")),
    )
    with op.batch_alter_table("load_tables", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_load_tables_load"), ["load"], unique=False)

    op.create_table(
        "published_readings",
        sa.Column("kpi", sa.String(length=64), nullable=False),
        sa.Column("month", sa.String(length=10), nullable=False),
        sa.Column("unit", sa.String(length=128), nullable=False),
        sa.Column("load", sa.Integer(), nullable=False),
        sa.Column("n", sa.BigInteger(), nullable=False),
        sa.Column("value", sa.Float(precision=53), nullable=True),
        sa.Column("low", sa.Float(precision=53), nullable=True),
        sa.Column("high", sa.Float(precision=53), nullable=True),
        sa.Column("numerator", sa.Float(precision=53), nullable=False),
        sa.Column("denominator", sa.Float(precision=53), nullable=False),
        sa.Column("immature", sa.BigInteger(), nullable=False),
        sa.Column("excluded", sa.BigInteger(), nullable=False),
        sa.Column("unit_of_measure", sa.String(length=16), nullable=False),
        sa.Column("as_of", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["load"], ["loads.id"], name=op.f("fk_published_readings_load_loads")),
        sa.PrimaryKeyConstraint("kpi", "month", "unit", name=op.f("pk_published_readings")),
    )
    with op.batch_alter_table("published_readings", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_published_readings_load"), ["load"], unique=False)

    op.create_table(
        "quarantine",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("load", sa.Integer(), nullable=False),
        sa.Column("source", sa.String(length=128), nullable=False),
        sa.Column("file", sa.Text(), nullable=False),
        sa.Column("row", sa.BigInteger(), nullable=False),
        sa.Column("rule", sa.String(length=128), nullable=False),
        sa.Column("column", sa.String(length=128), nullable=False),
        sa.Column("detail", sa.Text(), nullable=False),
        sa.Column("raw", sa.Text(), nullable=False),
        sa.Column("released_by", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["load"], ["loads.id"], name=op.f("fk_quarantine_load_loads")),
        sa.ForeignKeyConstraint(["released_by"], ["loads.id"], name="fk_quarantine_released_by_loads"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_quarantine")),
    )
    with op.batch_alter_table("quarantine", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_quarantine_load"), ["load"], unique=False)

    op.create_table(
        "repairs",
        sa.Column("load", sa.Integer(), nullable=False),
        sa.Column("source", sa.String(length=128), nullable=False),
        sa.Column("file", sa.Text(), nullable=False),
        sa.Column("row", sa.BigInteger(), nullable=False),
        sa.Column("column", sa.String(length=128), nullable=False),
        sa.Column("before", sa.Text(), nullable=True),
        sa.Column("after", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["load"], ["loads.id"], name=op.f("fk_repairs_load_loads")),
    )
    with op.batch_alter_table("repairs", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_repairs_load"), ["load"], unique=False)

    op.create_table(
        "restatements",
        sa.Column("load", sa.Integer(), nullable=False),
        sa.Column("kpi", sa.String(length=64), nullable=False),
        sa.Column("month", sa.String(length=10), nullable=False),
        sa.Column("unit", sa.String(length=128), nullable=False),
        sa.Column("n_before", sa.BigInteger(), nullable=True),
        sa.Column("value_before", sa.Float(precision=53), nullable=True),
        sa.Column("n_after", sa.BigInteger(), nullable=True),
        sa.Column("value_after", sa.Float(precision=53), nullable=True),
        sa.ForeignKeyConstraint(["load"], ["loads.id"], name=op.f("fk_restatements_load_loads")),
    )
    with op.batch_alter_table("restatements", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_restatements_load"), ["load"], unique=False)

    op.create_table(
        "source_files",
        sa.Column("load", sa.Integer(), nullable=False),
        sa.Column("source", sa.String(length=128), nullable=False),
        sa.Column("file", sa.Text(), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("definition", sa.String(length=64), nullable=False),
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["load"], ["loads.id"], name=op.f("fk_source_files_load_loads")),
    )
    with op.batch_alter_table("source_files", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_source_files_load"), ["load"], unique=False)


def downgrade() -> None:
    """Undo this change."""
    with op.batch_alter_table("source_files", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_source_files_load"))

    op.drop_table("source_files")
    with op.batch_alter_table("restatements", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_restatements_load"))

    op.drop_table("restatements")
    with op.batch_alter_table("repairs", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_repairs_load"))

    op.drop_table("repairs")
    with op.batch_alter_table("quarantine", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_quarantine_load"))

    op.drop_table("quarantine")
    with op.batch_alter_table("published_readings", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_published_readings_load"))

    op.drop_table("published_readings")
    with op.batch_alter_table("load_tables", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_load_tables_load"))

    op.drop_table("load_tables")
    with op.batch_alter_table("load_sources", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_load_sources_load"))

    op.drop_table("load_sources")
    with op.batch_alter_table("link_results", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_link_results_load"))

    op.drop_table("link_results")
    with op.batch_alter_table("check_results", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_check_results_load"))

    op.drop_table("check_results")
    with op.batch_alter_table("loads", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_loads_state"))

    op.drop_table("loads")
