"""Contact after a referral: which referrals can be judged at all, and by when a contact was due."""

from datetime import timedelta

import polars as pl

from metrics.model import LeftOut
from metrics.promises import NOT_SERVED
from metrics.text import Text

ONE_MINUTE = timedelta(minutes=1)
SENT, REACHED = pl.col("referred_at"), pl.col("contacted_at")
DUE = SENT + ONE_MINUTE

# A referral that ended in a cancellation was contacted, or not, before that.
IN_EARNEST = tuple(rule for rule in NOT_SERVED if rule.reason != "cancelled")
UNTOLD = (
    *IN_EARNEST,
    LeftOut(
        "contact_unlogged",
        Text("未记录联系,但已进入后续阶段", "no contact on record, though a later stage is"),
        REACHED.is_null() & pl.col("went_on"),
    ),
    LeftOut("before_referral", Text("联系早于转介", "contacted before the referral"), REACHED < SENT),
)
NEVER_CONTACTED = LeftOut(
    "not_contacted", Text("未联系到", "never contacted"), REACHED.is_null() & (pl.col("as_of") >= DUE)
)
