"""Recovery in order: the share of recoveries whose steps were taken in the order of the procedure."""

import polars as pl

from metrics.model import Direction, Example, Kpi, LeftOut, Share, Unit
from metrics.text import Text

_TWO = 2
_RIGHT = {"failure_detected_at": 1, "steps_done": 3, "out_of_order": False}

KPI = Kpi(
    key="recovery_in_order",
    rank=191,
    name=Text("补救顺序合规率", "Recovery in order"),
    question=Text("补救是否按先道歉、后补偿的次序进行?", "Do recoveries follow the order, apology before money?"),
    why=Text("先谈钱后道歉,客户听到的是打发。", "Money before an apology sounds like being paid to go away."),
    formula=Text(
        "各步先后无误的补救 / 至少做了两步的补救(按发现月)",
        "recoveries without a step before its predecessor / those with at least two steps, by month found",
    ),
    caveat=Text(
        "跳过的步骤不算次序错误,见完成度;后续步骤仍可能出错。",
        "A skipped step is no wrong order: see the steps done. A step still to come may yet be out of order.",
    ),
    unit=Unit.SHARE,
    direction=Direction.HIGHER_IS_BETTER,
    target=None,
    population="recoveries",
    at=pl.col("failure_detected_at"),
    left_out=(
        LeftOut(
            "one_step", Text("不足两步,无先后可言", "fewer than two steps have an order"), pl.col("steps_done") < _TWO
        ),
    ),
    measure=Share(hit=~pl.col("out_of_order")),
    examples=(
        Example(
            Text("四次补救,一次先补偿后道歉:3/4。", "Four recoveries, one paid before it apologised: 3 of 4."),
            [*[_RIGHT] * 3, {**_RIGHT, "out_of_order": True}],
            value=0.75,
            n=4,
        ),
        Example(
            Text("只做一步的没有先后,不算合规。", "A single step has no order and is no proof of it."),
            [{**_RIGHT, "steps_done": 1}, {**_RIGHT, "steps_done": 0}],
            value=None,
            n=0,
            excluded=2,
        ),
        Example(Text("没有补救:没有数据。", "No recoveries: no data."), [], value=None, n=0),
    ),
)
