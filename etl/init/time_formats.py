"""Which format a column of times is written in, decided by the cells themselves."""

from dataclasses import dataclass
from itertools import product

import polars as pl

from etl.mapping.times import Times

_DAYS = (
    "%Y-%m-%d", "%d/%m/%Y", "%m/%d/%Y", "%d-%m-%Y", "%m-%d-%Y", "%d.%m.%Y", "%Y/%m/%d", "%Y.%m.%d", "%Y年%m月%d日",
    "%Y%m%d", "%d-%b-%Y", "%d %b %Y", "%d/%m/%y", "%m/%d/%y",
)  # fmt: skip
_CLOCKS = ("", " %H:%M:%S", " %H:%M", " %I:%M:%S %p", " %I:%M %p", " %p%I:%M", "T%H:%M:%S", "%H%M%S", " %H:%M:%S%.f")
_NUMBERS = ("unix_ms", "unix", "excel")
_ENOUGH = 0.9
_SLIPS = 0.05  # what fewer cells have in common is no format but slips of the pen
_SEVERAL = 4
_SAMPLE = 2000
_FAR_YEARS = (1990, 2100)  # a number that is no time reads as one far from our days


@dataclass(frozen=True)
class TimeFormat:
    """How times are written: no formats for ISO 8601; `naive` without zone; `other` is an equally good order."""

    formats: tuple[str, ...]
    naive: bool
    other: str | None = None


def time_format(cells: pl.Series) -> TimeFormat | None:
    """Return how the cells are written, or None where they are no times."""
    distinct = cells.drop_nulls().unique().sort()
    sample = distinct.sample(min(_SAMPLE, distinct.len()), seed=1).alias("cell").to_frame()
    if not sample.height:
        return None
    if sample.select(_share(Times((), typed=False, zone="UTC"))).item() >= _ENOUGH:
        return TimeFormat((), naive=_is_naive(sample, ()))
    return _of_patterns(sample)


def _of_patterns(sample: pl.DataFrame) -> TimeFormat | None:
    """Return the patterns that read most of the sample, each the best for what those before it left."""
    formats: tuple[str, ...] = ()
    other = None
    rest = sample
    while rest.height and len(formats) < _SEVERAL:
        best, swapped = _best(rest)
        if best is None:
            break
        formats, other = (*formats, best), other or swapped
        rest = sample.filter(Times(formats, typed=False, zone="UTC").moment().is_null())
    if rest.height > (1 - _ENOUGH) * sample.height:
        return None
    return TimeFormat(formats, naive=_is_naive(sample, formats), other=other)


def _best(sample: pl.DataFrame) -> tuple[str | None, str | None]:
    """Return the pattern that reads most of the sample, and the one that reads as much with day and month swapped."""
    candidates = [day + clock for day, clock in product(_DAYS, _CLOCKS)] + list(_NUMBERS)
    likely = [pattern for pattern, share in _shares(sample.head(20), candidates).items() if share]
    shares = _shares(sample, likely)
    best = max(shares, key=lambda pattern: shares[pattern], default=None)
    if best is None or shares[best] < _SLIPS:
        return None, None
    equal = [pattern for pattern in shares if pattern != best and shares[pattern] == shares[best]]
    swapped = next((pattern for pattern in equal if sorted(pattern) == sorted(best)), None)
    if swapped is not None and "%p" in best:
        best, swapped = sorted((best, swapped), key=lambda pattern: pattern.startswith("%d"))
    return best, swapped


def _shares(sample: pl.DataFrame, patterns: list[str]) -> dict[str, float]:
    if not patterns:
        return {}
    # One pass for all patterns, since each pass has its price.
    return sample.select(_share(Times((p,), typed=False, zone="UTC")).alias(p) for p in patterns).row(0, named=True)


def _share(times: Times) -> pl.Expr:
    return times.moment().dt.year().is_between(*_FAR_YEARS).fill_null(value=False).mean()


def _is_naive(sample: pl.DataFrame, formats: tuple[str, ...]) -> bool:
    return bool(sample.select(Times(formats, typed=False, zone=None).naive().is_not_null().any()).item())
