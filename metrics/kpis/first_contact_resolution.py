"""First-contact resolution: the share of issue episodes settled by one contact."""

from datetime import timedelta

import polars as pl

from metrics.episodes import of_window
from metrics.model import Direction, Example, Kpi, Target, Unit
from metrics.text import Text

_RESOLVED = {"inbound": True, "handled": True, "identified": True, "disposition": "resolved"}
CALL = {**_RESOLVED, "started_at": 200, "ended_at": 200}

KPI = Kpi(
    key="first_contact_resolution",
    rank=10,
    name=Text("一次性解决率", "First-contact resolution"),
    question=Text("客户是否一次联系就解决了问题?", "Was the customer's issue settled by a single contact?"),
    why=Text("每次重复来电都耗费客户的时间和公司的成本。", "Every repeat call costs the customer time and us money."),
    formula=Text(
        "一次联系即解决的问题数 / 已满 7 天的问题数(按首次联系所在月)",
        "issues settled by their only contact / all issues at least 7 days old, by month of first contact",
    ),
    caveat=Text(
        "按问题而非按通话计;最近 7 天尚不能判断;匿名来电无法识别是否重复,单独计数。",
        "Counts issues, not calls. The last 7 days cannot be judged yet; anonymous calls are counted apart.",
    ),
    unit=Unit.SHARE,
    direction=Direction.HIGHER_IS_BETTER,
    target=Target(meet=0.80, near=0.75),
    population="contacts",
    at=pl.col("started_at"),
    **of_window(timedelta(days=7)),
    examples=(
        Example(
            Text("三个客户四次来电,两人一次解决:2/3。", "Four calls by three customers, two settled at once: 2 of 3."),
            [CALL, CALL, {**CALL, "next_gap": 24}, {**CALL, "previous_gap": 24}],
            value=2 / 3,
            n=3,
            excluded=1,
        ),
        Example(
            Text("三天前的来电还不能判断。", "A call of three days ago cannot be judged yet."),
            [CALL],
            as_of=272,
            value=None,
            n=0,
            immature=1,
        ),
        Example(Text("没有来电:没有数据,而不是 0。", "No calls: no data, which is not 0."), [], value=None, n=0),
    ),
)
