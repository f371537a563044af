"""How one column of the contract is filled: from a raw column or a constant, and how cells are read."""

from datetime import UTC, datetime
from typing import Annotated, Any, Literal, Self

import polars as pl
from pydantic import BeforeValidator, model_validator

from etl.workspace.settings import Several, Text, Texts, Zone
from etl.workspace.strict import Strict, refuse

SPECIAL_FORMATS = ("excel", "unix", "unix_ms")
REJECT = "reject"
_PROBE = datetime(2025, 10, 21, 13, 45, 50, tzinfo=UTC)


class ColumnMapping(Strict):
    """One line under [source.columns]."""

    column: str | None = None
    constant: Text | None = None
    format: Several = ()
    zone: Zone | None = None
    values: Texts | None = None
    default: Text | None = None
    scale: Literal["1-5", "A-E", "yuan"] | None = None
    kind: Literal["phone"] | None = None

    @model_validator(mode="after")
    def _is_whole(self) -> Self:
        if (self.column is None) == (self.constant is None):
            refuse('say either column = "…" or constant = "…".')
        if self.default is not None and self.values is None:
            refuse("default is for a value that values = { … } does not list; there are no values.")
        for pattern in self.format:
            _check_format(pattern)
        return self

    @property
    def fallback(self) -> str | None:
        """Return what an unlisted value becomes, or None where it is rejected."""
        return None if self.default == REJECT else self.default


def _check_format(pattern: str) -> None:
    if pattern in SPECIAL_FORMATS:
        return
    if "%Z" in pattern:
        refuse(f"format '{pattern}': names of zones are ambiguous; leave %Z out and say zone = \"…\", or use %z.")
    if "%" not in pattern or not _reads_what_it_writes(pattern):
        refuse(
            f"format '{pattern}' does not describe a time. Write it like %d/%m/%Y %H:%M,"
            " or say excel (serial numbers), unix or unix_ms."
        )


def _reads_what_it_writes(pattern: str) -> bool:
    moment = pl.select(pl.lit(_PROBE.replace(tzinfo=None)).dt.replace_time_zone("UTC"))
    try:
        written = moment.select(pl.first().dt.strftime(pattern))
        read = written.select(pl.first().str.to_datetime(readable(pattern), strict=False, time_zone="UTC"))
    except pl.exceptions.PolarsError:
        return False
    return read.item() is not None


def readable(pattern: str) -> str:
    """Return the pattern as polars reads it: fractions after a point, and Z as well as +08:00 as an offset."""
    return pattern.replace(".%f", "%.f").replace("%z", "%#z")


def _shorthand(value: Any) -> Any:  # noqa: ANN401 - whatever TOML holds
    return {"column": value} if isinstance(value, str) else value


Mapped = Annotated[ColumnMapping, BeforeValidator(_shorthand)]
"""A column mapping, or just the raw column's name."""
