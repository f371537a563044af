"""Traces that invented forms leave behind: forms alike in the same minute, one customer, no work, the unit's own hand.

They prove nothing by themselves; a statement says them so that somebody looks.
"""

from collections.abc import Iterable, Sequence

import polars as pl

from metrics.calendar import BusinessCalendar
from metrics.engine import COUNTED
from metrics.populations import UNKNOWN
from metrics.populations.forms import ITEMS
from metrics.rewards.standing import PARTIAL, UNVERIFIED
from metrics.rewards.tallies import DAYS, KEY, TRACES

SAME_HAND, SAME_MINUTE, SAME_CUSTOMER = "same_hand", "same_minute", "same_customer"
WITHOUT_WORK, OWN_VERIFIER = "without_work", "own_verifier"
_NUMBERS = (WITHOUT_WORK, OWN_VERIFIER)
_LOOKED_AT = (
    "key", "verified_by", "verified_at", "received_at", "customer_id", "identity_key", "job_id", "linked_case", *ITEMS
)  # fmt: skip
_SECONDS_IN_A_MINUTE = 60


def traces(flagged_forms: pl.LazyFrame, staff: pl.LazyFrame, calendar: BusinessCalendar) -> pl.LazyFrame:
    """Return per unit and month how large each trace is: the largest group of forms alike, or the number of forms."""
    forms = returned(flagged_forms).select(*KEY, *_LOOKED_AT)
    customer = pl.coalesce("customer_id", "identity_key")
    named = [
        _of_one_minute(forms, SAME_HAND, "verified_at", ["verified_by", *ITEMS], calendar),
        _of_one_minute(forms, SAME_MINUTE, "received_at", [*ITEMS], calendar),
        _largest(_alike(forms.filter(customer.is_not_null()), [customer]), SAME_CUSTOMER),
        _number(forms.filter(pl.col("job_id").is_null() & pl.col("linked_case").is_null()), WITHOUT_WORK),
        _number(_by_own_staff(forms, staff), OWN_VERIFIER),
    ]
    return pl.concat([each.select(TRACES.names()) for each in named])


def days(flagged_forms: pl.LazyFrame) -> pl.LazyFrame:
    """Return how many forms came back to a unit on each day of a month."""
    return returned(flagged_forms).group_by(*KEY, "day").agg(forms=pl.len().cast(pl.Int64)).select(DAYS.names())


def returned(flagged_forms: pl.LazyFrame) -> pl.LazyFrame:
    """Return the forms of known units that came back and were not rejected."""
    could_count = pl.col("status").is_in([COUNTED, PARTIAL, UNVERIFIED])
    return flagged_forms.filter(could_count & (pl.col("unit") != UNKNOWN))


def joined(pieces: Iterable[pl.DataFrame]) -> pl.DataFrame:
    """Return the traces of several pieces as one: numbers add, of the groups alike the largest stays."""
    size = pl.col("size")
    is_number = pl.col("trace").first().is_in(_NUMBERS)
    together = pl.concat([TRACES.to_frame(), *pieces]).group_by(*KEY, "trace")
    return together.agg(size=pl.when(is_number).then(size.sum()).otherwise(size.max())).sort(*KEY, "trace")


def _of_one_minute(
    forms: pl.LazyFrame, trace: str, at: str, others: Sequence[str], calendar: BusinessCalendar
) -> pl.LazyFrame:
    """Return the largest group that is alike in a minute and in `others`; of the latter the first must be known.

    A source that knows only the day says midnight, which is no minute.
    """
    minute = pl.col(at).dt.epoch("s") // _SECONDS_IN_A_MINUTE
    known = forms.filter(pl.col(at).is_not_null() & pl.col(others[0]).is_not_null())
    local = pl.col(at).dt.convert_time_zone(calendar.zone)
    return _largest(_alike(known, [minute, *map(pl.col, others)]).filter(local.dt.time() != pl.time(0, 0, 0)), trace)


def _alike(forms: pl.LazyFrame, what: Sequence[pl.Expr]) -> pl.LazyFrame:
    """Return the forms of a unit's month that have their like in it, with the number `like` that they share.

    Grouping by one number is far quicker than by six texts.
    """
    return forms.with_columns(like=pl.struct(*KEY, *what).hash()).filter(pl.col("like").is_duplicated())


def _largest(alike: pl.LazyFrame, trace: str) -> pl.LazyFrame:
    groups = alike.group_by(*KEY, "like").agg(size=pl.len().cast(pl.Int64))
    return groups.group_by(KEY).agg(pl.col("size").max()).with_columns(trace=pl.lit(trace))


def _number(forms: pl.LazyFrame, trace: str) -> pl.LazyFrame:
    return forms.group_by(KEY).agg(size=pl.len().cast(pl.Int64)).with_columns(trace=pl.lit(trace))


def _by_own_staff(forms: pl.LazyFrame, staff: pl.LazyFrame) -> pl.LazyFrame:
    """Return forms whose verifier worked in the very unit that the form is about, on the day of verification."""
    places = staff.select("valid_from", "valid_to", verified_by="staff_id", unit="org_unit_id")
    day = pl.col("verified_at").dt.date()
    then = (day >= pl.col("valid_from")) & (pl.col("valid_to").is_null() | (day < pl.col("valid_to")))
    verified = forms.select(*KEY, "key", "verified_by", "verified_at").filter(pl.col("verified_by").is_not_null())
    own = verified.join(places, on=["verified_by", "unit"], how="inner")
    return own.filter(then.fill_null(value=True)).unique("key")
