"""A sample of a month's forms to be verified by call-back: as large as a wanted precision takes, drawn by strata.

What is drawn depends on the seed and on each form's own name only: drawn again it is the same, whatever the order of
the rows, and a form that came in late takes a place only if its lot says so.
"""

import hashlib
import math
from dataclasses import dataclass
from typing import Final

import polars as pl

from metrics.intervals import Z
from metrics.populations import UNKNOWN
from metrics.populations.forms import ITEMS, POINTS
from metrics.rewards.errors import SampleError

STRATUM: Final = ("collected_by", "graded")


@dataclass(frozen=True)
class Design:
    """How a sample is drawn: the 95 % interval's wanted half-width, the share expected (0.5: the worst), a seed."""

    precision: float = 0.1
    expected: float = 0.5
    seed: str = "plumbline"

    def __post_init__(self) -> None:
        """Refuse what no sample can reach."""
        for name in ("precision", "expected"):
            if not 0 < getattr(self, name) < 1:
                message = f"{name} lies between 0 and 1, got {getattr(self, name)}."
                raise SampleError(message)


def sample_size(population: int, design: Design, z: float = Z) -> int:
    """Return how many of a finite population estimate a share within the wanted precision.

    n = n₀ / (1 + (n₀ − 1) / N) with n₀ = z²·p·(1 − p) / d², rounded up (Cochran, Sampling Techniques, 3rd ed., 4.4).
    """
    if not population:
        return 0
    endless = z**2 * design.expected * (1 - design.expected) / design.precision**2
    # Rounded first, as 0.1 is no binary fraction and must not ask for one form more.
    return min(population, math.ceil(round(endless / (1 + (endless - 1) / population), 9)))


def shares(strata: dict[tuple[str, str], int], size: int) -> dict[tuple[str, str], int]:
    """Return how many are drawn from each stratum: in proportion, at least one each where the size allows it.

    What is left over by whole numbers goes to the largest remainders, by name where they are equal (Hamilton's method).
    """
    population = sum(strata.values())
    least = 1 if size >= len(strata) else 0
    quota = {name: size * count / population for name, count in strata.items()}
    drawn = {name: max(least, math.floor(quota[name])) for name in strata}
    by_remainder = sorted(strata, key=lambda name: (drawn[name] - quota[name], name))
    while sum(drawn.values()) != size:
        step = 1 if sum(drawn.values()) < size else -1
        ordered = by_remainder if step > 0 else by_remainder[::-1]
        able = [name for name in ordered if least <= drawn[name] + step <= strata[name]]
        for name in able[: abs(size - sum(drawn.values()))]:
            drawn[name] += step
    return drawn


@dataclass(frozen=True, eq=False)
class Sample:
    """Forms drawn for call-back: how many there were of each stratum and how many were drawn, and those drawn in order.

    `strata` has the stratum's two names, `population` and `drawn`; `without_number` counts forms nobody can call about.
    """

    strata: pl.DataFrame
    drawn: pl.DataFrame
    without_number: int

    @property
    def population(self) -> int:
        """Return how many forms the sample stands for."""
        return int(self.strata["population"].sum())


def sample(forms: pl.DataFrame, design: Design, name: str) -> Sample:
    """Return the sample of a month's returned forms; `name` tells this draw from others of the same seed.

    `forms` has `form_id`, `source_kind`, `graded_items`, `score`, `customer_id` and `identity_key`.
    """
    known = forms.filter(pl.coalesce("identity_key", "customer_id").is_not_null()).with_columns(**_strata())
    counts = {(one, other): n for one, other, n in known.group_by(STRATUM).len().sort(STRATUM).iter_rows()}
    taken = shares(counts, sample_size(known.height, design)) if counts else {}
    lots = pl.Series("lot", [_lot(design.seed, name, form) for form in known["form_id"]], dtype=pl.String)
    ordered = known.with_columns(lots).sort(*STRATUM, "lot", "form_id")
    limits = pl.DataFrame([(*key, n) for key, n in taken.items()], schema=[*STRATUM, "limit"], orient="row")
    limits = limits.cast({**dict.fromkeys(STRATUM, pl.String()), "limit": pl.Int64()})
    place = pl.int_range(pl.len()).over(STRATUM)
    drawn = ordered.join(limits, on=list(STRATUM), maintain_order="left").filter(place < pl.col("limit"))
    rows = [(*key, n, taken[key]) for key, n in counts.items()]
    schema = {**dict.fromkeys(STRATUM, pl.String()), "population": pl.Int64(), "drawn": pl.Int64()}
    strata = pl.DataFrame(rows, schema=schema, orient="row")
    return Sample(strata, drawn.sort("lot", "form_id").drop("lot", "limit"), forms.height - known.height)


def _strata() -> dict[str, pl.Expr]:
    """Return how a form was collected, and whether all its grades are the best: invented forms mostly are."""
    complete = pl.col("graded_items") == len(ITEMS)
    best = complete & (pl.col("score") == len(ITEMS) * max(POINTS.values()))
    graded = pl.when(best).then(pl.lit("all_best")).when(complete).then(pl.lit("other")).otherwise(pl.lit("partial"))
    return {"collected_by": pl.col("source_kind").fill_null(UNKNOWN), "graded": graded}


def _lot(seed: str, name: str, form: str) -> str:
    return hashlib.blake2b(f"{seed}\0{name}\0{form}".encode(), digest_size=16).hexdigest()
