"""Exports of a folder: what each holds, how its source reads it, and the query that adds to it."""

from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

import polars as pl

from etl.sources.header import ROW
from etl.sources.query import queried
from etl.workspace import Source


@dataclass(frozen=True)
class Query:
    """What a source's sql selects beside all columns, which rows it keeps, or all of it where it is special."""

    extras: tuple[str, ...] = ()
    keep: str = ""
    whole: str = ""

    def __str__(self) -> str:
        """Return the sql, or nothing where the rows are taken as they are."""
        if self.whole or not (self.extras or self.keep):
            return self.whole
        return "\n".join(
            part for part in (f"select {', '.join(['*', *self.extras])}", "from source", self.keep) if part
        )


@dataclass(frozen=True, eq=False)
class Export:
    """Files of one layout: how a source reads them, their cells with missing ones null, and what is to be asked."""

    settings: dict[str, Any]
    rows: pl.DataFrame
    name: str
    questions: tuple[str, ...] = ()
    query: Query = field(default_factory=Query)

    @cached_property
    def frame(self) -> pl.DataFrame:
        """Return the rows as the query makes them, as text."""
        if not str(self.query):
            return self.rows
        source = Source.model_construct(name=self.name, table="", columns={}, sql=str(self.query))
        made, _ = queried(self.rows, source, self.name)
        return made.with_columns(pl.exclude(ROW).cast(pl.String))

    @property
    def columns(self) -> list[str]:
        """Return the columns that a mapping can name."""
        return [name for name in self.frame.columns if name != ROW]

    def cells(self, name: str) -> pl.Series:
        """Return what the column holds, in rows too that the query leaves out."""
        return self.rows[name] if name in self.rows.columns else self.frame[name]

    def asking(self, *questions: str) -> "Export":
        """Return the export with more questions."""
        return replace(self, questions=(*self.questions, *questions))

    def selecting(self, *extras: str, keep: str = "") -> "Export":
        """Return the export with more columns, or fewer rows, by its query."""
        return replace(self, query=Query((*self.query.extras, *extras), keep or self.query.keep, self.query.whole))


def quoted(name: str) -> str:
    """Return a column's name as sql writes it."""
    return '"' + name.replace('"', '""') + '"'


def literal(text: str) -> str:
    """Return a text as sql writes it."""
    return "'" + text.replace("'", "''") + "'"
