"""From raw rows to the contract: every cell read as the workspace says, or named as unreadable."""

from etl.mapping.rows import Mapped, map_rows

__all__ = ["Mapped", "map_rows"]
