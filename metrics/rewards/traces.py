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


def traces(flagged_forms: pl.LazyFrame, staff: pl.LazyFrame, calendar: BusinessCalendar) -> pl.LazyFrame:
    """Return per unit and month how large each trace is: the largest group of forms alike, or the number of forms."""
    forms = returned(flagged_forms)
    grades = pl.concat_str(pl.col(item).fill_null("_") for item in ITEMS).alias("grades")
    named = [
        _largest(forms, SAME_HAND, [pl.col("verified_by"), _minute("verified_at", calendar), grades]),
        _largest(forms, SAME_MINUTE, [_minute("received_at", calendar), grades]),
        _largest(forms, SAME_CUSTOMER, [pl.coalesce("customer_id", "identity_key").alias("customer")]),
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


def _minute(at: str, calendar: BusinessCalendar) -> pl.Expr:
    """Return the minute of a time; a source that knows only the day says midnight, which is no minute."""
    local = pl.col(at).dt.convert_time_zone(calendar.zone)
    only_a_day = local.dt.time() == pl.time(0, 0, 0)
    return pl.when(~only_a_day).then(pl.col(at).dt.truncate("1m")).alias("minute")


def _largest(forms: pl.LazyFrame, trace: str, alike: Sequence[pl.Expr]) -> pl.LazyFrame:
    """Return the size of the largest group of forms that are known to be alike in everything named."""
    known = pl.all_horizontal(each.is_not_null() for each in alike)
    # Grouping by one number is far quicker than by six texts, and forms that have no like drop out first.
    hashed = forms.filter(known).select(*KEY, like=pl.struct(*KEY, *alike).hash())
    groups = hashed.filter(pl.col("like").is_duplicated()).group_by(*KEY, "like").agg(size=pl.len().cast(pl.Int64))
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
