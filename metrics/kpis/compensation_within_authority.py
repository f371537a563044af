"""Compensation within authority: the share of compensations no larger than whoever granted them may grant."""

import polars as pl

from metrics.model import Direction, Example, Kpi, LeftOut, Share, Unit
from metrics.text import Text

_PAID, _LIMIT = pl.col("compensation_amount"), pl.col("authority_limit")
_KEPT = {"failure_detected_at": 1, "compensation_amount": 20_000, "authority_limit": 20_000}

KPI = Kpi(
    key="compensation_within_authority",
    rank=193,
    name=Text("补偿权限合规率", "Compensation within authority"),
    question=Text("补偿是否在授权额度之内?", "Is compensation kept within what was authorised?"),
    why=Text("越权补偿既是成本,也是先例。", "Paying beyond authority is a cost and a precedent."),
    formula=Text(
        "不超过权限的补偿 / 有金额和权限的补偿(按发现月)",
        "compensations up to the limit / compensations with an amount and a limit, by month found",
    ),
    caveat=Text(
        "经上级批准的超额在数据中看不出来;没有补偿的不计。",
        "An excess that somebody approved cannot be told from one that nobody did; no compensation is not judged.",
    ),
    unit=Unit.SHARE,
    direction=Direction.HIGHER_IS_BETTER,
    target=None,
    population="recoveries",
    at=pl.col("failure_detected_at"),
    left_out=(
        LeftOut("not_paid", Text("没有补偿", "nothing was paid"), _PAID.is_null() | (_PAID == 0)),
        LeftOut("no_limit", Text("未记录权限", "no limit on record"), _LIMIT.is_null()),
    ),
    measure=Share(hit=_PAID <= _LIMIT),
    examples=(
        Example(
            Text(
                "四次补偿,恰好到限的合规,一次多一分:3/4。",
                "Four paid, just the limit is within, one a cent more: 3 of 4.",
            ),
            [*[_KEPT] * 3, {**_KEPT, "compensation_amount": 20_001}],
            value=0.75,
            n=4,
        ),
        Example(
            Text("没付钱不算守规矩。", "Paying nothing is no obedience."),
            [{"failure_detected_at": 1, "authority_limit": 5}, {**_KEPT, "compensation_amount": 0}],
            value=None,
            n=0,
            excluded=2,
        ),
        Example(Text("没有补救:没有数据。", "No recoveries: no data."), [], value=None, n=0),
    ),
)
