"""First-contact resolution where a contact that was handed on while the customer waited still counts as one."""

from dataclasses import replace
from datetime import timedelta

from metrics.episodes import settled_in_one_contact
from metrics.kpis.first_contact_resolution import CALL
from metrics.kpis.first_contact_resolution import KPI as STRICT
from metrics.model import Example, Share
from metrics.text import Text

KPI = replace(
    STRICT,
    key="first_contact_resolution_transfers_allowed",
    rank=134,
    name=Text("一次性解决率(允许转接)", "First-contact resolution, transfers allowed"),
    target=None,
    formula=Text(
        "一次联系(含转接、升级)即解决的问题数 / 已满 7 天的问题数(按首次联系所在月)",
        "issues settled by their only contact, handed on or not / all issues at least 7 days old, by month of first "
        "contact",
    ),
    caveat=Text(
        "转给别人的也算一次解决;请与严格的数值和转接率并看。",
        "Counts what others had to settle; see it beside the strict figure and the transfer rate.",
    ),
    measure=Share(hit=settled_in_one_contact(timedelta(days=7))),
    examples=(
        Example(
            Text("转接后当场解决的也算:2/2。", "One handed on and settled in the same call counts: 2 of 2."),
            [CALL, {**CALL, "transferred": True}],
            value=1.0,
            n=2,
        ),
        Example(Text("没有来电:没有数据。", "No calls: no data."), [], value=None, n=0),
    ),
)
