"""Contacted within one minute: referrals whose customer was reached within 60 seconds, those never reached counted."""

from metrics.model import Direction, Example, Kpi, Share, Unit
from metrics.promises import not_due_yet
from metrics.text import Text
from metrics.timeliness.contact import DUE, ONE_MINUTE, REACHED, SENT, UNTOLD

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
        "转介后 60 秒内联系到的 /(60 秒内 + 更晚 + 已过一分钟仍未联系到)(按转介月)",
        "contacted within 60 seconds / (within 60 seconds + later + over a minute ago and not yet), by month referred",
    ),
    caveat=Text(
        "从未联系到的也是没有做到:只看联系到的会偏乐观,另列为“仅联系到的”;没记录联系却已进入后续阶段的单独计数。",
        "A customer never reached is a miss; among those reached alone it looks better, and that figure stands beside "
        "this one. A contact that nobody logged is counted apart.",
    ),
    unit=Unit.SHARE,
    direction=Direction.HIGHER_IS_BETTER,
    target=None,
    population="referrals",
    at=SENT,
    window=ONE_MINUTE,
    left_out=UNTOLD,
    immature=not_due_yet(due=DUE, done=REACHED),
    measure=Share(hit=REACHED <= DUE),
    examples=(
        Example(
            Text(
                "同时联系、一小时后、一直没有:三次中一次做到。", "At once, an hour later, never: one of three was kept."
            ),
            [{"referred_at": 1, "contacted_at": 1}, {"referred_at": 1, "contacted_at": 2}, {"referred_at": 1}],
            value=1 / 3,
            n=3,
        ),
        Example(
            Text(
                "刚转介的为时尚早;未记录的不知道。", "One of just now is too early; one that was not logged is unknown."
            ),
            [{"referred_at": 5}, {"referred_at": 1, "went_on": True}],
            value=None,
            n=0,
            immature=1,
            excluded=1,
            as_of=5,
        ),
        Example(Text("没有转介:没有数据。", "No referrals: no data."), [], value=None, n=0),
    ),
)
