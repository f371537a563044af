"""95 % intervals of shares, means and rates, vectorised over columns of their additive parts."""

import numpy as np
import polars as pl
from numpy.typing import NDArray
from scipy import special

Z = 1.959963984540054
_CONFIDENCE = 0.95
_UPPER = 0.5 + _CONFIDENCE / 2

Bounds = tuple[NDArray[np.float64], NDArray[np.float64]]


def wilson(hits: pl.Series, n: pl.Series) -> Bounds:
    """Return Wilson's score interval of hits/n; NaN where n is 0.

    Formula: (k + z²/2 ± z·√(k(n−k)/n + z²/4)) / (n + z²), Wilson 1927.
    """
    k, size = hits.to_numpy().astype(float), n.to_numpy().astype(float)
    with np.errstate(invalid="ignore", divide="ignore"):
        half = Z * np.sqrt(k * (size - k) / size + Z * Z / 4)
        centre, width = k + Z * Z / 2, size + Z * Z
        # At 0 and n hits the bound is exact; rounding must not push it past the value.
        low = np.where(k == 0, 0.0, (centre - half) / width)
        high = np.where(k == size, 1.0, (centre + half) / width)
    unknown = size == 0
    return np.where(unknown, np.nan, low), np.where(unknown, np.nan, high)


def student(total: pl.Series, squares: pl.Series, n: pl.Series) -> Bounds:
    """Return Student's t interval of a mean from sum, sum of squares and n; NaN where n < 2."""
    s, q, size = (column.to_numpy().astype(float) for column in (total, squares, n))
    with np.errstate(invalid="ignore", divide="ignore"):
        mean = s / size
        variance = np.maximum(q - s * mean, 0.0) / (size - 1)
        half = special.stdtrit(size - 1, _UPPER) * np.sqrt(variance / size)
    unknown = size < 2  # noqa: PLR2004 a variance takes two values
    return np.where(unknown, np.nan, mean - half), np.where(unknown, np.nan, mean + half)


def garwood(count: pl.Series, exposure: pl.Series) -> Bounds:
    """Return the exact Poisson interval of count/exposure (Garwood 1936); NaN where exposure is 0."""
    k, size = count.to_numpy().astype(float), exposure.to_numpy().astype(float)
    with np.errstate(invalid="ignore", divide="ignore"):
        low = np.where(k == 0, 0.0, special.gammaincinv(np.maximum(k, 1), 1 - _UPPER)) / size
        high = special.gammaincinv(k + 1, _UPPER) / size
    unknown = size == 0
    return np.where(unknown, np.nan, low), np.where(unknown, np.nan, high)


def fay_feuer(total: pl.Series, squares: pl.Series, exposure: pl.Series, heaviest: float) -> Bounds:
    """Return the gamma interval of a rate of weighed events from Σw, Σw² and the heaviest weight there is.

    Fay & Feuer 1997 (Statistics in Medicine 16:791). The upper end supposes one more event of the heaviest kind, seen
    or not, and so holds the truth in at least 95 of 100 cases; where every event weighs 1 it is Garwood's exact one.
    NaN where exposure is 0.
    """
    s, q, size = (column.to_numpy().astype(float) for column in (total, squares, exposure))
    more, more_squares = s + heaviest, q + heaviest**2
    with np.errstate(invalid="ignore", divide="ignore"):
        low = np.where(s == 0, 0.0, special.gammaincinv(s**2 / q, 1 - _UPPER) * q / s) / size
        high = special.gammaincinv(more**2 / more_squares, _UPPER) * more_squares / more / size
    unknown = size == 0
    return np.where(unknown, np.nan, low), np.where(unknown, np.nan, high)
