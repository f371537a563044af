"""Contacted within one minute, among the customers who were reached at all: the flattering reading, named so."""

from dataclasses import replace

from metrics.kpis.contacted_within_one_minute import KPI as OF_ALL
from metrics.model import Example
from metrics.text import Text
from metrics.timeliness.contact import NEVER_CONTACTED, REACHED, UNTOLD

KPI = replace(
    OF_ALL,
    key="contacted_within_one_minute_reached_only",
    rank=211,
    name=Text("一分钟内联系率(仅联系到的)", "Contacted within one minute, customers reached only"),
    why=Text(
        "许多系统只报告这一口径;放在一起才看得出差别。",
        "Many systems report only this; beside the honest figure the difference shows.",
    ),
    formula=Text(
        "转介后 60 秒内联系到的 / 全部联系到的转介(按转介月)",
        "contacted within 60 seconds of the referral / all referrals that were contacted, by month of the referral",
    ),
    caveat=Text(
        "从未联系到的不在内,单独计数,因此偏高。",
        "Those who were never contacted are counted apart and not in it, so it flatters.",
    ),
    left_out=(*UNTOLD, NEVER_CONTACTED),
    immature=REACHED.is_null(),
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
