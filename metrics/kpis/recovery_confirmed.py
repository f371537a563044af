"""Recovery confirmed: the share of recoveries in which the customer was asked whether all is well."""

import polars as pl

from metrics.model import Direction, Example, Kpi, Share, Unit
from metrics.recovery.steps import WINDOW
from metrics.text import Text

_ASKED = {"failure_detected_at": 1, "confirm_at": 2}

KPI = Kpi(
    key="recovery_confirmed",
    rank=192,
    name=Text("补救确认率", "Recovery confirmed"),
    question=Text("补救之后问过客户是否满意吗?", "Was the customer asked whether it helped?"),
    why=Text("没有确认的补救只是我们自己觉得补救了。", "A recovery that nobody confirmed is one only we believe in."),
    formula=Text(
        "14 天内做了确认的补救 / 满 14 天的补救(按发现月)",
        "recoveries confirmed within 14 days / recoveries at least 14 days old, by month found",
    ),
    caveat=Text(
        "确认的是“问过”,满意与否见补救成功率。",
        "Confirmed means asked; whether the customer was satisfied is recovery success.",
    ),
    unit=Unit.SHARE,
    direction=Direction.HIGHER_IS_BETTER,
    target=None,
    population="recoveries",
    at=pl.col("failure_detected_at"),
    window=WINDOW,
    immature=pl.col("as_of") < pl.col("failure_detected_at") + WINDOW,
    measure=Share(hit=pl.col("confirm_at") <= pl.col("failure_detected_at") + WINDOW),
    examples=(
        Example(
            Text(
                "两次确认、一次从未确认、一次满月才确认:2/4。", "Two confirmed, one never, one after a month: 2 of 4."
            ),
            [_ASKED, _ASKED, {"failure_detected_at": 1}, {**_ASKED, "confirm_at": 721}],
            value=0.5,
            n=4,
        ),
        Example(
            Text("三天前的失误还不能判断。", "A failure of three days ago cannot be judged yet."),
            [{"failure_detected_at": 9_928}],
            value=None,
            n=0,
            immature=1,
        ),
        Example(Text("没有补救:没有数据。", "No recoveries: no data."), [], value=None, n=0),
    ),
)
