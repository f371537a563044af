"""Calendars: the weekly working blocks of a service calendar, several a day where needed."""

from metrics.contract.columns import key, text, whole
from metrics.contract.table import Table

TABLE = Table(
    name="calendars",
    zh="工作日历",
    en="Calendars",
    key=("calendar_id", "weekday", "starts"),
    at=(),
    columns=(
        key("calendar_id", "日历号", "Calendar"),
        text("timezone", "时区", "Time zone", nullable=False),
        whole("weekday", "星期(1–7)", "Weekday, 1 = Monday", nullable=False),
        text("starts", "开始", "Starts, HH:MM", nullable=False),
        text("ends", "结束", "Ends, HH:MM", nullable=False),
    ),
)
