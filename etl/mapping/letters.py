"""Mending letters: full-width and lower-case grades, the letter O for a zero, spaces around; each is logged."""

from collections.abc import Sequence

import polars as pl

from etl.mapping.reader import CELL, Reader, because

_O_FOR_ZERO = r"^[+-]?[0-9Oo]+$"


def half_width(cell: pl.Expr) -> pl.Expr:
    """Return the text with full-width letters and digits in their plain form."""
    return cell.str.normalize("NFKC")


def choice_reader(allowed: Sequence[str]) -> Reader:
    """Return a reader of words out of `allowed`; other words are left as they stand, for the expectations to catch."""
    folded = half_width(CELL).str.to_lowercase()
    spelling = {word.lower(): word for word in allowed}
    mended = folded.replace_strict(spelling, default=None, return_dtype=pl.String)
    return Reader(pl.coalesce(mended, CELL), repaired=mended)


def zeros_for_letters(cell: pl.Expr) -> pl.Expr:
    """Return the text with plain digits, and zeros where the letter O stands among digits."""
    plain = half_width(cell)
    return pl.when(plain.str.contains(_O_FOR_ZERO)).then(plain.str.replace_all("[Oo]", "0")).otherwise(plain)


_GRADE_OF = {"5": "A", "4": "B", "3": "C", "2": "D", "1": "E"}


def grades_of_numbers() -> Reader:
    """Return a reader of the grades A–E out of the numbers 5–1."""
    number = zeros_for_letters(CELL).str.replace(r"\.0+$", "")
    grade = number.replace_strict(_GRADE_OF, default=None, return_dtype=pl.String)
    return Reader(grade, because("is not on the scale 1–5"))


def numbers_of_grades() -> Reader:
    """Return a reader of the numbers 5–1 out of the grades A–E."""
    letter = half_width(CELL).str.to_uppercase()
    number_of = {grade: int(number) for number, grade in _GRADE_OF.items()}
    number = letter.replace_strict(number_of, default=None, return_dtype=pl.Int64)
    return Reader(number, because("is not on the scale A–E"), repaired=letter)
