"""Complaint topics: further topics of one complaint, counted apart from the complaint itself."""

from metrics.contract.columns import key, reference
from metrics.contract.table import Table

TABLE = Table(
    name="complaint_topics",
    zh="投诉主题",
    en="Complaint topics",
    key=("complaint_id", "topic_code"),
    at=(),
    columns=(
        key("complaint_id", "投诉号", "Complaint"),
        reference("topic_code", "主题", "Topic", to="reason_codes", nullable=False),
    ),
)
