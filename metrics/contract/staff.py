"""Staff: who works where, in which role, from when to when."""

from metrics.contract.columns import day, key, reference, text
from metrics.contract.table import Column, Table

_FROM: Column = day("valid_from", "生效日", "Valid from", nullable=False)

TABLE = Table(
    name="staff",
    zh="员工",
    en="Staff",
    key=("staff_id", "valid_from"),
    at=(),
    columns=(
        key("staff_id", "员工号", "Staff"),
        _FROM,
        text("name", "姓名", "Name", personal=True),
        reference("org_unit_id", "服务中心", "Service centre", to="org_units"),
        text("role", "角色", "Role"),
        text("level", "级别", "Level"),
        day("valid_to", "失效日", "Valid to"),
    ),
)
