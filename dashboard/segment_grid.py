"""Steps × segments: what each loses against all others, as squares and as a table."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import polars as pl

from dashboard import numbers
from dashboard.address import address
from dashboard.components.linked_table import Cell, Column, Row, Table
from dashboard.figures.segments import Square
from dashboard.filters import Filters
from dashboard.funnel_names import Names, opens
from dashboard.plain import drawn
from dashboard.tone import Tone
from dashboard.waterfalls import share
from dashboard.wording import funnel_parts as words
from dashboard.wording import say
from metrics.funnel.segments import WORSE

# More rows than this are not read; the most suspicious come first.
MOST = 15


@dataclass(frozen=True)
class Grid:
    """The comparisons of one dimension's segments; `filters` are those of the page."""

    rows: pl.DataFrame
    dimension: str
    names: Names
    filters: Filters

    @property
    def segments(self) -> list[str]:
        """Return the segments, the most suspicious first."""
        return self.rows["segment"].unique(maintain_order=True).to_list()

    @property
    def shown(self) -> list[str]:
        """Return as many of them as are read."""
        return self.segments[:MOST]

    @property
    def steps(self) -> list[str]:
        """Return the steps at which anything was lost, in order."""
        return self.rows.sort("step")["stage"].unique(maintain_order=True).to_list()

    @property
    def worse(self) -> int:
        """Return how many squares are beyond chance."""
        return self.rows.filter(verdict=WORSE).height

    def name(self, segment: str) -> str:
        """Return what a segment is called."""
        return self.names.value(self.dimension, segment)

    def opened(self, row: Mapping[str, Any]) -> Filters:
        """Return the filters under which the page lists the losses that a square counts."""
        bar = opens(row["stage"], "dropped")
        if self.dimension == "unit":
            at = self.filters.choose(unit=row["segment"], region=None)
        else:
            at = self.filters.choose(segment=f"{self.dimension}:{row['segment']}")
        return at.choose(bar=bar, part=None)

    def squares(self) -> list[Square]:
        """Return one square per segment and step, as far as they are shown."""
        shown = self.rows.filter(pl.col("segment").is_in(self.shown))
        return [self._square(row) for row in shown.iter_rows(named=True)]

    def table(self) -> Table:
        """Return the same figures as a table, a row per segment."""
        first = Column(self.names.dimension(self.dimension), is_figure=False)
        heads = [first, *(Column(self.names.stage(step)) for step in self.steps)]
        cells = {(row["segment"], row["stage"]): self._cell(row) for row in self.rows.iter_rows(named=True)}
        rows = [
            Row([Cell(self.name(segment)), *(cells.get((segment, step), Cell("–")) for step in self.steps)])
            for segment in self.shown
        ]
        title = say(words.WHERE_TABLE, self.names.language, dimension=self.names.dimension(self.dimension))
        return Table(title, heads, rows)

    def _square(self, row: Mapping[str, Any]) -> Square:
        return Square(
            opens=address("funnel", self.opened(row)),
            step=drawn(self.names.stage(row["stage"])),
            segment=drawn(self.name(row["segment"])),
            label=f"{row['share']:.0%}".removesuffix("%") if row["share"] is not None else "",
            hover=drawn(self._told(row)),
            judged=row["verdict"],
        )

    def _cell(self, row: Mapping[str, Any]) -> Cell:
        worse = row["verdict"] == WORSE
        return Cell(
            share(row["share"], self.names.language),
            symbol="■" if worse else "",
            tone=Tone.BAD if worse else Tone.QUIET,
            note=f"{numbers.count(row['lost'])} / {numbers.count(row['n'])}",
            href=address("funnel", self.opened(row)) if row["lost"] else "",
            label=self._told(row),
        )

    def _told(self, row: Mapping[str, Any]) -> str:
        return say(
            words.SQUARE_HOVER,
            self.names.language,
            segment=self.name(row["segment"]),
            stage=self.names.stage(row["stage"]),
            n=numbers.count(row["n"]),
            lost=numbers.count(row["lost"]),
            share=share(row["share"], self.names.language),
            rest=share(row["rest_share"], self.names.language),
            verdict=words.VERDICTS[row["verdict"]].to(self.names.language),
        )
