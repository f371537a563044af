"""Phone numbers as identity keys: one spelling for each number."""

import polars as pl

from etl.mapping.letters import half_width
from etl.mapping.reader import CELL, Reader

# A mainland mobile number has eleven digits that begin with 1.
_COUNTRY = r"^(?:\+|00)86|^86(1\d{10})$"


def phone_reader() -> Reader:
    """Return a reader of phone numbers: digits only, without +86 or 0086; null where no digit is left."""
    signs = half_width(CELL).str.replace_all(r"[^\d+]", "")
    digits = signs.str.replace(_COUNTRY, "$1").str.replace_all("+", "", literal=True)
    return Reader(pl.when(digits.str.contains("[1-9]")).then(digits))
