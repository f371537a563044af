"""The kinds of setting that recur in workspace.toml, each refusing what cannot be meant."""

import os
import re
import zoneinfo
from collections.abc import Mapping
from datetime import datetime
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator

from etl.workspace.strict import refuse
from metrics.errors import nearest

_VARIABLE = re.compile(r"\$\{([^}]*)\}")


def _expanded(text: str) -> str:
    return _VARIABLE.sub(_variable, text)


def _variable(match: re.Match[str]) -> str:
    name = match.group(1)
    if name not in os.environ:
        refuse(f"the environment variable {name} is not set, which '{match.group(0)}' asks for.")
    return os.environ[name]


def _zone(name: str) -> str:
    try:
        zoneinfo.ZoneInfo(name)
    except (ValueError, KeyError, OSError):
        refuse(f"there is no time zone '{name}'. {_near_zones(name)}")
    return name


def _near_zones(name: str) -> str:
    near = nearest(name, zoneinfo.available_timezones())
    return near if near.startswith("Did") else "Write it like Asia/Shanghai or Europe/Amsterdam."


def _encoding(name: str) -> str:
    try:
        "".encode(name)  # refuses codecs that are not of text, such as base64
    except LookupError:
        refuse(f"there is no encoding '{name}'. Known are utf-8, gb18030, big5, cp949, utf-16, cp1252 and the like.")
    return name


def _delimiter(mark: str) -> str:
    if len(mark) != 1 or not mark.isascii() or mark in '"\r\n\0':
        refuse(f"{mark!r} is not a single plain character, such as a comma, a semicolon, a tab or a bar.")
    return mark


def _moment(value: datetime) -> datetime:
    if value.tzinfo is None:
        refuse(f"'{value}' has no zone; write it like 2025-12-31T23:59:59+08:00.")
    return value


def _several(value: object) -> object:
    return [value] if isinstance(value, str) else value


def _text(value: object) -> object:
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value) if isinstance(value, int | float) else value


def _texts(value: object) -> object:
    # Cells are compared without the spaces around them.
    return {str(key).strip(): _text(item) for key, item in value.items()} if isinstance(value, Mapping) else value


Expanded = Annotated[str, AfterValidator(_expanded)]
"""Text in which ${NAME} stands for an environment variable."""
Zone = Annotated[str, AfterValidator(_zone)]
Encoding = Annotated[str, AfterValidator(_encoding)]
Delimiter = Annotated[str, AfterValidator(_delimiter)]
Moment = Annotated[datetime, AfterValidator(_moment)]
Several = Annotated[tuple[str, ...], BeforeValidator(_several)]
"""One text or a list of them."""
Text = Annotated[str, BeforeValidator(_text)]
"""Text, or a number or truth value as text."""
Texts = Annotated[dict[str, str], BeforeValidator(_texts)]
