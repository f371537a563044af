"""How answers are printed for machines."""

import json
from datetime import date, datetime


def print_json(answer: object) -> None:
    """Print an answer as JSON, times in ISO 8601."""
    print(json.dumps(answer, ensure_ascii=False, indent=1, default=_plain))


def _plain(value: object) -> str:
    return value.isoformat() if isinstance(value, datetime | date) else str(value)
