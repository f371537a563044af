"""The remarks that some customers add to a form."""

from typing import Final

import numpy as np
import polars as pl

from sample_data.voices import COMMENTS

_REMARKS: Final = 0.16


def with_comments(forms: pl.DataFrame, rng: np.random.Generator) -> pl.DataFrame:
    """Return the forms with remarks on some, in the tone of the grade for the repair."""
    drawn, pick = rng.random(forms.height), rng.integers(60, size=forms.height)
    comments = [
        COMMENTS[grade][choice % len(COMMENTS[grade])] if grade is not None and chance < _REMARKS else None
        for grade, chance, choice in zip(forms["repair_quality"], drawn, pick, strict=True)
    ]
    return forms.with_columns(comment=pl.Series(comments, dtype=pl.String))
