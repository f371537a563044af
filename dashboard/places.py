"""Units and regions: what they are called, which belong together, and how a question is limited to one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from dashboard.wording import frame
from metrics.populations import UNKNOWN
from metrics.text import Language


@dataclass(frozen=True, order=True)
class Place:
    """Everything, one region, or one unit."""

    kind: str = "all"
    code: str = ""

    @property
    def where(self) -> tuple[tuple[str, str], ...]:
        """Return the conditions that limit a question to this place."""
        return () if self.kind == "all" else ((self.kind, self.code),)

    @property
    def unit(self) -> str | None:
        """Return the unit's code; None for a region or everything."""
        return self.code if self.kind == "unit" else None


EVERYWHERE = Place()


@dataclass(frozen=True)
class Places:
    """The units of a workspace, each row with its names and the region above it."""

    rows: Sequence[Mapping[str, Any]]

    @cached_property
    def regions(self) -> tuple[Place, ...]:
        """Return the regions that have units, by code."""
        return tuple(Place("region", code) for code in sorted({row["region"] for row in self.rows if row["region"]}))

    @cached_property
    def units(self) -> tuple[Place, ...]:
        """Return the units, by region and code."""
        return tuple(Place("unit", row["unit"]) for row in self.rows)

    def within(self, place: Place) -> tuple[Place, ...]:
        """Return the units of a region, a unit's region's units, or every unit."""
        region = place.code if place.kind == "region" else self.region_of(place).code
        return tuple(unit for unit in self.units if not region or self.region_of(unit).code == region)

    def region_of(self, unit: Place) -> Place:
        """Return the region above a unit; everything where it has none."""
        region = next((row["region"] for row in self.rows if row["unit"] == unit.code), None)
        return Place("region", region) if region else EVERYWHERE

    @property
    def listed(self) -> tuple[Place, ...]:
        """Return everything that can be chosen: all, then each region with its units, then units without one."""
        grouped = [place for region in self.regions for place in (region, *self.within(region))]
        return (EVERYWHERE, *grouped, *(unit for unit in self.units if unit not in grouped))

    def name(self, place: Place, language: Language) -> str:
        """Return what a place is called; its code where it has no name."""
        if place == EVERYWHERE:
            return frame.ALL_UNITS.to(language)
        if place.code == UNKNOWN:
            return frame.NOT_STATED.to(language)
        prefix = "region" if place.kind == "region" else "name"
        own = (row for row in self.rows if row[place.kind] == place.code)
        named = next((row[f"{prefix}_{language}"] or row[f"{prefix}_zh"] for row in own), None)
        return str(named or place.code)
