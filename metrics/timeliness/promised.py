"""Attainment if pauses stop the clock, and if they do not: the distance between the two is what pauses bought."""

import polars as pl

from metrics.model import Direction, Example, Kpi, Share, Unit
from metrics.promises import NOT_SERVED, no_promise, not_due_yet
from metrics.text import Text
from metrics.timeliness.waits import no_calendar

_WITH, _WITHOUT = "due_with_pauses_at", "due_without_pauses_at"
_DONE = pl.col("resolved_first_at")
_PAUSED = {"resolve_due_at": 5, _WITHOUT: 5, _WITH: 8}


def attainment(key: str, rank: int, name: Text, due: str) -> Kpi:
    """Return the KPI that judges resolutions by the due time in the column `due` of the population "case_clocks"."""
    return Kpi(
        key=key,
        rank=rank,
        name=name,
        question=Text("暂停计时在多大程度上让我们“按时”?", "How much of our being on time is owed to paused clocks?"),
        why=Text(
            "暂停多的团队看上去更及时;两者之差就是暂停的作用。",
            "A team that pauses much looks prompt; the distance between the two is what pauses bought.",
        ),
        formula=Text(
            f"按时解决数 /(按时 + 超时 + 已到期仍未解决),期限{'随暂停顺延' if due == _WITH else '不因暂停顺延'}"
            "(按解决期限所在月)",
            f"resolved by the due time / (resolved in time + late + open past due), the due time "
            f"{'moved by' if due == _WITH else 'not moved by'} the working time in pauses; by month of due time",
        ),
        caveat=Text(
            "只有事件里记录的暂停才算;来源的期限是否已随暂停顺延,在 policy.toml 中声明。",
            "Only pauses on record as events count. Whether the source's due times have moved with them already is "
            "said in policy.toml.",
        ),
        unit=Unit.SHARE,
        direction=Direction.HIGHER_IS_BETTER,
        target=None,
        population="case_clocks",
        at=pl.coalesce(due, "resolve_due_at", "created_at"),
        left_out=(*NOT_SERVED, no_promise(pl.col("resolve_due_at").is_null()), no_calendar(due)),
        immature=not_due_yet(due=pl.col(due), done=_DONE),
        measure=Share(hit=pl.col(due) >= _DONE),
        examples=_examples(hits=2 if due == _WITH else 1),
    )


def _examples(hits: int) -> tuple[Example, ...]:
    return (
        Example(
            Text(
                "期限 5 时,暂停后 8 时;4、7、9 时解决。",
                "Due at 5, or at 8 with the pause; resolved at 4, 7 and 9.",
            ),
            [{**_PAUSED, "resolved_first_at": done} for done in (4, 7, 9)],
            value=hits / 3,
            n=3,
        ),
        Example(
            Text(
                "已到期未解决是违约;没有日历无法判断。",
                "Open past due is a breach; without a calendar nobody can tell.",
            ),
            [_PAUSED, {"resolve_due_at": 5, "resolved_first_at": 4}],
            value=0.0,
            n=1,
            excluded=1,
        ),
        Example(Text("没有案件:没有数据。", "No cases: no data."), [], value=None, n=0),
    )
