"""A source: one export or query, the table it fills and how its columns map."""

import re
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from etl.workspace.columns import Mapped
from etl.workspace.contract_rules import check_columns, check_table
from etl.workspace.settings import Delimiter, Encoding, Expanded, Several, Zone
from etl.workspace.strict import Strict, refuse

Format = Literal["csv", "xlsx", "json", "jsonl", "parquet", "delta"]

_ENDINGS: dict[str, Format] = {
    **dict.fromkeys(("csv", "tsv", "txt", "tab"), "csv"),
    **dict.fromkeys(("xlsx", "xlsm", "xlsb", "xls", "ods"), "xlsx"),
    **dict.fromkeys(("jsonl", "ndjson"), "jsonl"),
    "json": "json",
    "parquet": "parquet",
    "delta": "delta",
}
_RANGE = re.compile(r"[A-Za-z]{1,3}[1-9]\d*:[A-Za-z]{1,3}([1-9]\d*)?|[A-Za-z]{1,3}:[A-Za-z]{1,3}")


def format_of(path: str) -> Format | None:
    """Return the format that a file's ending tells, also inside .gz and .zip; None where it tells none."""
    ending = re.sub(r"\.(gz|zip)$", "", path.rstrip("/").lower()).rsplit(".", 1)[-1]
    return _ENDINGS.get(ending)


class Source(Strict):
    """One [[source]] of workspace.toml."""

    name: str = Field(min_length=1)
    table: str
    path: Expanded | None = None
    url: Expanded | None = Field(default=None, repr=False)
    query: str | None = None
    db_table: str | None = None
    format: Format | None = None
    sheet: str | None = None
    range: str | None = None
    encoding: Encoding | None = None
    delimiter: Delimiter | None = None
    zone: Zone | None = None
    missing: Several = ()
    version: str | None = None
    sql: str | None = None
    tolerance: Annotated[float, Field(ge=0, le=1)] | None = None
    columns: Annotated[dict[str, Mapped], Field(min_length=1)]

    @model_validator(mode="after")
    def _is_whole(self) -> Self:
        self._check_place()
        self._check_layout()
        check_table(self.table)
        check_columns(self.table, self.columns)
        return self

    @property
    def kind(self) -> Format | Literal["database"]:
        """Return how the source is read: its stated format, the one its ending tells, or "database"."""
        if self.path is None:
            return "database"
        # A zip without an inner ending holds delimited text more often than anything else.
        return self.format or format_of(self.path) or "csv"

    @property
    def raw_columns(self) -> tuple[str, ...]:
        """Return the raw columns that the mapping needs, in the order in which they are named."""
        mapped = [column.column for column in self.columns.values() if column.column is not None]
        return tuple(dict.fromkeys([*mapped, *([self.version] if self.version else [])]))

    def _check_place(self) -> None:
        if (self.path is None) == (self.url is None):
            refuse('say either path = "…" (files) or url = "…" (a database).')
        if self.url is not None and (self.query is None) == (self.db_table is None):
            refuse('a database needs either query = "select …" or db_table = "…".')
        if self.path is not None and (self.query or self.db_table):
            refuse('query and db_table go with url, not with path; sql = "…" queries the rows of a file.')
        if self.path is not None and self.kind == "csv" and not self.format and not _looks_delimited(self.path):
            refuse(f'the ending of \'{self.path}\' tells no format; say format = "csv", "xlsx", "json" or the like.')

    def _check_layout(self) -> None:
        if self.kind != "xlsx" and (self.sheet or self.range):
            refuse(f"sheet and range are for xlsx; this source is {self.kind}.")
        if self.kind != "csv" and self.delimiter:
            refuse(f"delimiter is for csv; this source is {self.kind}.")
        if self.kind not in {"csv", "json", "jsonl"} and self.encoding:
            refuse(f"encoding is for csv and json; this source is {self.kind}.")
        if self.range is not None and not _RANGE.fullmatch(self.range):
            refuse(f'range \'{self.range}\' is not like "A3:L", "A1:L500" or "A:L".')


def _looks_delimited(path: str) -> bool:
    return format_of(path) == "csv" or path.lower().endswith(".zip")
