"""Where a segment loses more cases than chance explains: each stage and segment against all the others."""

from collections.abc import Mapping

import polars as pl

from metrics.funnel.journeys import State
from metrics.funnel.shares import ratio, with_share

SMALLEST = 20
FALSE_DISCOVERIES = 0.05

WORSE, CHANCE, TOO_FEW = "worse", "chance", "too_few"


def worse_than_chance(counts: Mapping[str, pl.DataFrame], smallest: int = SMALLEST) -> pl.DataFrame:
    """Return, per stage and segment of each dimension, its loss against that of all other segments, the surest first.

    `counts` holds, per dimension, how many cases `n` of each of its values were at which step, stage and state.

    `n` cases were decided there (open ones are not), `lost` of them lost or timed out, `extra` more than at the rate of
    the rest. `p` is Fisher's exact test, one-sided: so many or more, were the losses dealt out at random. `q` corrects
    all tests of the call together by Benjamini & Hochberg (1995): of the segments called "worse", at most 5 % are
    expected to be false alarms. That is the promise a list of places to look at needs; Holm's, of not one false alarm
    in all, would hide the most of what is there. A segment is held back ("too_few") if it or the rest has fewer than
    `smallest` decided cases.
    """
    compared = pl.concat([_against_the_rest(parts, name) for name, parts in counts.items()])
    enough = pl.min_horizontal("n", "rest_n") >= smallest
    tested = _tested(compared.filter(enough))
    held_back = compared.filter(~enough).with_columns(verdict=pl.lit(TOO_FEW))
    rows = pl.concat([tested, held_back], how="diagonal")
    return with_share(rows, "lost", "n", ("share", "low", "high")).sort(
        "q", "p", "step", "dimension", "segment", nulls_last=True
    )


def _against_the_rest(parts: pl.DataFrame, dimension: str) -> pl.DataFrame:
    n, dropped = pl.col("n"), pl.col("state").is_in([State.LOST, State.TIMED_OUT])
    decided = parts.filter((pl.col("step") > 0) & (pl.col("state") != State.OPEN))
    counts = decided.group_by("step", "stage", pl.col(dimension).alias("segment")).agg(
        n=n.sum(), lost=n.filter(dropped).sum()
    )
    rest = {f"rest_{name}": pl.col(name).sum().over("step") - pl.col(name) for name in ("n", "lost")}
    # At the last stage everyone who entered has converted: there is nothing to lose.
    losing = counts.with_columns(**rest).filter(pl.col("lost") + pl.col("rest_lost") > 0)
    rest_share = ratio(pl.col("rest_lost"), pl.col("rest_n"))
    return losing.with_columns(
        dimension=pl.lit(dimension), rest_share=rest_share, extra=pl.col("lost") - rest_share * pl.col("n")
    )


def _tested(rows: pl.DataFrame) -> pl.DataFrame:
    """Return rows with the p-value of each, corrected for all of them together, and the verdict."""
    # scipy.stats takes most of a second to import, and only this question needs it.
    from scipy import stats

    lost, n, rest_lost, rest_n = (rows[name].to_numpy() for name in ("lost", "n", "rest_lost", "rest_n"))
    p = stats.hypergeom.sf(lost - 1, n + rest_n, lost + rest_lost, n)
    # Summing a tail may end a rounding above 1.
    p = p.clip(0, 1)
    q = stats.false_discovery_control(p) if len(p) else p
    found = rows.with_columns(p=pl.Series(p, dtype=pl.Float64), q=pl.Series(q, dtype=pl.Float64))
    worse = pl.when(pl.col("q") <= FALSE_DISCOVERIES).then(pl.lit(WORSE)).otherwise(pl.lit(CHANCE))
    return found.with_columns(verdict=worse)
