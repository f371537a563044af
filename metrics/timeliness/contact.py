"""Referrals that no contact followed, or whose contact cannot be timed."""

from datetime import timedelta

import polars as pl

from metrics.model import LeftOut
from metrics.promises import NOT_SERVED
from metrics.text import Text

_SENT, _REACHED = pl.col("referred_at"), pl.col("contacted_at")
# A referral that ended in a cancellation was contacted, or not, before that.
IN_EARNEST = tuple(rule for rule in NOT_SERVED if rule.reason != "cancelled")


def not_contacted(within: timedelta) -> tuple[LeftOut, ...]:
    """Return the reasons for which the time from a referral to its contact cannot be judged, now or ever."""
    never = _REACHED.is_null() & (_SENT + within <= pl.col("as_of"))
    unlogged = Text("未记录联系,但已进入后续阶段", "no contact on record, though a later stage is")
    return (
        *IN_EARNEST,
        LeftOut("contact_unlogged", unlogged, _REACHED.is_null() & pl.col("went_on")),
        LeftOut("before_referral", Text("联系早于转介", "contacted before the referral"), _REACHED < _SENT),
        LeftOut("not_contacted", Text("未联系到", "never contacted"), never),
    )
