"""Money in whole minor units (fen): never a float, and one rounding rule that is written down."""

from fractions import Fraction

from metrics.text import Text

MINOR_UNITS = 100
ROUNDING = "half_away_from_zero_to_minor_unit"
ROUNDING_TEXT = Text(
    "四舍五入到分:正好半分时向绝对值大的一边进位,奖与罚对称",
    "rounded to the minor unit; exactly half a unit goes away from zero, so rewards and penalties mirror each other",
)


def rounded(amount: Fraction) -> int:
    """Return an exact amount in whole minor units, half a unit away from zero."""
    size = (2 * abs(amount.numerator) + amount.denominator) // (2 * amount.denominator)
    return size if amount >= 0 else -size


def in_main_units(amount: int, currency: str) -> str:
    """Return an amount as it is read: "−1,000.00 CNY"."""
    whole, minor = divmod(abs(amount), MINOR_UNITS)
    return f"{'−' if amount < 0 else ''}{whole:,}.{minor:02d} {currency}"
