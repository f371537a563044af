"""Resolution on time if no pause stops the clock: what the customer lived through."""

from metrics.text import Text
from metrics.timeliness import attainment

KPI = attainment(
    "resolution_on_time_without_pauses",
    rank=221,
    name=Text("解决及时率(暂停照样计时)", "Resolution on time, without pauses"),
    due="due_without_pauses_at",
)
