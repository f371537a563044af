"""Plants that are put into finished rows: a month of nothing but A, an exact tie, the share contacted in a minute."""

from datetime import timedelta
from typing import Final

import polars as pl

from sample_data import story
from sample_data.company import CODES
from sample_data.journey import WITHIN_ONE_MINUTE
from sample_data.span import ZONE

_ITEMS: Final = ("timeliness", "repair_quality", "attitude")
# One way to reach each total of the three items.
_GRADES_OF: Final = {6: "AAA", 5: "AAB", 4: "BAB", 3: "BBB", 2: "BAD", 1: "CBC"}
_VERIFIED: Final = ("confirmed", "corrected")
_MINUTE: Final = timedelta(minutes=1)


def planted(forms: pl.DataFrame) -> pl.DataFrame:
    """Return the forms with the planted months."""
    forms = _all_a(forms)
    for month, totals in story.TIE_MONTHS:
        forms = _exactly(forms, month, totals)
    return forms


def comes_back_in(unit: int, month: str) -> pl.Expr:
    """Return whether a form of the centre came back in the month."""
    received = pl.col("received_at").dt.convert_time_zone(ZONE).dt.strftime("%Y-%m")
    return (pl.col("org_unit_id") == CODES[unit]) & (received == month).fill_null(value=False)


def _all_a(forms: pl.DataFrame) -> pl.DataFrame:
    here = comes_back_in(story.ALL_A_UNIT, story.ALL_A_MONTH)
    verified = here & pl.col("verified").is_in(_VERIFIED)
    return forms.with_columns(
        *(pl.when(verified).then(pl.lit("A")).otherwise(pl.col(item)).alias(item) for item in _ITEMS),
        *_without_originals(verified),
        verified=pl.when(verified).then(pl.lit("confirmed")).otherwise("verified"),
        csat=pl.when(verified & pl.col("csat").is_not_null()).then(5).otherwise("csat"),
    )


def _without_originals(where: pl.Expr) -> list[pl.Expr]:
    return [pl.when(~where).then(pl.col(name)).alias(name) for name in (f"original_{item}" for item in _ITEMS)]


def _exactly(forms: pl.DataFrame, month: str, totals: tuple[int, ...]) -> pl.DataFrame:
    """Return the forms such that the month has just these totals; what came back beyond them was rejected."""
    here = comes_back_in(story.TIE_UNIT, month)
    place = here.cum_sum() - 1
    counted = here & (place < len(totals))
    graded = {
        item: pl.lit(pl.Series([_GRADES_OF[total][number] for total in totals])).gather(place.clip(0, len(totals) - 1))
        for number, item in enumerate(_ITEMS)
    }
    state = pl.when(counted).then(pl.lit("confirmed")).when(here).then(pl.lit("rejected")).otherwise("verified")
    received = pl.col("received_at") + pl.duration(days=2)
    return forms.with_columns(
        *(pl.when(counted).then(grades).otherwise(pl.col(item)).alias(item) for item, grades in graded.items()),
        *_without_originals(here),
        verified=state,
        verified_by=pl.when(here).then(pl.coalesce("verified_by", pl.lit("SV04"))).otherwise("verified_by"),
        verified_at=pl.when(here).then(pl.coalesce("verified_at", received)).otherwise("verified_at"),
    )


def contacted(events: pl.DataFrame) -> pl.DataFrame:
    """Return the events such that exactly the stated share of the contacted customers was reached within a minute.

    The months come close to it by themselves; a few contacts in all are noted earlier or later by seconds.
    """
    entered = events.filter(pl.col("kind") == "stage_enter")
    referred = entered.filter(pl.col("stage") == "referral").select("case_id", referred_at="at")
    reached = entered.filter(pl.col("stage") == "contact").join(referred, on="case_id")
    prompt = pl.col("at") - pl.col("referred_at") <= _MINUTE
    missing = round(WITHIN_ONE_MINUTE * reached.height) - reached.filter(prompt).height
    moved = reached.filter(~prompt if missing > 0 else prompt).head(abs(missing))
    wait = _MINUTE if missing > 0 else _MINUTE + timedelta(seconds=1)
    noted = moved.select("event_id", noted_at=pl.col("referred_at") + wait)
    return (
        events.join(noted, on="event_id", how="left", maintain_order="left")
        .with_columns(at=pl.coalesce("noted_at", "at"))
        .drop("noted_at")
    )
