"""What can be wrong with a mapping that only the data shows."""

from etl.errors import WorkspaceError


class MappingError(WorkspaceError):
    """The mapping cannot be applied to the data that came."""


class ZoneNeededError(MappingError):
    """Times came without a zone, and nothing says which zone they are of."""

    def __init__(self, place: str, source: str, raw_column: str, example: str) -> None:
        super().__init__(
            f"{place}: column '{raw_column}' holds times without a zone, such as '{example}'."
            f" Say which zone the system writes: zone = \"Asia/Shanghai\" under the [[source]] '{source}'."
        )
