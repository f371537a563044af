"""Dimensions of which one lies within the other, such as units within regions."""

from collections.abc import Sequence
from itertools import permutations

import polars as pl


def nested(segments: pl.DataFrame, by: Sequence[str]) -> tuple[tuple[str, str], ...]:
    """Return every pair (inner, outer) of dimensions where each inner value has one outer value, and shares it.

    Mix and rate of inner segments do not add up to those of the outer ones; only contributions do.
    """
    return tuple((inner, outer) for inner, outer in permutations(by, 2) if _lies_within(segments, inner, outer))


def _lies_within(segments: pl.DataFrame, inner: str, outer: str) -> bool:
    pairs, inners, outers = (segments.select(names).n_unique() for names in ([inner, outer], [inner], [outer]))
    return pairs == inners > outers > 1
