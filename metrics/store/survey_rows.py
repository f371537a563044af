"""SERVQUAL across waves and down to the answers: how gaps moved, and the very answers behind a dimension's figures."""

from dataclasses import dataclass

import polars as pl

from metrics.servqual.answers import by_respondent, oriented, pairs
from metrics.servqual.instrument import Instrument
from metrics.servqual.scores import dimension_scores
from metrics.servqual.waves import gap_change
from metrics.store.scope import Scope
from metrics.store.store import Store
from metrics.store.surveys import ASKED_IN_PAIRS, on_its_scale

COUNTED, HALF, ANOTHER_SCALE = "counted", "half_a_pair", "another_scale"
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
    """One page of answers to the items of a dimension: `pairs` that count, `halves` and `others` that do not.

    `others` were given on another scale than the wave's; all together are `total`.
    """

    rows: pl.DataFrame
    pairs: int
    halves: int
    others: int
    respondents: int

    @property
    def total(self) -> int:
        """Return how many answers there are."""
        return self.pairs + self.halves + self.others


def gaps_by_wave(store: Store, scope: Scope, instrument: Instrument) -> pl.DataFrame:
    """Return wave, dimension, n, gap, low and high of every wave, in order of name."""
    every = _asked(store, scope).partition_by("wave", as_dict=True)
    found = [
        dimension_scores(_pairs(asked, instrument), instrument).select(
            pl.lit(wave).alias("wave"), "dimension", "n", "gap", "low", "high"
        )
        for (wave,), asked in sorted(every.items())
        if asked.filter(ASKED_IN_PAIRS).height
    ]
    return pl.concat(found) if found else pl.DataFrame(schema={"wave": pl.String, "dimension": pl.String})


def change_between(store: Store, scope: Scope, instrument: Instrument, waves: tuple[str, str]) -> pl.DataFrame:
    """Return how each dimension's gap moved from the first of two waves to the second."""
    every = _asked(store, scope)
    before, now = (_pairs(every.filter(wave=wave), instrument) for wave in waves)
    return gap_change(before, now, instrument)


def _pairs(asked: pl.DataFrame, instrument: Instrument) -> pl.DataFrame:
    """Return the customers' complete pairs of a wave, of those who answered on its scale."""
    kept, scaled = on_its_scale(asked, instrument)
    return pairs(kept.filter(ASKED_IN_PAIRS), scaled)


def answers_of(
    store: Store, scope: Scope, instrument: Instrument, about: tuple[str, str], page: tuple[int, int | None] = (0, 50)
) -> Answers:
    """Return a page (offset, limit) of what customers answered `about` a wave's dimension; half a pair is no gap.

    Answers on another scale than the wave's stand there as they were given, and count for nothing.
    """
    wave, dimension = about
    asked = _asked(store, scope).filter(wave=wave)
    kept, scaled = on_its_scale(asked, instrument)
    others = asked.join(kept, on=["response_id", "item_no"], how="anti").join(instrument.items, on="item_no")
    left_out = others.with_columns(gap=None, status=pl.lit(ANOTHER_SCALE))
    every = pl.concat([_told(oriented(kept, scaled)), left_out], how="diagonal_relaxed")
    told = every.filter(ASKED_IN_PAIRS, dimension=dimension)
    pairs_of, halves, elsewhere = (told.filter(status=status) for status in (COUNTED, HALF, ANOTHER_SCALE))
    rows = told.select(_SHOWN).sort("response_id", "item_no").slice(*page)
    respondents = by_respondent(pairs_of, "gap").height
    return Answers(rows, pairs_of.height, halves.height, elsewhere.height, respondents)


def _told(answers: pl.DataFrame) -> pl.DataFrame:
    """Return answers with their gap and whether they count: both sides of the pair must be there."""
    whole = pl.col("expectation").is_not_null() & pl.col("perception").is_not_null()
    return answers.with_columns(
        gap=pl.when(whole).then(pl.col("perception") - pl.col("expectation")),
        status=pl.when(whole).then(pl.lit(COUNTED)).otherwise(pl.lit(HALF)),
    )


def _asked(store: Store, scope: Scope) -> pl.DataFrame:
    """Return every answer within the scope: on which scale a wave ran, all who were asked tell together."""
    return scope.restrict(store.warehouse(scope).scan("servqual_responses"), "org_unit_id").collect()
