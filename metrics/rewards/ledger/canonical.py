"""Canonical JSON: one text, and so one hash, for the same thing said."""

import hashlib
import json
import unicodedata
from collections.abc import Mapping
from typing import Any

from metrics.rewards.ledger.errors import CanonicalError

Document = Mapping[str, Any]


def canonical(value: object) -> str:
    """Return a value as JSON: keys sorted by code point, no spaces, text in NFC; CanonicalError for a float.

    Only texts, whole numbers, truth values, null, lists and objects can be written: whatever is not exact is refused.
    """
    return _written(_plain(value, ""))


def said(text: str) -> Any:  # noqa: ANN401 whatever JSON holds
    """Return what canonical JSON says; ValueError where it is no JSON, or some other spelling of it than canonical."""
    told = json.loads(text, parse_float=_refused, parse_constant=_refused)
    if _written(told) != text or not unicodedata.is_normalized("NFC", text):
        message = "The text is not the canonical spelling of what it says."
        raise ValueError(message)
    return told


def sha256(text: str) -> str:
    """Return the SHA-256 of a text in UTF-8, as 64 hexadecimal digits."""
    return hashlib.sha256(text.encode()).hexdigest()


def digest(value: object) -> str:
    """Return the SHA-256 of a value's canonical JSON."""
    return sha256(canonical(value))


def _written(plain: object) -> str:
    return json.dumps(plain, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _refused(number: str) -> None:
    message = f"{number} is no exact number."
    raise ValueError(message)


def _plain(value: object, where: str) -> object:
    match value:
        case str():
            return _text(value, where)
        case bool() | int() | None:
            return value
        case Mapping():
            return _object(value, where)
        case list() | tuple():
            return [_plain(item, f"{where}[{number}]") for number, item in enumerate(value)]
    message = f"{where or 'The value'} is {value!r} of type {type(value).__name__}, which JSON does not hold exactly."
    raise CanonicalError(message)


def _text(text: str, where: str) -> str:
    try:
        text.encode()
    except UnicodeEncodeError:
        message = f"{where or 'The value'} is {text!r}, which UTF-8 cannot hold."
        raise CanonicalError(message) from None
    return unicodedata.normalize("NFC", text)


def _object(value: Mapping[Any, object], where: str) -> dict[str, object]:
    found: dict[str, object] = {}
    for key, item in value.items():
        if not isinstance(key, str):
            message = f"{where or 'The value'} has the key {key!r}; keys are texts."
            raise CanonicalError(message)
        name = _text(key, where)
        if name in found:
            message = f"{where or 'The value'} has the key '{name}' twice, in two spellings of Unicode."
            raise CanonicalError(message)
        found[name] = _plain(item, f"{where}.{name}" if where else name)
    return found
