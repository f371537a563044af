"""KPIs that are percentiles of a wait: with those still waiting, among those whose wait has ended, in working time."""

import polars as pl

from metrics.model import Direction, Kpi, Quantile, Unit
from metrics.text import Text
from metrics.timeliness.examples import calendar_examples, ended_examples, working_examples
from metrics.timeliness.waits import Wait, no_calendar

_NAMES = {0.5: Text("中位数", "median"), 0.8: Text("P80", "80th percentile"), 0.9: Text("P90", "90th percentile")}
_IN_FORMULA = {0.5: "中位数", 0.8: " P80", 0.9: " P90"}
_WHY = {
    0.5: Text("平均数会被少数极长的等待拉偏,中位数不会。", "A few endless waits drag a mean along, but not a median."),
    0.8: Text("五位客户中有一位等得更久。", "One customer in five waits longer."),
    0.9: Text(
        "十位客户中有一位等得更久:抱怨由此而来。", "One customer in ten waits longer: complaints come from there."
    ),
}


def waiting_time(wait: Wait, q: float, rank: int) -> Kpi:
    """Return the KPI `<wait>_time_p<q>`: wall-clock time, with cases that still wait counted as waiting."""
    since = pl.col("created_at")
    waited = pl.when(wait.over).then(wait.done).otherwise("as_of") - since
    return Kpi(
        key=f"{wait.key}_time_p{_percent(q)}",
        rank=rank,
        name=_named(wait, q),
        question=wait.question,
        why=_WHY[q],
        formula=Text(
            f"从创建到{_until(wait)}所用时间的{_IN_FORMULA[q]};有案件尚在等待时按 Kaplan–Meier 估计,"
            "否则用第 7 型分位数(按创建月)",
            f"{_NAMES[q].en} of the time from creation until {wait.ended.en}: by Kaplan–Meier where cases still wait, "
            "type 7 where none does; by month of creation",
        ),
        caveat=Text(
            "按自然时间,夜间与节假日也算:这是客户真正等的时间。等到的人还太少时,尚无数值。",
            "Wall-clock time, nights and holidays included: what the customer lived through. While too few have been "
            "served there is no value yet.",
        ),
        unit=Unit.SECONDS,
        direction=Direction.LOWER_IS_BETTER,
        target=None,
        population="cases",
        at=since,
        left_out=wait.left_out,
        measure=Quantile(waited, q, wait.over),
        examples=calendar_examples(wait, q),
    )


def ended_only(wait: Wait, q: float, rank: int, suffix: str) -> Kpi:
    """Return the KPI `<wait>_time_p<q>_<suffix>`: type 7 among cases whose wait has ended, without those that wait."""
    return Kpi(
        key=f"{wait.key}_time_p{_percent(q)}_{suffix}",
        rank=rank,
        name=_named(wait, q, Text(f",仅{wait.ended.zh}的案件", f", {wait.ended.en} cases only")),
        question=wait.question,
        why=Text(
            "许多系统只报告这一口径;放在一起才看得出差别。",
            "Many systems report only this; beside the honest figure the difference shows.",
        ),
        formula=Text(
            f"{wait.ended.zh}的案件从创建到{_until(wait)}所用时间的{_IN_FORMULA[q]}(第 7 型分位数,按创建月)",
            f"{_NAMES[q].en} (type 7) of the time from creation, among cases already {wait.ended.en}, by month of "
            "creation",
        ),
        caveat=Text(
            "尚在等待的案件不在内,所以偏乐观,近期尤其如此。",
            "Cases that still wait are missing, so it flatters, most of all in the latest months.",
        ),
        unit=Unit.SECONDS,
        direction=Direction.LOWER_IS_BETTER,
        target=None,
        population="cases",
        at=pl.col("created_at"),
        left_out=wait.left_out,
        immature=~wait.over,
        measure=Quantile(wait.done - pl.col("created_at"), q),
        examples=ended_examples(wait, q),
    )


def working_time(wait: Wait, q: float, rank: int) -> Kpi:
    """Return the KPI `<wait>_working_time_p<q>`: time on the service's own calendar, without pauses."""
    return Kpi(
        key=f"{wait.key}_working_time_p{_percent(q)}",
        rank=rank,
        name=_named(wait, q, Text(",工作时间", ", in working time")),
        question=wait.question,
        why=Text(
            "承诺以工作时间计:看服务本身是否拖延。",
            "Promises are made in working time: it shows the service's own part.",
        ),
        formula=Text(
            f"从创建到{_until(wait)}所用工作时间(扣除暂停与重开前的关闭)的{_IN_FORMULA[q]};有案件尚在等待时按 "
            "Kaplan–Meier 估计,否则用第 7 型分位数(按创建月)",
            f"{_NAMES[q].en} of the working time from creation until {wait.ended.en}, less pauses and time closed: by "
            "Kaplan–Meier where cases still wait, type 7 where none does; by month of creation",
        ),
        caveat=Text(
            "夜间到达从下一次开门起算,可能为 0 而客户等了一夜:须与自然时间同看。",
            "A case of the night starts at opening, so it can be 0 while a customer waited till morning: read it "
            "beside wall-clock time.",
        ),
        unit=Unit.WORKING_SECONDS,
        direction=Direction.LOWER_IS_BETTER,
        target=None,
        population="case_clocks",
        at=pl.col("created_at"),
        left_out=(*wait.left_out, no_calendar(wait.worked)),
        measure=Quantile(pl.col(wait.worked), q, wait.over & ~wait.running),
        examples=working_examples(wait, q),
    )


def _until(wait: Wait) -> str:
    """Return the end of a wait as it stands in "从创建到……", which takes no 已."""
    return wait.ended.zh.removeprefix("已")


def _percent(q: float) -> int:
    return round(100 * q)


def _named(wait: Wait, q: float, more: Text | None = None) -> Text:
    zh, en = (more.zh, more.en) if more else ("", "")
    return Text(f"{wait.name.zh}({_NAMES[q].zh}{zh})", f"{wait.name.en}, {_NAMES[q].en}{en}")
