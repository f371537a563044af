"""What can be wrong with a survey or with the instrument it was asked by."""

from collections.abc import Iterable, Mapping

from metrics.errors import MetricsError


class InstrumentError(MetricsError):
    """An instrument contradicts itself: whoever declared it mends it."""


class IncompleteSurveyError(MetricsError):
    """A figure over all dimensions cannot be given, since a dimension has no answers."""

    def __init__(self, score: str, missing: Iterable[str]) -> None:
        """Say which score has no overall and which dimensions are missing."""
        names = ", ".join(sorted(missing)) or "any dimension"
        super().__init__(f"No overall {score}: nobody answered an item of {names}.")


class WeightError(MetricsError):
    """Points that were to weigh the dimensions do not do so."""

    def __init__(self, points: Mapping[str, float], dimensions: Iterable[str]) -> None:
        """Say what was given and what it must be."""
        given = ", ".join(f"{name} {value:g}" for name, value in points.items())
        super().__init__(f"Weights must give 100 points in all to {', '.join(dimensions)}; got {given}.")
