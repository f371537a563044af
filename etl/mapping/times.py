"""Times out of text: declared formats or ISO 8601, in a stated zone, kept in UTC."""

from dataclasses import dataclass

import polars as pl

from etl.mapping.letters import half_width
from etl.mapping.reader import CELL, Reader
from etl.mapping.time_hints import not_iso, not_of_format
from etl.workspace.columns import readable
from metrics.contract import UTC

_NAIVE_ISO = ("%Y-%m-%d %H:%M:%S%.f", "%Y-%m-%d %H:%M", "%Y-%m-%d")
_OFFSET_ISO = ("%Y-%m-%d %H:%M:%S%.f%#z", "%Y-%m-%d %H:%M%#z")
_EXCEL_DAY_ZERO = pl.datetime(1899, 12, 30, time_unit="us")
_EXCEL_LAST_DAY = 2_958_465  # 9999-12-31
_FIRST_YEAR = 1900  # what lies before is a two-digit year or an empty date of a spreadsheet
_PER_SECOND = {"unix": 1, "unix_ms": 1000}


@dataclass(frozen=True)
class Times:
    """How a column of times is read: its formats, and whether ISO 8601 is understood beside them."""

    formats: tuple[str, ...]
    typed: bool
    zone: str | None

    @property
    def patterns(self) -> tuple[str, ...]:
        """Return the patterns that are tried, in order."""
        iso = (*_NAIVE_ISO, *_OFFSET_ISO)
        # Real dates of a workbook or database come as ISO 8601, whatever the format of the text among them.
        return (*self.formats, *iso) if self.typed else self.formats or iso

    def naive(self) -> pl.Expr:
        """Return the clock time of cells that name no offset."""
        return _plausible(self._clock())

    def moment(self) -> pl.Expr:
        """Return the moment that a cell means, in UTC."""
        found = [_offset(pattern) for pattern in self.patterns if _has_offset(pattern)]
        return _plausible(pl.coalesce([*self._in_zone(), *found, pl.lit(None, UTC)]))

    def day(self, business_zone: str) -> pl.Expr:
        """Return the calendar day that a cell means; of a moment with an offset, the day in the business zone."""
        moments = [_offset(pattern) for pattern in self.patterns if _has_offset(pattern)]
        days = [moment.dt.convert_time_zone(business_zone).dt.date() for moment in moments]
        return _plausible(pl.coalesce([self._clock().dt.date(), *days]))

    def reason(self) -> pl.Expr:
        """Return why a cell is no time."""
        plain = not_of_format(self.formats) if self.formats else not_iso()
        skipped = pl.lit(f"does not exist in {self.zone}: the clocks go forward then")
        return pl.when(self.naive().is_not_null()).then(skipped).otherwise(plain)

    def _clock(self) -> pl.Expr:
        found = [_naive(pattern) for pattern in self.patterns if not _has_offset(pattern)]
        return pl.coalesce([*found, pl.lit(None, pl.Datetime("us"))])

    def _in_zone(self) -> list[pl.Expr]:
        if self.zone is None:
            return []
        # Of an hour that occurs twice the first is meant; an hour that is skipped has no moment.
        local = self._clock().dt.replace_time_zone(self.zone, ambiguous="earliest", non_existent="null")
        return [local.dt.convert_time_zone("UTC")]


def time_reader(times: Times) -> Reader:
    """Return a reader of moments."""
    return Reader(times.moment(), times.reason())


def day_reader(times: Times, business_zone: str) -> Reader:
    """Return a reader of calendar days."""
    return Reader(times.day(business_zone), times.reason())


def _has_offset(pattern: str) -> bool:
    return pattern in _PER_SECOND or any(mark in pattern for mark in ("%z", "%:z", "%#z"))


def _naive(pattern: str) -> pl.Expr:
    if pattern == "excel":
        days = half_width(CELL).cast(pl.Float64, strict=False)
        inside = days.is_between(1, _EXCEL_LAST_DAY)
        # To the millisecond, since a fraction of a day is not exact.
        milliseconds = pl.when(inside).then((days * 86_400_000).round()).cast(pl.Int64)
        return _EXCEL_DAY_ZERO + pl.duration(milliseconds=milliseconds)
    return _parsed(pattern).cast(pl.Datetime("us"))


def _offset(pattern: str) -> pl.Expr:
    if pattern in _PER_SECOND:
        ticks = CELL.cast(pl.Float64, strict=False) / _PER_SECOND[pattern]
        return (ticks * 1_000_000).round().cast(pl.Int64, strict=False).cast(UTC)
    return _parsed(pattern).cast(UTC)


def _parsed(pattern: str) -> pl.Expr:
    text = CELL
    if pattern in (*_NAIVE_ISO, *_OFFSET_ISO):
        text = CELL.str.replace(r"^(\d{4}-\d{1,2}-\d{1,2})[Tt]", "$1 ").str.replace(r"\s+([+-]\d\d:?\d\d|Z|UTC)$", "$1")
    if "%p" in pattern:
        text = text.str.replace_many(["上午", "下午"], ["AM", "PM"])
    return text.str.to_datetime(readable(pattern), strict=False, time_unit="us")


def _plausible(time: pl.Expr) -> pl.Expr:
    # Not by when and then, which would work out the time twice.
    return time.map_batches(lambda times: times.set(times.dt.year() < _FIRST_YEAR, None))
