"""SERVQUAL weights: the 100 points that a respondent allots to the dimensions."""

from metrics.contract.columns import key, number
from metrics.contract.table import Table

TABLE = Table(
    name="servqual_weights",
    zh="SERVQUAL 权重",
    en="SERVQUAL weights",
    key=("response_id", "dimension"),
    at=(),
    columns=(
        key("response_id", "答卷号", "Response"),
        key("dimension", "维度", "Dimension"),
        number("points", "分数", "Points"),
    ),
)
