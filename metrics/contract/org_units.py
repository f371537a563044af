"""Organisation units: service centres and the regions they belong to."""

from metrics.contract.columns import day, key, text
from metrics.contract.table import Table

TABLE = Table(
    name="org_units",
    zh="组织单元",
    en="Organisation units",
    key=("org_unit_id",),
    at=(),
    columns=(
        key("org_unit_id", "单元号", "Unit"),
        text("name", "名称", "Name", nullable=False),
        text("name_en", "英文名称", "English name"),
        text("parent_id", "上级单元", "Parent"),
        text("kind", "类型", "Kind"),
        text("timezone", "时区", "Time zone"),
        day("valid_from", "生效日", "Valid from"),
        day("valid_to", "失效日", "Valid to"),
    ),
)
