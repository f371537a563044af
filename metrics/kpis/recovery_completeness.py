"""Recovery completeness: the mean share of the five recovery steps that were done."""

import polars as pl

from metrics.model import Direction, Example, Kpi, Mean, Unit
from metrics.recovery.steps import STEPS, WINDOW
from metrics.text import Text

_DONE = {"failure_detected_at": 1, "steps_done": 5}

KPI = Kpi(
    key="recovery_completeness",
    rank=190,
    name=Text("补救步骤完成度", "Recovery steps done"),
    question=Text("出错之后,五个补救步骤做了几个?", "After a failure, how many of the five steps are taken?"),
    why=Text("只道歉不确认,等于没有补救完。", "An apology without asking whether it helped is half a recovery."),
    formula=Text(
        "已做步骤数 / 5 的平均(道歉、重新服务、安抚、补偿、确认;满 14 天的补救,按发现月)",
        "mean of steps done / 5 (apologise, redo, calm, compensate, confirm), recoveries 14 days old, by month found",
    ),
    caveat=Text(
        "并非每次失误都需要全部五步;没有记录的步骤按未做计。",
        "Not every failure needs all five; a step that nobody recorded counts as not done.",
    ),
    unit=Unit.SHARE,
    direction=Direction.HIGHER_IS_BETTER,
    target=None,
    population="recoveries",
    at=pl.col("failure_detected_at"),
    window=WINDOW,
    immature=pl.col("as_of") < pl.col("failure_detected_at") + WINDOW,
    measure=Mean(value=pl.col("steps_done") / len(STEPS), bounds=(0.0, 1.0)),
    examples=(
        Example(
            Text("一次五步、一次两步:平均 70 %。", "One with all five, one with two: 70 % on average."),
            [_DONE, {**_DONE, "steps_done": 2}],
            value=0.7,
            n=2,
        ),
        Example(
            Text(
                "昨天开始的即使已做完也不计:否则只有快的先算。",
                "Yesterday's does not count even if done: else only the quick would.",
            ),
            [{**_DONE, "failure_detected_at": 9_980}, {**_DONE, "steps_done": 0}],
            value=0.0,
            n=1,
            immature=1,
        ),
        Example(Text("没有补救:没有数据。", "No recoveries: no data."), [], value=None, n=0),
    ),
)
