"""QA ratings: the result of each attribute of an audit."""

from metrics.contract.columns import choice, key, number
from metrics.contract.table import Table

TABLE = Table(
    name="qa_ratings",
    zh="质检评分",
    en="QA ratings",
    key=("audit_id", "attribute_code"),
    at=(),
    columns=(
        key("audit_id", "质检号", "Audit"),
        key("attribute_code", "质检项", "Attribute"),
        choice(
            "error_class",
            "差错类别",
            "Error class",
            "customer_critical business_critical compliance_critical non_critical",
            nullable=False,
        ),
        choice("result", "结果", "Result", "pass fail na", nullable=False),
        number("weight", "权重", "Weight"),
    ),
)
