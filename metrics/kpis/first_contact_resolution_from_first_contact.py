"""First-contact resolution with the 7 days counted from an issue's first contact, not from contact to contact."""

from dataclasses import replace

from metrics.episodes import counted_from_start
from metrics.kpis.first_contact_resolution import CALL
from metrics.kpis.first_contact_resolution import KPI as FROM_CONTACT_TO_CONTACT
from metrics.model import Example
from metrics.text import Text

KPI = replace(
    FROM_CONTACT_TO_CONTACT,
    key="first_contact_resolution_from_first_contact",
    rank=133,
    name=Text("一次性解决率(自首次联系起算)", "First-contact resolution, counted from the first contact"),
    target=None,
    formula=Text(
        "一次联系即解决的问题数 / 已满 7 天的问题数;7 天自首次联系起算,其后再来电另算一个问题",
        "issues settled by their only contact / all issues at least 7 days old; a contact later than 7 days after the "
        "first one begins an issue anew",
    ),
    caveat=Text(
        "客户不断来电时,问题数比按相邻两次来电计的更多;首次联系最多向前查 30 天。",
        "Where a customer keeps calling it counts more issues than from contact to contact; the first contact is "
        "looked for up to 30 days back.",
    ),
    left_out=counted_from_start(FROM_CONTACT_TO_CONTACT.left_out),
    examples=(
        Example(
            Text(
                "第 0、5、10 天三次来电:第三次距首次已过 7 天,是第二个问题:1/2。",
                "Calls on days 0, 5 and 10: the third is 10 days after the first, so a second issue: 1 of 2.",
            ),
            [
                {**CALL, "next_gap": 120},
                {**CALL, "previous_gap": 120, "next_gap": 120, "start_gap": 120},
                {**CALL, "previous_gap": 120, "start_gap": None},
            ],
            value=1 / 2,
            n=2,
            excluded=1,
        ),
        Example(Text("没有来电:没有数据。", "No calls: no data."), [], value=None, n=0),
    ),
)
