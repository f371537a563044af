"""Values as they are read: numbers with the decimals of their kind, times by the business zone's clock."""

from datetime import datetime
from fractions import Fraction
from zoneinfo import ZoneInfo

from metrics.model import Unit
from metrics.quantity import in_words
from metrics.rewards.exact import decimal
from metrics.rewards.money import in_main_units
from metrics.rewards.paper.sheet import Kind, Value
from metrics.text import Language, Text

NOTHING = "–"


def written(value: Value, kind: Kind, language: Language, zone: str) -> str:
    """Return a value in words; "–" where there is none, which is not 0."""
    match value:
        case None:
            return NOTHING
        case Text():
            return value.to(language)
        case datetime():
            return f"{value.astimezone(ZoneInfo(zone)):%Y-%m-%d %H:%M}"
        case str():
            return value
        case _:
            return _number(value, kind)


def _number(value: float | Fraction, kind: Kind) -> str:
    match kind:
        case Kind.SCORE | Kind.SIGNED:
            return decimal(Fraction(value), signed=kind is Kind.SIGNED)
        case Kind.MONEY:
            return in_main_units(int(value), "").rstrip()
        case Kind.SHARE:
            return in_words(float(value), Unit.SHARE).en
        case _:
            return f"{value:,}".replace("-", "−")
