"""What can go wrong while rules are applied, apart from the data."""

from etl.errors import EtlError


class RuleBrokenError(EtlError):
    """great-expectations could not evaluate a rule: the programmer's mistake."""

    def __init__(self, table: str, rule: str, reason: str) -> None:
        """Say which rule of which table, and what great-expectations said."""
        super().__init__(f"Rule '{rule}' of table '{table}' could not be evaluated: {reason.rstrip('.')}.")
