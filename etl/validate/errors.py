"""What can go wrong while rules are applied, apart from the data."""

from collections.abc import Iterable

from etl.errors import EtlError


class RuleBrokenError(EtlError):
    """great-expectations could not evaluate a rule: the programmer's mistake."""

    def __init__(self, rule: str, column: str, reasons: Iterable[str]) -> None:
        """Keep which rule of which column, and what great-expectations said."""
        super().__init__(rule, column, tuple(reasons))

    def __str__(self) -> str:
        """Say it in a sentence."""
        rule, column, reasons = self.args
        said = "; ".join(sorted(reason.rstrip(".") for reason in reasons))
        return f"Rule '{rule}' of column '{column}' could not be evaluated: {said}."


class ExaminationStoppedError(EtlError):
    """The process that examines rows has died: something on this machine ended it."""

    def __init__(self, code: int | None) -> None:
        """Say how it ended, and what to do."""
        super().__init__(
            f"The process that checks rows ended with {code} before it was done; memory may have run out. Nothing of "
            f"the load is published. Run it again, with fewer rows at once if it happens again."
        )
