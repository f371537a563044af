"""Resolution on time if pauses stop the clock: the due time moves by the working time in them."""

from metrics.text import Text
from metrics.timeliness import attainment

KPI = attainment(
    "resolution_on_time_pauses_granted",
    rank=220,
    name=Text("解决及时率(暂停不计时)", "Resolution on time, pauses granted"),
    due="due_with_pauses_at",
)
