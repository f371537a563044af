"""Calendar days: holidays and working weekends that override a calendar's week."""

from metrics.contract.columns import choice, day, flag, key, text
from metrics.contract.table import Table

TABLE = Table(
    name="calendar_days",
    zh="日历例外日",
    en="Calendar days",
    key=("calendar_id", "date"),
    at=(),
    columns=(
        key("calendar_id", "日历号", "Calendar"),
        day("date", "日期", "Date", nullable=False),
        choice("kind", "类型", "Kind", "holiday working_override", nullable=False),
        text("blocks", "时段", "Blocks, HH:MM-HH:MM separated by commas"),
        text("name", "名称", "Name"),
        flag("active", "启用", "Active"),
    ),
)
