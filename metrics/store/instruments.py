"""SERVQUAL instruments that a workspace declares in policy.toml as [[instrument]]."""

from pathlib import Path
from typing import Any

from metrics.errors import nearest
from metrics.servqual.errors import InstrumentError
from metrics.servqual.instrument import CLASSIC, Instrument
from metrics.store.errors import QueryError
from metrics.store.policy import EntryError, refuse_overlaps, sections

_SECTION = "instrument"


def read_instruments(folder: Path) -> dict[str, Instrument]:
    """Return the workspace's instruments by name; the classic one of 22 pairs where it declares none."""
    entries = sections(folder, _SECTION)
    found = [_instrument(number, entry) for number, entry in enumerate(entries, start=1)]
    refuse_overlaps(_SECTION, [each.name for each in found], entries)
    return {instrument.name: instrument for instrument in found} or {CLASSIC.name: CLASSIC}


def _instrument(number: int, entry: dict[str, Any]) -> Instrument:
    try:
        return Instrument(
            name=str(entry["name"]),
            dimensions={str(name): tuple(map(int, items)) for name, items in entry["dimensions"].items()},
            scale_max=int(entry.get("scale_max", 7)),
            reversed_items=frozenset(map(int, entry.get("reversed_items", []))),
        )
    except (KeyError, TypeError, ValueError, AttributeError, InstrumentError) as problem:
        needs = f"{problem}; an instrument needs name and dimensions = {{ name = [item, …] }}"
        raise EntryError(_SECTION, number, needs, entry) from problem


def chosen(instruments: dict[str, Instrument], name: str | None) -> Instrument:
    """Return the instrument called `name`, or the only one; QueryError names those there are."""
    if name is None and len(instruments) == 1:
        return next(iter(instruments.values()))
    if name not in instruments:
        asked = f"No instrument is called '{name}'." if name else "Say which instrument."
        message = f"{asked} {nearest(name or '', instruments)}"
        raise QueryError(message)
    return instruments[name]
