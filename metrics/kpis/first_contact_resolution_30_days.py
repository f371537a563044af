"""First-contact resolution with a window of 30 days: later repeats count too, and the figure takes longer to ripen."""

from dataclasses import replace
from datetime import timedelta

from metrics.episodes import of_window
from metrics.kpis.first_contact_resolution import KPI as WITHIN_7_DAYS
from metrics.text import Text

KPI = replace(
    WITHIN_7_DAYS,
    key="first_contact_resolution_30_days",
    rank=131,
    name=Text("一次性解决率(30 天)", "First-contact resolution, 30 days"),
    target=None,
    formula=Text(
        "一次联系即解决的问题数 / 已满 30 天的问题数(按首次联系所在月)",
        "issues settled by their only contact / all issues at least 30 days old, by month of first contact",
    ),
    caveat=Text(
        "窗口越长,算作重复的越多,通常更低;但几个没解决的问题可能并成一个,反而更高。不可与 7 天的数值比较。",
        "A longer window finds more repeats and is mostly lower; but failed issues may merge into one and raise it. Do "
        "not compare it with the 7-day figure.",
    ),
    **of_window(timedelta(days=30)),
)
