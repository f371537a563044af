"""The log of what people did about signals."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply this change."""
    op.create_table(
        "signal_acts",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("load", sa.Integer(), nullable=False),
        sa.Column("kpi", sa.String(length=64), nullable=False),
        sa.Column("unit", sa.String(length=128), nullable=False),
        sa.Column("rule_set", sa.String(length=32), nullable=False),
        sa.Column("rule", sa.Integer(), nullable=False),
        sa.Column("first", sa.String(length=10), nullable=False),
        sa.Column("step", sa.String(length=16), nullable=False),
        sa.Column("who", sa.String(length=128), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["load"], ["loads.id"], name=op.f("fk_signal_acts_load_loads")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_signal_acts")),
    )
    with op.batch_alter_table("signal_acts", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_signal_acts_load"), ["load"], unique=False)


def downgrade() -> None:
    """Undo this change."""
    with op.batch_alter_table("signal_acts", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_signal_acts_load"))

    op.drop_table("signal_acts")
