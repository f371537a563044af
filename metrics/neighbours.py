"""Contacts about one issue in their order: the time between neighbours, and since the contact that began an episode."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from datetime import timedelta

import polars as pl

# How long an episode lasts that is counted from its first contact on, and how far back that one is looked for.
FROM_START = timedelta(days=7)
LOOKED_BACK = timedelta(days=30)

_MICROSECOND = timedelta(microseconds=1)
_FOUND = pl.Schema(
    {
        "contact_id": pl.String(),
        "previous_gap": pl.Duration("us"),
        "next_gap": pl.Duration("us"),
        "start_gap": pl.Duration("us"),
    }
)


def with_gaps(rows: pl.LazyFrame) -> pl.LazyFrame:
    """Return rows with the times between handled inbound contacts of one `issue`; null where there is no such one.

    Contacts of one `number` are neighbours too: one that names its customer, and one that brings only the number.
    `previous_gap` and `next_gap` run to the neighbours; `start_gap` runs from the contact that began the episode, where
    an episode lasts `FROM_START` from its first contact's end, however often the customer comes back meanwhile.
    """
    chained = rows.filter(pl.col("inbound") & pl.col("handled") & pl.col("issue").is_not_null())
    chained = chained.select("contact_id", "issue", "number", "started_at", "ended_at")
    return rows.join(chained.map_batches(_gaps, schema=_FOUND), on="contact_id", how="left")


def since_start(starts: Sequence[int], ends: Sequence[int]) -> list[int | None]:
    """Return for each contact of an issue the time since the end of the one that began its episode; None if itself.

    Times are whole microseconds, in order of `starts`. The first contact within `LOOKED_BACK` begins an episode; the
    first one beyond `FROM_START` after its end begins the next, and so on: what happened longer ago changes nothing.
    """
    window, back = (time // _MICROSECOND for time in (FROM_START, LOOKED_BACK))
    found: list[int | None] = []
    for place, start in enumerate(starts):
        begun = bisect_left(starts, start - back, hi=place)
        while (later := bisect_right(starts, ends[begun] + window, begun + 1)) <= place:
            begun = later
        found.append(None if begun == place else start - ends[begun])
    return found


def _gaps(contacts: pl.DataFrame) -> pl.DataFrame:
    by_issue, by_number = _along(contacts, "issue"), _along(contacts.drop_nulls("number"), "number")
    nearest = {name: pl.min_horizontal(name, f"{name}_again") for name in ("previous_gap", "next_gap")}
    both = by_issue.join(by_number, on="contact_id", how="left", suffix="_again")
    return both.with_columns(**nearest, start_gap=pl.coalesce("start_gap", "start_gap_again")).select(_FOUND.names())


def _along(contacts: pl.DataFrame, same: str) -> pl.DataFrame:
    # Sorting once and comparing neighbours is several times quicker than a window per issue.
    ordered = contacts.sort(same, "started_at", "contact_id")
    same_before = pl.col(same) == pl.col(same).shift(1)
    same_after = pl.col(same) == pl.col(same).shift(-1)
    found = ordered.with_columns(
        previous_gap=pl.when(same_before).then(pl.col("started_at") - pl.col("ended_at").shift(1)),
        next_gap=pl.when(same_after).then(pl.col("started_at").shift(-1) - pl.col("ended_at")),
    )
    return _with_start_gap(found).select(_FOUND.names())


def _with_start_gap(ordered: pl.DataFrame) -> pl.DataFrame:
    begins = pl.col("previous_gap").is_null() | (pl.col("previous_gap") > FROM_START)
    since_first = pl.col("started_at") - pl.when(begins).then("ended_at").forward_fill()
    rows = ordered.with_columns(chain=begins.cum_sum(), start_gap=pl.when(~begins).then(since_first))
    # Only a chain that goes on for longer than the window holds more than one episode.
    longer = rows.filter(pl.col("start_gap") > FROM_START).select("chain").unique()
    counted = _counted(rows.join(longer, on="chain", how="semi"))
    found = rows.join(counted.with_columns(long=pl.lit(value=True)), on="contact_id", how="left")
    return found.with_columns(start_gap=pl.when("long").then("counted").otherwise("start_gap"))


def _counted(rows: pl.DataFrame) -> pl.DataFrame:
    """Return the time `counted` since the start of its episode of each contact of some chains, taken one by one."""
    times = pl.col("started_at", "ended_at").to_physical()
    chains = rows.group_by("chain", maintain_order=True).agg("contact_id", times)
    pairs = zip(chains["started_at"], chains["ended_at"], strict=True)
    gaps = [since_start(starts.to_list(), ends.to_list()) for starts, ends in pairs]
    counted = pl.Series("counted", gaps, dtype=pl.List(pl.Duration("us")))
    return chains.select("contact_id", counted).explode("contact_id", "counted")
