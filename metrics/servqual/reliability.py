"""Cronbach's alpha: how far the items of a dimension measure one thing."""

import numpy as np
import polars as pl
from scipy import special

from metrics.servqual.instrument import Instrument
from metrics.servqual.scores import GAP

_FEWEST = 2
_TAIL = 0.025


def cronbach_alpha(scores: pl.DataFrame) -> float | None:
    """Return alpha of items in columns and respondents in rows, listwise; None where it is undefined.

    alpha = k/(k−1) · (1 − Σ var_j / var_total), sample variances (Cronbach 1951). Undefined for fewer than two items
    or complete respondents, and where the totals do not vary.
    """
    complete = scores.drop_nulls().to_numpy().astype(float)
    people, items = complete.shape if complete.size else (0, scores.width)
    if people < _FEWEST or items < _FEWEST:
        return None
    total = complete.sum(axis=1).var(ddof=1)
    if np.isclose(total, 0.0):
        return None
    return float(items / (items - 1) * (1 - complete.var(axis=0, ddof=1).sum() / total))


def alpha_interval(alpha: float | None, people: int, items: int) -> tuple[float, float] | None:
    """Return Feldt's 95 % interval of alpha over so many complete respondents and items; None without alpha.

    1 − (1 − alpha) · F, with the quantiles of F at n − 1 and (n − 1)(k − 1) degrees (Feldt, Woodruff & Salih 1987).
    """
    if alpha is None:
        return None
    freedom = people - 1, (people - 1) * (items - 1)
    low, high = (1 - (1 - alpha) * float(special.fdtri(*freedom, share)) for share in (1 - _TAIL, _TAIL))
    return low, high


def reliability(paired: pl.DataFrame, instrument: Instrument) -> pl.DataFrame:
    """Return alpha of expectation, perception and gap per dimension, and how many answered all of its items.

    Each `alpha_<side>` has its 95 % interval beside it, `alpha_<side>_low` and `alpha_<side>_high`.
    """
    columns = [f"alpha_{side}{end}" for side in GAP for end in ("", "_low", "_high")]
    return pl.DataFrame(
        [_of_dimension(paired, name, items) for name, items in instrument.dimensions.items()],
        schema={"dimension": pl.String, "n": pl.Int64, **dict.fromkeys(columns, pl.Float64)},
        orient="row",
    )


def _of_dimension(paired: pl.DataFrame, name: str, items: tuple[int, ...]) -> dict[str, object]:
    answers = paired.filter(pl.col("dimension") == name)
    wide = {side: _wide(answers, side, items) for side in GAP}
    told: dict[str, object] = {"dimension": name, "n": wide["gap"].drop_nulls().height}
    for side, frame in wide.items():
        alpha = cronbach_alpha(frame)
        low, high = alpha_interval(alpha, frame.drop_nulls().height, frame.width) or (None, None)
        told |= {f"alpha_{side}": alpha, f"alpha_{side}_low": low, f"alpha_{side}_high": high}
    return told


def _wide(answers: pl.DataFrame, side: str, items: tuple[int, ...]) -> pl.DataFrame:
    """Return one row per respondent and one column per item of the dimension; null where it was not answered."""
    per_item = [pl.col(side).filter(pl.col("item_no") == item).first().alias(str(item)) for item in items]
    return answers.group_by("response_id").agg(per_item).drop("response_id")
