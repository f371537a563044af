"""Contacted within one minute: the share of contacted customers who were reached within 60 seconds of the referral."""

from datetime import timedelta

import polars as pl

from metrics.model import Direction, Example, Kpi, Share, Unit
from metrics.text import Text
from metrics.timeliness.contact import not_contacted

_ONE_MINUTE = timedelta(minutes=1)
_SENT, _REACHED = pl.col("referred_at"), pl.col("contacted_at")

KPI = Kpi(
    key="contacted_within_one_minute",
    rank=210,
    name=Text("一分钟内联系率", "Contacted within one minute"),
    question=Text(
        "保险公司转介后,我们是否在一分钟内联系客户?", "Do we contact a customer within a minute of the referral?"
    ),
    why=Text(
        "客户还在车旁等待,谁先联系谁得到他。", "The customer still stands beside the car: the first to call wins."
    ),
    formula=Text(
        "转介后 60 秒内联系到的 / 全部联系到的转介(按转介月)",
        "contacted within 60 seconds of the referral / all referrals that were contacted, by month of the referral",
    ),
    caveat=Text(
        "从未联系到的不在内,单独计数:须与漏斗同看。",
        "Those who were never contacted are counted apart and not in it: read it beside the funnel.",
    ),
    unit=Unit.SHARE,
    direction=Direction.HIGHER_IS_BETTER,
    target=None,
    population="referrals",
    at=_SENT,
    left_out=not_contacted(_ONE_MINUTE),
    immature=_REACHED.is_null(),
    measure=Share(hit=_REACHED - _SENT <= _ONE_MINUTE),
    examples=(
        Example(
            Text("同时联系算一分钟内,一小时后不算:1/2。", "At once is within a minute, an hour later is not: 1 of 2."),
            [{"referred_at": 1, "contacted_at": 1}, {"referred_at": 1, "contacted_at": 2}],
            value=0.5,
            n=2,
        ),
        Example(
            Text("未联系到的单独计数,刚转介的为时尚早。", "Never contacted is apart; one of just now is too early."),
            [{"referred_at": 1}, {"referred_at": 5}, {"referred_at": 1, "went_on": True}],
            value=None,
            n=0,
            immature=1,
            excluded=2,
            as_of=5,
        ),
        Example(Text("没有转介:没有数据。", "No referrals: no data."), [], value=None, n=0),
    ),
)
