"""Working calendars of a workspace: [[schedule]] and [[timing]] of its policy.toml over its calendar tables."""

from collections.abc import Collection, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from metrics.clocks import Several
from metrics.clocks.schedules import EVERY_UNIT
from metrics.clocks.timing import PUBLIC_HOLIDAYS, Schedule, Timing
from metrics.contract import TABLES
from metrics.errors import nearest
from metrics.store.policy import EntryError, refuse_overlaps, sections

NAME = "timing"
_SCHEDULE = "schedule"
_KEYS = ("calendar", "unit", "valid_from", "public_holidays", "known_from", "known_until")
_TIMING = ("pauses", "several_schedules", "due_moved_by_pauses")
_STATUSES = TABLES["cases"].column("status").allowed


def read_timing(folder: Path) -> Timing:
    """Return how policy.toml says that cases are timed; the usual way where it says nothing."""
    entries = sections(folder, _SCHEDULE)
    schedules = [_schedule(number, entry) for number, entry in enumerate(entries, start=1)]
    refuse_overlaps(_SCHEDULE, [(schedule.unit, schedule.valid_from) for schedule in schedules], entries)
    told = sections(folder, NAME)
    if len(told) > 1:
        raise EntryError(NAME, 2, "a workspace has one [[timing]]", told[1])
    return _timing(told[0] if told else {}, tuple(schedules))


def _schedule(number: int, entry: dict[str, Any]) -> Schedule:
    try:
        _known(entry, _KEYS)
        _known([entry["public_holidays"]] if "public_holidays" in entry else [], PUBLIC_HOLIDAYS)
        return Schedule(
            calendar=str(entry["calendar"]),
            unit=str(entry.get("unit", EVERY_UNIT)),
            valid_from=_day(entry, "valid_from"),
            public_holidays=entry.get("public_holidays"),
            known_from=_day(entry, "known_from"),
            known_until=_day(entry, "known_until"),
        )
    except (KeyError, TypeError, ValueError) as problem:
        needs = f"{problem}; a schedule needs calendar, and may have {', '.join(_KEYS[1:])}"
        raise EntryError(_SCHEDULE, number, needs, entry) from problem


def _timing(entry: Mapping[str, Any], schedules: tuple[Schedule, ...]) -> Timing:
    usual = Timing()
    try:
        _known(entry, _TIMING)
        pauses = tuple(entry.get("pauses", usual.pauses))
        _known(pauses, _STATUSES)
        several = entry.get("several_schedules", usual.several)
        _known([several], tuple(Several))
        return Timing(schedules, pauses, Several(several), _flag(entry, "due_moved_by_pauses"))
    except (TypeError, ValueError) as problem:
        raise EntryError(NAME, 1, str(problem).removesuffix("."), entry) from problem


def _known(words: Collection[str], allowed: Collection[str]) -> None:
    for word in words:
        if word not in allowed:
            message = f"'{word}' is not known here. {nearest(str(word), allowed)}"
            raise ValueError(message)


def _day(entry: Mapping[str, Any], name: str) -> date | None:
    return date.fromisoformat(str(entry[name])) if name in entry else None


def _flag(entry: Mapping[str, Any], name: str) -> bool:
    stated = entry.get(name, False)
    if not isinstance(stated, bool):
        message = f"{name} is {stated!r}; write true or false"
        raise TypeError(message)
    return stated
