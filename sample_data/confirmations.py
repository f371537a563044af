"""What customers answer online to the question whether one contact was enough."""

from typing import Final

import numpy as np
import polars as pl

_ANSWERS: Final = 0.85
_YES_IF_SO: Final = 0.93
_YES_IF_NOT: Final = 0.28


def with_confirmations(forms: pl.DataFrame, cases: pl.DataFrame, rng: np.random.Generator) -> pl.DataFrame:
    """Return the forms with an answer on most that came back online: as a rule that of the case's own record."""
    once = (pl.col("customer_touches") <= 1) & (pl.col("transfer_count") == 0) & (pl.col("reopen_count") == 0)
    records = cases.select(once=once, form_id=pl.col("case_id").str.replace("W", "F"))
    asked, drawn = (pl.lit(pl.Series(rng.random(forms.height))) for _ in range(2))
    says_yes = drawn < pl.when("once").then(_YES_IF_SO).otherwise(_YES_IF_NOT)
    # The question stands where the rating does.
    answered = pl.col("csat").is_not_null() & (asked < _ANSWERS)
    told = forms.join(records, on="form_id", how="left", maintain_order="left")
    return told.with_columns(settled_at_once=pl.when(answered).then(says_yes)).drop("once")
