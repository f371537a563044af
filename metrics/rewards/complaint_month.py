"""What a unit's complaints of one month add up to: how many count, what they weigh, over how many jobs."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction

import polars as pl

from metrics.engine import COUNTED
from metrics.rewards.complaint_counting import standing, weight
from metrics.rewards.complaint_policy import ComplaintPolicy
from metrics.rewards.tallies import KEY

PER = 100


@dataclass(frozen=True)
class ComplaintMonth:
    """Counted complaints with their weights in the order in which they count, the jobs done, and who was left out.

    `received` counts every complaint received in the month, whatever became of it; `left_out` is by reason.
    """

    complaints: tuple[str, ...] = ()
    weights: tuple[int, ...] = ()
    jobs: int = 0
    received: int = 0
    left_out: Mapping[str, int] = field(default_factory=dict)

    @property
    def count(self) -> int:
        """Return how many complaints count."""
        return len(self.complaints)

    @property
    def weighted(self) -> int:
        """Return what they weigh together."""
        return sum(self.weights)

    @property
    def rate(self) -> Fraction | None:
        """Return the weight per 100 jobs; None without a job."""
        return Fraction(PER * self.weighted, self.jobs) if self.jobs else None


Key = tuple[str, str]
ByUnit = Mapping[str, Mapping[str, ComplaintMonth]]


def complaint_months(dated: pl.DataFrame, jobs: pl.DataFrame, policy: ComplaintPolicy) -> ByUnit:
    """Return what the months of every unit add up to under a policy; `dated` complaints, `jobs` by unit and month."""
    rows = dated.with_columns(status=standing(policy), weight=weight(policy)).sort("counts_at", "complaint_id")
    counted, left_out = _counted(rows), _left_out(rows)
    received = {(unit, month): n for unit, month, n in rows.group_by("unit", "received_month").len().iter_rows()}
    done = {(unit, month): n for unit, month, n in jobs.select(*KEY, "jobs").iter_rows()}
    found: dict[str, dict[str, ComplaintMonth]] = defaultdict(dict)
    for key in sorted({*counted, *left_out, *received, *done}):
        complaints, weights = counted.get(key, ((), ()))
        found[key[0]][key[1]] = ComplaintMonth(
            complaints, weights, done.get(key, 0), received.get(key, 0), left_out.get(key, {})
        )
    return found


def _counted(rows: pl.DataFrame) -> dict[Key, tuple[tuple[str, ...], tuple[int, ...]]]:
    """Return the counted complaints of each unit's month and their weights, in the order in which they count."""
    counted = rows.filter(pl.col("status") == COUNTED)
    grouped = counted.group_by(KEY, maintain_order=True).agg("complaint_id", "weight")
    return {(unit, month): (tuple(ids), tuple(weights)) for unit, month, ids, weights in grouped.iter_rows()}


def _left_out(rows: pl.DataFrame) -> dict[Key, dict[str, int]]:
    """Return how many complaints of each unit's month are left out for which reason."""
    found: dict[Key, dict[str, int]] = defaultdict(dict)
    left = rows.filter(pl.col("status") != COUNTED).group_by(*KEY, "status").len().sort(*KEY, "status")
    for unit, month, reason, n in left.iter_rows():
        found[unit, month][reason] = n
    return found
