"""SERVQUAL across waves and down to the answers: how gaps moved, and the very answers behind a dimension's figures."""

from dataclasses import dataclass

import polars as pl

from metrics.servqual.answers import by_respondent, oriented, pairs
from metrics.servqual.instrument import Instrument
from metrics.servqual.scores import dimension_scores
from metrics.servqual.waves import gap_change
from metrics.store.scope import Scope
from metrics.store.store import Store
from metrics.store.surveys import ASKED_IN_PAIRS

COUNTED, HALF = "counted", "half_a_pair"
_SHOWN = (
    "response_id",
    "item_no",
    "org_unit_id",
    "expectation",
    "perception",
    "gap",
    "status",
    "source_file",
    "source_row",
)


@dataclass(frozen=True, eq=False)
class Answers:
    """One page of answers to the items of a dimension: `pairs` that count and `halves` that do not make `total`."""

    rows: pl.DataFrame
    pairs: int
    halves: int
    respondents: int

    @property
    def total(self) -> int:
        """Return how many answers there are."""
        return self.pairs + self.halves


def gaps_by_wave(store: Store, scope: Scope, instrument: Instrument) -> pl.DataFrame:
    """Return wave, dimension, n, gap, low and high of every wave, in order of name."""
    every = _customers(store, scope)
    found = [
        dimension_scores(pairs(asked, instrument), instrument).select(
            pl.lit(wave).alias("wave"), "dimension", "n", "gap", "low", "high"
        )
        for (wave,), asked in sorted(every.partition_by("wave", as_dict=True).items())
    ]
    return pl.concat(found) if found else pl.DataFrame(schema={"wave": pl.String, "dimension": pl.String})


def change_between(store: Store, scope: Scope, instrument: Instrument, waves: tuple[str, str]) -> pl.DataFrame:
    """Return how each dimension's gap moved from the first of two waves to the second."""
    every = _customers(store, scope)
    before, now = (pairs(every.filter(wave=wave), instrument) for wave in waves)
    return gap_change(before, now, instrument)


def answers_of(
    store: Store, scope: Scope, instrument: Instrument, about: tuple[str, str], page: tuple[int, int | None] = (0, 50)
) -> Answers:
    """Return a page (offset, limit) of what customers answered `about` a wave's dimension; half a pair is no gap."""
    wave, dimension = about
    asked = oriented(_customers(store, scope).filter(wave=wave), instrument).filter(dimension=dimension)
    whole = pl.col("expectation").is_not_null() & pl.col("perception").is_not_null()
    told = asked.with_columns(
        gap=pl.when(whole).then(pl.col("perception") - pl.col("expectation")),
        status=pl.when(whole).then(pl.lit(COUNTED)).otherwise(pl.lit(HALF)),
    )
    counted = told.filter(status=COUNTED)
    respondents = by_respondent(counted, "gap").height
    rows = told.select(_SHOWN).sort("response_id", "item_no").slice(*page)
    return Answers(rows, counted.height, told.height - counted.height, respondents)


def _customers(store: Store, scope: Scope) -> pl.DataFrame:
    rows = scope.restrict(store.warehouse(scope).scan("servqual_responses"), "org_unit_id")
    return rows.filter(ASKED_IN_PAIRS).collect()
