"""Attempts: every way in which a case set out through the stages, and how far each one went.

A case may enter more than once. Within an attempt the first entry of each stage counts; between attempts the one that
went furthest does (see journeys.py).
"""

from dataclasses import dataclass
from datetime import timedelta

import numpy as np
from numpy.typing import NDArray

from metrics.funnel.definition import Funnel, Mode, Skipped
from metrics.funnel.entries import Entries, Rows

_MICROSECOND = timedelta(microseconds=1)


@dataclass(frozen=True, eq=False)
class Attempts:
    """Attempts in the order of their cases and times.

    `start` is the row by which each begins, `place[:, k]` the row that entered step k + 1 (no row where it was not
    reached or not logged), `depth` the furthest step reached. `skipped[:, k]` says that step k + 1 was passed without
    being logged in its turn or, where skipping is not allowed, that it holds up a case which was logged further on.
    """

    start: Rows
    place: Rows
    depth: Rows
    skipped: NDArray[np.bool_]


def attempts(funnel: Funnel, found: Entries) -> Attempts:
    """Return every attempt in the entries, by the funnel's mode and its way of taking skipped stages."""
    match (funnel.mode, funnel.skipped):
        case (Mode.ANY_ORDER, _):
            return _any_order(funnel, found)
        case (Mode.STRICT, _):
            return _strict(funnel, found)
        case (_, Skipped.IMPUTE):
            return _imputed(funnel, found)
        case _:
            return _ordered(funnel, found)


def _ordered(funnel: Funnel, found: Entries) -> Attempts:
    """Follow each first-stage entry to the next entry of each later stage."""
    place = [np.flatnonzero(found.step == 1)]
    for step in range(2, len(funnel.stages) + 1):
        place.append(_in_window(funnel, found, place[0], found.next_of(step)[place[-1]]))
    reached = (np.stack(place, axis=1) < len(found)).sum(axis=1)
    whole = _cut(funnel, found, np.stack(place, axis=1), reached)
    further = _furthest(_logged(funnel, found, place[0]), len(found)) > reached
    held = (further & (whole.depth == reached))[:, None] & (np.arange(len(funnel.stages)) == reached[:, None])
    return Attempts(whole.start, whole.place, whole.depth, held)


def _strict(funnel: Funnel, found: Entries) -> Attempts:
    """Follow each first-stage entry as long as the very next stage is the next step; a repeat interrupts nothing."""
    following = found.next_other()
    place = [np.flatnonzero(found.step == 1)]
    for step in range(2, len(funnel.stages) + 1):
        row = following[place[-1]]
        row = np.where(found.step[row] == step, row, len(found))
        place.append(_in_window(funnel, found, place[0], row))
    stacked = np.stack(place, axis=1)
    return _cut(funnel, found, stacked, (stacked < len(found)).sum(axis=1))


def _any_order(funnel: Funnel, found: Entries) -> Attempts:
    """Take from each entry the first of every other stage in the window, in the order of their times."""
    place = np.sort(_logged(funnel, found, np.arange(len(found))), axis=1)
    return _cut(funnel, found, place, (place < len(found)).sum(axis=1))


def _imputed(funnel: Funnel, found: Entries) -> Attempts:
    """Take the furthest stage in the window after each start as proof of all before it.

    An earlier stage keeps its row only if it was logged before the later ones; else it is passed without a row. A case
    that never logged the first stage set out with the first entry that it has.
    """
    begins = np.diff(found.case[:-1], prepend=-1) != 0
    start = np.flatnonzero((found.step[:-1] == 1) | begins)
    place = _logged(funnel, found, start)
    earliest = np.full(len(start), len(found))
    for column in reversed(range(place.shape[1])):
        place[:, column] = np.where(place[:, column] < earliest, place[:, column], len(found))
        earliest = np.minimum(earliest, place[:, column])
    return _cut(funnel, found, place, _furthest(place, len(found)), start)


def _in_window(funnel: Funnel, found: Entries, start: Rows, row: Rows) -> Rows:
    """Return the rows that lie in the same case and in the window after each start; else no row."""
    same = found.case[row] == found.case[start]
    return np.where(same & (found.at[row] - found.at[start] <= funnel.window // _MICROSECOND), row, len(found))


def _logged(funnel: Funnel, found: Entries, start: Rows) -> Rows:
    """Return the first entry of every step in the window after each start, in whatever order they came."""
    steps = range(1, len(funnel.stages) + 1)
    return np.stack([_in_window(funnel, found, start, found.next_of(step)[start]) for step in steps], axis=1)


def _furthest(place: Rows, none: int) -> Rows:
    """Return the last step that has a row; 0 where none has."""
    steps: Rows = np.where(place < none, np.arange(1, place.shape[1] + 1), 0).max(axis=1, initial=0)
    return steps


def _cut(funnel: Funnel, found: Entries, place: Rows, reached: Rows, start: Rows | None = None) -> Attempts:
    """Return attempts cut off before the first step that took longer than its own limit."""
    depth = np.minimum(reached, _steps_in_limits(funnel, found, place))
    passed = np.arange(place.shape[1]) < depth[:, None]
    skipped = passed & (place == len(found))
    return Attempts(place[:, 0] if start is None else start, np.where(passed, place, len(found)), depth, skipped)


def _steps_in_limits(funnel: Funnel, found: Entries, place: Rows) -> Rows:
    """Return the last step before the first that came later than its limit allows after the stage before it."""
    last = np.full(len(place), len(funnel.stages))
    for column, stage in reversed(list(enumerate(funnel.stages))):
        if stage.within is not None:
            before, row = place[:, column - 1], place[:, column]
            both = (before < len(found)) & (row < len(found))
            late = both & (found.at[row] - found.at[before] > stage.within // _MICROSECOND)
            last = np.where(late, column, last)
    return last
