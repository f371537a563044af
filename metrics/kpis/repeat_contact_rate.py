"""Repeat contact rate: the share of contacts that another about the same issue follows within 7 days."""

from datetime import timedelta

import polars as pl

from metrics.episodes import ABANDONED, NOT_IDENTIFIED, NOT_INBOUND, not_yet_judged
from metrics.kpis.first_contact_resolution import CALL
from metrics.model import Direction, Example, Kpi, Share, Unit
from metrics.text import Text

_WINDOW = timedelta(days=7)

KPI = Kpi(
    key="repeat_contact_rate",
    rank=135,
    name=Text("重复来电率", "Repeat contact rate"),
    question=Text("客户多常为同一问题再次联系?", "How often does a customer come back about the same issue?"),
    why=Text("按原因看,就知道哪些来电本可避免。", "By reason it shows which contacts could have been avoided."),
    formula=Text(
        "7 天内有同一问题后续联系的来电数 / 已满 7 天的来电数",
        "contacts followed by another of the same issue within 7 days / contacts at least 7 days old",
    ),
    caveat=Text(
        "一次性解决率上升时,重复来电总量仍可能上升;两者并看。",
        "First-contact resolution can rise while repeats rise in number; see both.",
    ),
    unit=Unit.SHARE,
    direction=Direction.LOWER_IS_BETTER,
    target=None,
    population="contacts",
    at=pl.col("started_at"),
    window=_WINDOW,
    left_out=(NOT_INBOUND, ABANDONED, *NOT_IDENTIFIED),
    immature=not_yet_judged(_WINDOW),
    measure=Share(hit=pl.col("next_gap") <= _WINDOW),
    examples=(
        Example(
            Text("三次来电追同一问题:两次有后续。", "Three calls about one issue: two were followed by another."),
            [{**CALL, "next_gap": 24}, {**CALL, "next_gap": 24, "previous_gap": 24}, {**CALL, "previous_gap": 24}],
            value=2 / 3,
            n=3,
        ),
        Example(
            Text("第八天再来电不算重复。", "A call on the eighth day is no repeat."),
            [{**CALL, "next_gap": 7 * 24 + 1}],
            value=0.0,
            n=1,
        ),
        Example(Text("没有来电:没有数据。", "No calls: no data."), [], value=None, n=0),
    ),
)
