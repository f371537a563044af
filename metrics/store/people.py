"""Who may act on the ledger: [[person]] of policy.toml, with the units that it and the staff table put them in."""

from datetime import date
from pathlib import Path
from typing import Any

import polars as pl

from metrics.errors import nearest
from metrics.rewards.ledger.people import Person
from metrics.store.errors import QueryError, SettingsError
from metrics.store.policy import EntryError, policy_text, refuse_overlaps, sections_of
from metrics.store.policy_texts import PolicyText
from metrics.store.warehouse import Warehouse

_SECTION = "person"
_KEYS = ("name", "units", "staff_id")


class NobodyNamedError(SettingsError):
    """The policy names nobody who could act."""

    def __init__(self) -> None:
        """Say why names are needed and how to write them down."""
        super().__init__(
            "Closing a month needs named people: one checks, another approves, a third closes. policy.toml names "
            'nobody. Write each as [[person]] with name = "…", and units = ["…"] or staff_id = "…" where they '
            "belong to a unit that is paid, and act with --as NAME."
        )


def read_people(folder: Path) -> tuple[str, ...]:
    """Return the names of those whom a workspace's policy.toml names; SettingsError for a mistake in one of them."""
    return tuple(entry["name"] for entry in _entries(policy_text(folder)))


def person_called(policy: PolicyText, name: str | None, warehouse: Warehouse, since: date) -> Person:
    """Return the person of a name with every unit they have belonged to since a day; QueryError names those there are.

    Units are those written beside the name, and those of the staff table under the person's staff_id.
    """
    known = {entry["name"]: entry for entry in _entries(policy.text)}
    if not known:
        raise NobodyNamedError
    if name is None or name not in known:
        asked = f"policy.toml names no person '{name}'" if name else "Say who acts: --as NAME"
        message = f"{asked}. {nearest(name or '', known)}"
        raise QueryError(message)
    entry = known[name]
    units = {*entry.get("units", []), *_units_of(entry.get("staff_id"), warehouse, since)}
    return Person(name, frozenset(units))


def _entries(text: str) -> list[dict[str, Any]]:
    written = sections_of(text, _SECTION)
    entries = [_entry(number, entry) for number, entry in enumerate(written, start=1)]
    refuse_overlaps(_SECTION, [entry["name"] for entry in entries], entries)
    return entries


def _entry(number: int, entry: dict[str, Any]) -> dict[str, Any]:
    unknown = [key for key in entry if key not in _KEYS]
    if unknown:
        raise EntryError(_SECTION, number, f"'{unknown[0]}' is not known here. {nearest(unknown[0], _KEYS)}", entry)
    units = entry.get("units", [])
    if not (isinstance(entry.get("name"), str) and entry["name"].strip()):
        raise EntryError(_SECTION, number, "a person needs a name", entry)
    if not (isinstance(units, list) and all(isinstance(unit, str) for unit in units)):
        raise EntryError(_SECTION, number, 'units is a list such as ["N", "S"]', entry)
    return entry


def _units_of(staff: object, warehouse: Warehouse, since: date) -> list[str]:
    if staff is None:
        return []
    still = pl.col("valid_to").is_null() | (pl.col("valid_to") >= since)
    rows = warehouse.scan("staff").filter(pl.col("staff_id") == str(staff), still)
    return rows.select(pl.col("org_unit_id").drop_nulls().unique()).collect().to_series().to_list()
