"""Settings of a policy: what each is called, and whether the source document fixes it or this project had to invent it.

The document that the rule comes from breaks off in the middle of its special cases. Whatever fills the hole is marked
as the project's own rule wherever a policy is shown.
"""

import hashlib
import json
from dataclasses import dataclass, field, fields, is_dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction
from typing import Any

from metrics.text import Text

OWN_RULE = Text("本项目自定", "project's own rule")
_SHORT = 16


@dataclass(frozen=True)
class Setting:
    """One setting of a policy as it is shown; `own` marks the project's own rules."""

    key: str
    text: Text
    value: Any
    own: bool


def stated(default: Any, zh: str, en: str) -> Any:  # noqa: ANN401 a field of any type
    """Declare a setting whose default the source document fixes."""
    return field(default=default, metadata={"text": Text(zh, en), "own": False})


def own(default: Any, zh: str, en: str) -> Any:  # noqa: ANN401 a field of any type
    """Declare a setting that the source document leaves open: the project's own rule."""
    return field(default=default, metadata={"text": Text(zh, en), "own": True})


def settings_of(policy: Any) -> list[Setting]:  # noqa: ANN401 any dataclass of settings
    """Return every setting of a policy in the order in which it declares them, with its value fit for JSON."""
    return [
        Setting(one.name, one.metadata["text"], plain(getattr(policy, one.name)), one.metadata["own"])
        for one in fields(policy)
    ]


def plain(value: Any) -> Any:  # noqa: ANN401 whatever a setting may hold
    """Return a value for JSON without losing anything: fractions as "n/d", dates in ISO 8601."""
    match value:
        case Fraction():
            return f"{value.numerator}/{value.denominator}"
        case StrEnum() | date():
            return str(value)
        case tuple() if value and all(isinstance(each, tuple) for each in value):
            return {key: plain(each) for key, each in value}
        case tuple() | list():
            return [plain(each) for each in value]
        case _ if is_dataclass(value):
            return {one.name: plain(getattr(value, one.name)) for one in fields(value)}
        case _:
            return value


def digest(content: Any) -> str:  # noqa: ANN401 whatever JSON can say
    """Return a short name of some content: the same for the same content, whatever the order of its keys."""
    written = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(written.encode()).hexdigest()[:_SHORT]
