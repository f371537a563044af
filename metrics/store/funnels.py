"""Funnels that a workspace declares in policy.toml as [[funnel]]."""

import json
import re
from collections.abc import Collection, Mapping
from dataclasses import asdict
from datetime import timedelta
from pathlib import Path
from typing import Any

from metrics.errors import nearest
from metrics.funnel.definition import Funnel, Mode, Skipped, Stage
from metrics.funnel.errors import FunnelDefinitionError, UnknownFunnelError
from metrics.store.policy import EntryError, sections
from metrics.text import Text

_SECTION = "funnel"
_KEYS = ("name", "zh", "en", "stages", "window", "mode", "skipped", "survey")
_STAGE_KEYS = ("key", "zh", "en", "within")
_UNITS = {"w": "weeks", "d": "days", "h": "hours", "m": "minutes", "s": "seconds"}
_SPAN = re.compile(r"(\d+)([wdhms])")


def read_funnels(folder: Path) -> dict[str, Funnel]:
    """Return the workspace's funnels by name, in the order in which they are declared."""
    funnels: dict[str, Funnel] = {}
    for number, entry in enumerate(sections(folder, _SECTION), start=1):
        funnel = _funnel(number, entry)
        if funnel.name in funnels:
            raise EntryError(_SECTION, number, f"a funnel called '{funnel.name}' is declared already", entry)
        funnels[funnel.name] = funnel
    return funnels


def described(funnel: Funnel) -> str:
    """Return everything that decides what a funnel counts, as text: what is stored was counted by the same or not."""
    return json.dumps(asdict(funnel), default=str, sort_keys=True, ensure_ascii=False)


def chosen(funnels: Mapping[str, Funnel], name: str | None) -> Funnel:
    """Return the funnel called `name`, or the first one declared; UnknownFunnelError names those there are."""
    asked = next(iter(funnels), "") if name is None else name
    if asked not in funnels:
        raise UnknownFunnelError(asked, funnels)
    return funnels[asked]


def _funnel(number: int, entry: dict[str, Any]) -> Funnel:
    try:
        _known(entry, _KEYS)
        return Funnel(
            name=str(entry["name"]),
            text=Text(str(entry.get("zh", entry["name"])), str(entry.get("en", entry["name"]))),
            stages=tuple(_stage(stage) for stage in entry["stages"]),
            window=_window(entry),
            mode=Mode(entry.get("mode", Mode.ORDERED)),
            skipped=Skipped(entry.get("skipped", Skipped.STRICT)),
            survey=entry.get("survey"),
        )
    except KeyError as missing:
        raise EntryError(
            _SECTION, number, f"{missing} is missing; a funnel needs name, stages and window", entry
        ) from None
    except (TypeError, ValueError, AttributeError, FunnelDefinitionError) as problem:
        raise EntryError(_SECTION, number, str(problem).removesuffix("."), entry) from problem


def _stage(declared: str | dict[str, Any]) -> Stage:
    entry = {"key": declared} if isinstance(declared, str) else declared
    _known(entry, _STAGE_KEYS)
    key = str(entry["key"])
    within = entry.get("within")
    text = Text(str(entry.get("zh", key)), str(entry.get("en", key)))
    return Stage(key, text, None if within is None else span(within))


def _window(entry: Mapping[str, Any]) -> timedelta:
    if "window" not in entry:
        message = 'no window, no funnel: say how long a case may take from the first stage to the last (window = "30d")'
        raise ValueError(message)
    return span(entry["window"])


def span(text: object) -> timedelta:
    """Return a length of time written like "30d", "90m" or "1d12h"; ValueError says how to write it."""
    parts = _SPAN.findall(str(text))
    if not parts or "".join(number + unit for number, unit in parts) != str(text):
        message = f"{text!r} is no length of time; write it like 30d, 12h, 90m or 1d12h (w, d, h, m, s)"
        raise ValueError(message)
    return sum((timedelta(**{_UNITS[unit]: int(number)}) for number, unit in parts), timedelta())


def _known(entry: Mapping[str, Any], allowed: Collection[str]) -> None:
    for key in entry:
        if key not in allowed:
            message = f"unknown key '{key}'. {nearest(key, allowed)}"
            raise ValueError(message)
