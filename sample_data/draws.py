"""Ways to draw at random that are the same for the same seed, whatever order months are made in."""

from collections.abc import Sequence

import numpy as np
import polars as pl

from sample_data.span import DAY, HOUR, Flags, Floats, Ints

_OPENS, _CLOSES = 8 * HOUR, 21 * HOUR


def generator(seed: int, *path: int) -> np.random.Generator:
    """Return the random generator that belongs to a place: a seed, and numbers such as a month and a room."""
    return np.random.default_rng([seed, *path])


def choose(rng: np.random.Generator, weights: Sequence[float] | Floats, size: int) -> Ints:
    """Return `size` positions drawn in proportion to `weights`."""
    edges = np.cumsum(np.asarray(weights, dtype=float))
    return np.searchsorted(edges / edges[-1], rng.random(size), side="right").astype(np.int64)


def choose_rows(rng: np.random.Generator, weights: Floats) -> Ints:
    """Return one position per row of `weights`, drawn in proportion to that row."""
    edges = np.cumsum(weights, axis=1)
    drawn = rng.random(len(weights)) * edges[:, -1]
    chosen: Ints = (edges <= drawn[:, None]).sum(axis=1).astype(np.int64)
    return chosen


def evenly(rng: np.random.Generator, chance: Floats) -> Flags:
    """Return hits whose number in any run of rows is within one of the sum of `chance` over that run."""
    reached = np.floor(np.cumsum(chance) + rng.random())
    return np.diff(reached, prepend=0.0) > 0


def waits(rng: np.random.Generator, mean: float | Floats, size: int, shape: float = 1.0) -> Ints:
    """Return whole seconds drawn from a gamma distribution of the given mean."""
    return (rng.gamma(shape, 1.0 / shape, size) * mean).astype(np.int64)


def in_the_day(rng: np.random.Generator, at: Ints) -> Ints:
    """Return the same times, with those of the night moved on to a time of the following day."""
    second = at % DAY
    night = (second < _OPENS) | (second > _CLOSES)
    midnight = at - second + np.where(second > _CLOSES, DAY, 0)
    return np.where(night, midnight + rng.integers(_OPENS, _CLOSES, size=len(at)), at)


def words(labels: Sequence[str], positions: Ints, where: Flags | None = None) -> pl.Series:
    """Return the labels at `positions`; null where `where` is false."""
    series = pl.Series(labels).gather(positions)
    return series if where is None else pl.select(pl.when(pl.Series(where)).then(series)).to_series()


def numbered(prefix: str, number: Ints, digits: int, suffix: str = "") -> pl.Series:
    """Return ids such as "W2407-000123"."""
    text = pl.Series(number).cast(pl.String).str.zfill(digits)
    return pl.select(pl.concat_str(pl.lit(prefix), text, pl.lit(suffix))).to_series()
