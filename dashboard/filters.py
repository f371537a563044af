"""What a viewer has chosen, as it stands in the address: short, known names, checked before they are used."""

from collections.abc import Container, Mapping
from dataclasses import dataclass, replace
from typing import Any

from dashboard.places import EVERYWHERE, Place

_LONGEST = 60
# Longer than any value that the dashboard itself writes into an address.
_TOO_LONG = 200
_LAST_PAGE = 100_000


@dataclass(frozen=True)
class Filters:
    """The choices in an address; None where the default holds."""

    lang: str | None = None
    month: str | None = None
    unit: str | None = None
    region: str | None = None
    kpi: str | None = None
    status: str | None = None
    part: str | None = None
    by: str | None = None
    before: str | None = None
    now: str | None = None
    grain: str | None = None
    form: str | None = None
    source: str | None = None
    rule: str | None = None
    state: str | None = None
    news: str | None = None
    signal: str | None = None
    wave: str | None = None
    dimension: str | None = None
    instrument: str | None = None
    cause: str | None = None
    severity: str | None = None
    scenario: str | None = None
    repurchase: str | None = None
    customers: str | None = None
    worth: str | None = None
    funnel: str | None = None
    span: str | None = None
    segment: str | None = None
    bar: str | None = None
    case: str | None = None
    search: str | None = None
    rows: str | None = None
    known: str | None = None
    numbers: str | None = None
    arrows: str | None = None
    page: int = 1

    @property
    def place(self) -> Place:
        """Return the unit or region that was chosen; a unit says more than a region."""
        if self.unit is not None:
            return Place("unit", self.unit)
        return EVERYWHERE if self.region is None else Place("region", self.region)

    @property
    def params(self) -> dict[str, str]:
        """Return the choices as they stand in an address; defaults do not appear."""
        chosen = {name: getattr(self, name) for name in _NAMES}
        return {
            name: str(value) for name, value in chosen.items() if value is not None and (name, value) != ("page", 1)
        }

    def choose(self, **chosen: Any) -> "Filters":  # noqa: ANN401 the fields are of several types
        """Return these filters with some choices changed; a list that changes starts at its first page."""
        return replace(self, **{"page": 1, **chosen})

    def between_pages(self, **chosen: Any) -> "Filters":  # noqa: ANN401 the fields are of several types
        """Return what every page keeps, how a viewer reads, with the choices named."""
        return Filters(lang=self.lang, numbers=self.numbers, arrows=self.arrows, **chosen)

    def at(self, place: Place, **chosen: Any) -> "Filters":  # noqa: ANN401 the fields are of several types
        """Return these filters at another place, with other choices changed as well."""
        unit, region = (place.code if place.kind == kind else None for kind in ("unit", "region"))
        return self.choose(unit=unit, region=region, **chosen)


_NAMES = tuple(Filters.__dataclass_fields__)


@dataclass(frozen=True)
class Problem:
    """A part of an address that was not understood; `value` is None where the name itself is not known."""

    name: str
    value: str | None = None


def read(params: Mapping[str, str], allowed: Mapping[str, Container[str]]) -> tuple[Filters, list[Problem]]:
    """Return the choices that an address makes, and what of it was not understood.

    `allowed` lists the values of each name; a name without a list is taken as it is unless it is too long to be meant,
    except the page's number.
    """
    chosen: dict[str, Any] = {}
    problems: list[Problem] = []
    for name, value in params.items():
        if name not in _NAMES:
            problems.append(Problem(name[:_LONGEST]))
        elif name == "page":
            chosen[name] = int(value) if _is_page(value) else 1
            problems += [] if _is_page(value) else [Problem(name, value[:_LONGEST])]
        elif value in allowed[name] if name in allowed else len(value) <= _TOO_LONG:
            chosen[name] = value
        else:
            problems.append(Problem(name, value[:_LONGEST]))
    return Filters(**chosen), problems


def _is_page(value: str) -> bool:
    return value.isascii() and value.isdigit() and len(value) <= len(str(_LAST_PAGE)) and int(value) >= 1
