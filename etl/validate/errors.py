"""What can go wrong while rules are applied, apart from the data."""

from collections.abc import Iterable

from etl.errors import EtlError


class RuleBrokenError(EtlError):
    """great-expectations could not evaluate a rule: the programmer's mistake."""

    def __init__(self, rule: str, column: str, reasons: Iterable[str]) -> None:
        """Say which rule of which column, and what great-expectations said."""
        said = "; ".join(sorted(reason.rstrip(".") for reason in reasons))
        super().__init__(f"Rule '{rule}' of column '{column}' could not be evaluated: {said}.")
