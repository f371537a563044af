"""Exact numbers as they are written: decimals where those say all of it, else the fraction beside an approximation."""

from fractions import Fraction

from metrics.text import Text

_FEWEST, _EXACT, _MOST = 2, 4, 6


def fraction(written: object) -> Fraction | None:
    """Return what a document writes as "n/d", exact; None stays None."""
    return None if written is None else Fraction(str(written))


def decimal(value: Fraction, *, signed: bool = False) -> str:
    """Return a number with two decimals, half away from zero; one that is not 0 has as many as show that, up to six."""
    text = next((text for text in (_rounded(value, n) for n in range(_FEWEST, _MOST + 1)) if _shows(text, value)), None)
    plain = text or _rounded(value, _FEWEST)
    sign = "−" if value < 0 else "+" if signed and value > 0 else ""
    return sign + plain


def exactly(value: Fraction, *, signed: bool = False) -> str:
    """Return a number without losing anything: with two to four decimals, or as a fraction such as "91/23"."""
    for places in range(_FEWEST, _EXACT + 1):
        if (value * 10**places).denominator == 1:
            sign = "−" if value < 0 else "+" if signed and value > 0 else ""
            return sign + _rounded(value, places)
    sign = "−" if value < 0 else "+" if signed else ""
    return f"{sign}{abs(value.numerator)}/{value.denominator}"


def equals(value: Fraction, *, signed: bool = False) -> str:
    """Return the end of an equation: "= 4.00", or "= 91/23 ≈ 3.96"."""
    exact = exactly(value, signed=signed)
    return f"= {exact} ≈ {decimal(value, signed=signed)}" if "/" in exact else f"= {exact}"


def quotient(total: Fraction, n: int) -> str:
    """Return a division as it is written: "40 / 10 = 4.00", or "91 / 23 ≈ 3.96" where decimals do not say all of it."""
    value = total / n
    sign = "≈" if "/" in exactly(value) else "="
    return f"{whole_or_exact(total)} / {n} {sign} {decimal(value) if sign == '≈' else exactly(value)}"


def in_full(value: Fraction, *, signed: bool = False) -> Text:
    """Return a number as it is read, with the fraction that it stands for where decimals do not say all of it."""
    exact, read = exactly(value, signed=signed), decimal(value, signed=signed)
    return Text(f"{read}(即 {exact})", f"{read} (exactly {exact})") if "/" in exact else Text(exact, exact)


def whole_or_exact(value: Fraction) -> str:
    """Return a total: whole where it is, else exact."""
    if value.denominator == 1:
        return f"{'−' if value < 0 else ''}{abs(value.numerator):,}"
    return exactly(value)


def _shows(text: str, value: Fraction) -> bool:
    return value == 0 or any(digit not in "0.," for digit in text)


def _rounded(value: Fraction, places: int) -> str:
    """Return the size of a number with so many decimals, half a unit of the last one going up."""
    scale = 10**places
    size = abs(value) * scale
    units = (2 * size.numerator + size.denominator) // (2 * size.denominator)
    whole, rest = divmod(units, scale)
    return f"{whole:,}.{rest:0{places}d}"
