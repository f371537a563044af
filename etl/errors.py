"""The root of every error that the ETL room raises.

EtlError
├── WorkspaceError      the workspace's own files are wrong: whoever wrote them mends them
│   └── MappingError    the mapping cannot be applied to the data that came
└── SourceError         the data is wrong: whoever exported it mends it
    └── SchemaDriftError  the columns are not the ones that the mapping was written for
"""


class EtlError(Exception):
    """A load cannot go on."""


class WorkspaceError(EtlError):
    """The workspace's own files say something that cannot be followed."""


class SourceError(EtlError):
    """What a source holds cannot be read as the workspace says."""
