"""Exact sums of every unit's months under a policy's scores, from counts of forms that are alike.

Forms are first counted by unit, month, standing and grades, once for all policies; whatever a policy makes of them is
then computed on a few thousand rows, in whole numbers.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any, Final

import polars as pl

from metrics.engine import COUNTED
from metrics.populations.forms import ITEMS
from metrics.rewards.form_month import FormMonth, Returns, Sum
from metrics.rewards.policy import SatisfactionPolicy
from metrics.rewards.standing import (
    AS_UNVERIFIED,
    PARTIAL,
    REJECTED,
    UNVERIFIED,
    bears_only,
    graded_weight,
    is_verified,
    raw_score,
    standing,
    would_stand,
)

KEY: Final = ("unit", "month")
# Forms that are alike in these are counted together; grades are the contract's own letters.
PROFILE: Final = (*KEY, "status", AS_UNVERIFIED, "verified", *ITEMS)
PROFILES: Final = pl.Schema({**dict.fromkeys(PROFILE, pl.String()), "forms": pl.Int64()})
RESPONSES: Final = pl.Schema(
    {**dict.fromkeys(KEY, pl.String()), "sent": pl.Int64(), "answered": pl.Int64(), "may_still_come": pl.Int64()}
)
JOBS: Final = pl.Schema({**dict.fromkeys(KEY, pl.String()), "jobs": pl.Int64()})
TRACES: Final = pl.Schema({**dict.fromkeys(KEY, pl.String()), "trace": pl.String(), "size": pl.Int64()})
DAYS: Final = pl.Schema({**dict.fromkeys(KEY, pl.String()), "day": pl.Date(), "forms": pl.Int64()})

_RETURNED: Final = (COUNTED, PARTIAL, UNVERIFIED, REJECTED)

Unit = str
Key = tuple[str, str]
ByUnit = Mapping[Unit, Mapping[str, FormMonth]]


@dataclass(frozen=True, eq=False)
class Counts:
    """Counts of every unit's months: forms by `PROFILE` and by day, forms sent and answered, jobs done, and traces."""

    profiles: pl.DataFrame = field(default_factory=PROFILES.to_frame)
    responses: pl.DataFrame = field(default_factory=RESPONSES.to_frame)
    jobs: pl.DataFrame = field(default_factory=JOBS.to_frame)
    traces: pl.DataFrame = field(default_factory=TRACES.to_frame)
    days: pl.DataFrame = field(default_factory=DAYS.to_frame)


def form_months(counts: Counts, policy: SatisfactionPolicy) -> ByUnit:
    """Return what the months of every unit add up to under a policy's scores."""
    sums, extremes = _sums(counts.profiles, policy), _by_key(_extremes(counts.profiles, policy))
    returns, jobs = _returns(counts), _by_key(counts.jobs)
    found: dict[Unit, dict[str, FormMonth]] = defaultdict(dict)
    for unit, month in sorted({*returns, *jobs}):
        key = (unit, month)
        scored = sums.get(key, {})
        found[unit][month] = FormMonth(
            used=scored.get("used", Sum()),
            verified=scored.get("verified", Sum()),
            of_any_state=scored.get("of_any_state", Sum()),
            returns=returns.get(key, Returns()),
            **extremes.get(key, {}),
            **jobs.get(key, {}),
        )
    return found


def added(frames: Iterable[pl.DataFrame], schema: pl.Schema) -> pl.DataFrame:
    """Return counts of several pieces as one; counts add, whatever the pieces are."""
    numbers = [name for name, dtype in schema.items() if dtype == pl.Int64]
    keys = [name for name in schema if name not in numbers]
    pieces = pl.concat([schema.to_frame(), *frames])
    return pieces.group_by(keys).agg(pl.col(numbers).sum()).sort(keys)


def _sums(profiles: pl.DataFrame, policy: SatisfactionPolicy) -> dict[Key, dict[str, Sum]]:
    """Return the exact sums of scores per unit and month; forms with as much graded are added before scaling up."""
    counts = standing(policy) == COUNTED
    sets = {"used": counts, "verified": counts & is_verified(), "of_any_state": would_stand(policy) == COUNTED}
    marked = profiles.lazy().with_columns(**sets, raw=raw_score(policy), weight=graded_weight(policy))
    forms, raw = pl.col("forms"), pl.col("raw")
    sums = [each.filter(name).sum() for name in sets for each in (forms, raw * forms, raw**2 * forms)]
    added_up = (
        marked.filter(pl.any_horizontal(*sets))
        .group_by(*KEY, "weight")
        .agg(each.alias(str(place)) for place, each in enumerate(sums))
    )
    every, found = sum(policy.item_weights), defaultdict[Key, dict[str, Sum]](dict)
    for unit, month, weight, *numbers in added_up.collect().iter_rows():
        scale, here = Fraction(every, weight), found[unit, month]
        for name, (n, total, squares) in zip(sets, zip(*[iter(numbers)] * 3, strict=True), strict=True):
            more = Sum(n, total * scale, squares * scale**2)
            here[name] = here[name] + more if name in here else more
    return found


def _extremes(profiles: pl.DataFrame, policy: SatisfactionPolicy) -> pl.DataFrame:
    """Return whether every form of a month that could count bears only the best, or only the worst, grades.

    A partial form that is left out counts here: a blank must not make a month perfect.
    """
    could_count = is_verified() if policy.only_verified else is_verified() | (pl.col("status") == UNVERIFIED)
    graded = pl.any_horizontal(pl.col(item).is_not_null() for item in policy.items)
    return (
        profiles.filter(could_count & graded)
        .group_by(KEY)
        .agg(all_max=bears_only(policy, policy.best).all(), all_min=bears_only(policy, policy.worst).all())
    )


def _returns(counts: Counts) -> dict[Key, Returns]:
    status, forms = pl.col("status"), pl.col("forms")
    kinds = {
        "returned": status.is_in(_RETURNED),
        "verified": is_verified(),
        "unverified": status == UNVERIFIED,
        "rejected": status == REJECTED,
        "corrected": is_verified() & (pl.col("verified") == "corrected"),
        "partial": (status == PARTIAL) | ((status == UNVERIFIED) & (pl.col(AS_UNVERIFIED) == PARTIAL)),
    }
    sums = {name: forms.filter(holds).sum() for name, holds in kinds.items()}
    came_back = _by_key(counts.profiles.group_by(KEY).agg(**sums))
    sent = _by_key(counts.responses)
    return {key: Returns(**sent.get(key, {}), **came_back.get(key, {})) for key in {*sent, *came_back}}


def _by_key(rows: pl.DataFrame) -> dict[Key, dict[str, Any]]:
    """Return the further columns of each unit's month."""
    return {(row.pop("unit"), row.pop("month")): row for row in rows.to_dicts()}
