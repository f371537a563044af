"""The workspace as a whole: its name, zone, calendar, store and sources."""

from collections import Counter
from pathlib import Path
from typing import Annotated, Self

from pydantic import Field, model_validator

from etl.workspace.settings import Expanded, Moment, Zone
from etl.workspace.source import Source
from etl.workspace.strict import Strict, refuse


class Store(Strict):
    """Where facts and records are kept, as written; metrics.store knows what that means."""

    warehouse: Expanded = "var/warehouse"
    database: Expanded = Field(default="sqlite:///var/plumbline.db", repr=False)


class Workspace(Strict):
    """What workspace.toml says, and the folder it lies in."""

    folder: Path
    name: str = Field(min_length=1)
    zone: Zone
    month_starts_on: Annotated[int, Field(ge=1, le=28)] = 1
    as_of: Moment | None = None
    store: Store = Store()
    sources: tuple[Source, ...] = Field(alias="source")

    @model_validator(mode="after")
    def _names_are_unique(self) -> Self:
        counts = Counter(source.name for source in self.sources)
        twice = [name for name, count in counts.items() if count > 1]
        if twice:
            refuse(f"two sources are called '{twice[0]}'; every source needs a name of its own.")
        return self

    def source(self, name: str) -> Source:
        """Return the source called `name`; KeyError where there is none."""
        return {source.name: source for source in self.sources}[name]
