"""How segments are called: by the names that are known, else by their keys."""

from collections.abc import Mapping, Sequence
from typing import Any

from metrics.text import Text

# (dimension, key) -> name
Names = Mapping[tuple[str, str], Text]


def called(row: Mapping[str, Any], by: Sequence[str], names: Names) -> Text:
    """Return the name of a segment, one part per dimension."""
    parts = [names.get((name, row[name]), Text(str(row[name]), str(row[name]))) for name in by]
    return Text(" · ".join(part.zh for part in parts), " · ".join(part.en for part in parts))
