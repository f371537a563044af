"""What a workspace says of its calendar and of where its warehouse and database are."""

import os
import tomllib
from dataclasses import dataclass
from pathlib import Path
from string import Template
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import URL, make_url

from metrics.calendar import BusinessCalendar
from metrics.store.errors import NoWorkspaceError, SettingsError

_LAST_START = 28


@dataclass(frozen=True)
class Settings:
    """The part of workspace.toml that the metrics layer reads; places are absolute."""

    folder: Path
    name: str
    calendar: BusinessCalendar
    warehouse: str
    database: URL


def read_settings(folder: Path) -> Settings:
    """Return the settings of the workspace in `folder`; NoWorkspaceError or SettingsError where it has none."""
    raw = _read(folder / "workspace.toml")
    places = raw.get("store", {})
    return Settings(
        folder=folder.resolve(),
        name=str(raw.get("name", folder.resolve().name)),
        calendar=_calendar(raw),
        warehouse=_place(folder, _expanded(places.get("warehouse", "var/warehouse"))),
        database=_database(folder, _expanded(places.get("database", "sqlite:///var/plumbline.db"))),
    )


def _read(file: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise NoWorkspaceError(file.parent) from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as problem:
        message = f"{file}: not valid TOML in UTF-8: {problem}."
        raise SettingsError(message) from problem


def _calendar(raw: dict[str, Any]) -> BusinessCalendar:
    zone, start = raw.get("zone"), raw.get("month_starts_on", 1)
    try:
        ZoneInfo(str(zone))
    except (ValueError, KeyError, OSError):
        message = f"workspace.toml: zone = {zone!r} is not an IANA zone such as 'Asia/Shanghai'."
        raise SettingsError(message) from None
    if not isinstance(start, int) or not 1 <= start <= _LAST_START:
        message = f"workspace.toml: month_starts_on = {start!r}; allowed are whole numbers 1 to {_LAST_START}."
        raise SettingsError(message)
    return BusinessCalendar(str(zone), start)


def _expanded(place: object) -> str:
    """Return a place with ${NAME} taken from the environment, so that no password stands in the file."""
    try:
        return Template(str(place)).substitute(os.environ)
    except (KeyError, ValueError) as problem:
        message = f"workspace.toml: {place!r} names an environment variable that is not set: {problem}."
        raise SettingsError(message) from None


def _place(folder: Path, place: str) -> str:
    return place if "://" in place else str((folder / place).resolve())


def _database(folder: Path, address: str) -> URL:
    url = make_url(address)
    if url.get_backend_name() != "sqlite" or not url.database:
        return url
    return url.set(database=str((folder / url.database).resolve()))
