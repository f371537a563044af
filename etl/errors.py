"""The root of every error that the ETL room raises.

EtlError
├── StorageError        the warehouse or the records database cannot be written or read: whoever runs it mends it
├── AnotherLoadError    another load of the workspace is running
├── WorkspaceError      the workspace's own files are wrong: whoever wrote them mends them
│   └── MappingError    the mapping cannot be applied to the data that came
├── UnknownSourceError  no source of this name was ever loaded: whoever asks mends it
└── SourceError         the data is wrong: whoever exported it mends it
    └── SchemaDriftError  the columns are not the ones that the mapping was written for
"""

import re
from collections.abc import Iterable

from metrics.errors import nearest

_DRAWN = re.compile("\\x1b\\[[0-9;]*m|↳")


class EtlError(Exception):
    """A load cannot go on."""


class WorkspaceError(EtlError):
    """The workspace's own files say something that cannot be followed."""


class UnknownSourceError(EtlError):
    """No source of this name was ever loaded."""

    def __init__(self, name: str, known: Iterable[str]) -> None:
        """Say which name was asked for and which come close."""
        super().__init__(f"No source called '{name}' was ever loaded. {nearest(name, known)}")


class SourceError(EtlError):
    """What a source holds cannot be read as the workspace says."""


class StorageError(EtlError):
    """The warehouse or the records database cannot be written or read."""

    def __init__(self, problem: object) -> None:
        """Say what went wrong and that nothing is lost."""
        reason = in_one_line(problem).rstrip(".")
        super().__init__(
            f"The load could not be kept: {reason}. Nothing of it is published, the last finished load stays as it was."
            f" Run it again when that is mended."
        )


def in_one_line(problem: object) -> str:
    """Return what a library says of a problem without the colours, arrows and lines that it is drawn with."""
    return " ".join(_DRAWN.sub("", str(problem)).split())
