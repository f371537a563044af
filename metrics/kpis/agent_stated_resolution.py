"""Agent-stated resolution: the share of answered contacts that the agent marked as resolved."""

import polars as pl

from metrics.episodes import ABANDONED, NOT_INBOUND, OUTCOME_UNSTATED
from metrics.model import Direction, Example, Kpi, Share, Unit
from metrics.text import Text

_RESOLVED = {"inbound": True, "handled": True, "disposition": "resolved", "started_at": 1}

KPI = Kpi(
    key="agent_stated_resolution",
    rank=80,
    name=Text("坐席自报解决率", "Resolution stated by agents"),
    question=Text("坐席认为多少来电已经解决?", "How many calls do agents say they resolved?"),
    why=Text(
        "与一次性解决率的差距,说明“已解决”有多可信。",
        "Its distance to first-contact resolution tells what it is worth.",
    ),
    formula=Text(
        "坐席标记已解决的接通来电 / 全部接通来电(按来电所在月)",
        "answered inbound contacts marked resolved / all with an outcome on record, by month of the contact",
    ),
    caveat=Text(
        "坐席自己的说法:客户可能再次来电;按通话而非按问题计。",
        "The agents' own word: the customer may call again. Counts calls, not issues.",
    ),
    unit=Unit.SHARE,
    direction=Direction.HIGHER_IS_BETTER,
    target=None,
    population="contacts",
    at=pl.col("started_at"),
    left_out=(NOT_INBOUND, ABANDONED, OUTCOME_UNSTATED),
    measure=Share(hit=pl.col("disposition") == "resolved"),
    examples=(
        Example(
            Text(
                "解决、承诺回电、未解决:承诺不是解决,1/3。",
                "Resolved, promised, unresolved: a promise is none, 1 of 3.",
            ),
            [{**_RESOLVED, "disposition": said} for said in ("resolved", "follow_up_promised", "unresolved")],
            value=1 / 3,
            n=3,
        ),
        Example(
            Text("放弃的来电和未记录结果的不计。", "Abandoned calls and those without an outcome are left out."),
            [
                _RESOLVED,
                {**_RESOLVED, "handled": False, "disposition": "unresolved"},
                {**_RESOLVED, "disposition": None},
            ],
            value=1.0,
            n=1,
            excluded=2,
        ),
        Example(Text("没有接通的来电:没有数据。", "No answered call: no data."), [], value=None, n=0),
    ),
)
