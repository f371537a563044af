"""Raw cells as text: typed columns are written in one plain way, spaces cut, missing markers taken out."""

from collections.abc import Iterable, Mapping

import polars as pl

_SPACES = " \t\r\n\v\f\u00a0\u2007\u202f\u3000\ufeff\u200b\u200e\u200f"
_EXACT = 1e15  # whole numbers up to here are exact in a float


def as_text(frame: pl.DataFrame, name: str) -> pl.Expr:
    """Return the column as text: whole numbers without ".0", times as ISO 8601 with their offset, booleans as words."""
    cell, dtype = pl.col(name), frame.schema[name]
    if isinstance(dtype, pl.Datetime):
        return _moment(cell, dtype)
    if dtype.is_float():
        whole = (cell == cell.round()) & (cell.abs() < _EXACT)
        return pl.when(whole).then(cell.cast(pl.Int64, strict=False).cast(pl.String)).otherwise(cell.cast(pl.String))
    if dtype == pl.Duration:
        return _duration(cell)
    if dtype.is_nested():
        json = pl.struct(cell.alias("_")).struct.json_encode()
        return pl.when(cell.is_not_null()).then(json.str.strip_prefix('{"_":').str.strip_suffix("}"))
    return cell.cast(pl.String)


def trimmed(cell: pl.Expr) -> pl.Expr:
    """Return the text without spaces around it, full-width, non-breaking and invisible ones included."""
    return cell.str.strip_chars(_SPACES)


def present(cell: pl.Expr, missing: Iterable[str], values: Mapping[str, str] | None) -> pl.Expr:
    """Return the text, null where it is empty or a missing marker; a marker that `values` lists is a value."""
    listed = values or {}
    markers = {"", *(marker.strip() for marker in missing)} - listed.keys()
    markers |= {key for key, value in listed.items() if not value}
    return pl.when(~cell.is_in(sorted(markers))).then(cell)


def _moment(cell: pl.Expr, dtype: pl.Datetime) -> pl.Expr:
    if dtype.time_zone is None:
        return cell.dt.strftime("%Y-%m-%d %H:%M:%S%.f")
    return cell.dt.convert_time_zone("UTC").dt.strftime("%Y-%m-%d %H:%M:%S%.fZ")


def _duration(cell: pl.Expr) -> pl.Expr:
    seconds = cell.dt.total_seconds()
    parts = (seconds // 3600, seconds // 60 % 60, seconds % 60)
    return pl.concat_str([part.cast(pl.String).str.zfill(2) for part in parts], separator=":")
