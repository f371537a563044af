"""How far two raters of the same contacts agree, beyond what chance alone would give: Cohen's kappa."""

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from metrics.accuracy.errors import RatingsTableError
from metrics.intervals import Z

Matrix = NDArray[np.float64]
_ALL_BY_CHANCE = 1 - 1e-12


@dataclass(frozen=True)
class Agreement:
    """How far two raters agree; everything is None without pairs, kappa also where chance alone agrees fully.

    Raters who agree throughout have a kappa of 1 and no interval: an error of 0 would call a handful of pairs certain.

    `observed` and `expected` are weighted like kappa. `ase` is kappa's asymptotic standard error, `z` kappa over the
    error it would have if there were no agreement at all.
    """

    n: int
    observed: float | None
    expected: float | None
    kappa: float | None = None
    ase: float | None = None
    low: float | None = None
    high: float | None = None
    z: float | None = None


def agreement(table: ArrayLike, *, linear: bool = False) -> Agreement:
    """Return the agreement in a square table of counts, rows the first rater's verdicts, columns the second's.

    κ = (p_o − p_e)/(1 − p_e) (Cohen 1960); standard errors by Fleiss, Cohen & Everitt 1969. `linear` gives verdicts
    that are close in order partial credit, 1 − |i − j|/(k − 1).
    """
    counts = _square(table)
    n = int(counts.sum())
    if n == 0:
        return Agreement(0, None, None)
    shares, weights = counts / n, _weights(len(counts), linear=linear)
    by_chance = np.outer(shares.sum(axis=1), shares.sum(axis=0))
    observed, expected = float((weights * shares).sum()), float((weights * by_chance).sum())
    if expected >= _ALL_BY_CHANCE:
        return Agreement(n, observed, expected)
    kappa = (observed - expected) / (1 - expected)
    ase, without = (error / math.sqrt(n) for error in _errors(shares, by_chance, weights, kappa))
    z = kappa / without if without > 0 else None
    if observed >= _ALL_BY_CHANCE:
        return Agreement(n, observed, expected, kappa, ase, z=z)
    return Agreement(n, observed, expected, kappa, ase, max(kappa - Z * ase, -1.0), min(kappa + Z * ase, 1.0), z)


def _square(table: ArrayLike) -> Matrix:
    counts = np.asarray(table, dtype=float)
    if counts.ndim != 2 or counts.shape[0] != counts.shape[1] or counts.size == 0:  # noqa: PLR2004 a table has two sides
        raise RatingsTableError(counts.shape)
    return counts


def _weights(verdicts: int, *, linear: bool) -> Matrix:
    if not linear or verdicts == 1:
        return np.eye(verdicts)
    place = np.arange(verdicts, dtype=float)
    return np.asarray(1 - np.abs(place[:, None] - place[None, :]) / (verdicts - 1))


def _errors(shares: Matrix, by_chance: Matrix, weights: Matrix, kappa: float) -> tuple[float, float]:
    """Return kappa's standard error times √n, and the one that it would have without any agreement."""
    rows, columns = shares.sum(axis=1), shares.sum(axis=0)
    mean = (weights @ columns)[:, None] + (rows @ weights)[None, :]
    expected = float((weights * by_chance).sum())
    spread = float((shares * (weights - mean * (1 - kappa)) ** 2).sum()) - (kappa - expected * (1 - kappa)) ** 2
    without = float((by_chance * (weights - mean) ** 2).sum()) - expected**2
    return math.sqrt(max(spread, 0.0)) / (1 - expected), math.sqrt(max(without, 0.0)) / (1 - expected)
