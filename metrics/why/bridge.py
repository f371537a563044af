"""The steps of a bridge from one period's value to the next: mix, the largest own changes, the rest."""

import polars as pl

from metrics.why.explanation import Explanation
from metrics.why.names import Names, called


def bridge(explanation: Explanation, names: Names, most: int = 6) -> pl.DataFrame:
    """Return the steps from the earlier value to the later one; `amount` adds up, `start` and `end` are heights.

    `step` is "before", "mix", "rate" (one of the `most` largest own changes), "rest" or "now". There is no step where
    the comparison is withheld.
    """
    if not explanation.segments.height:
        return pl.DataFrame(schema={**dict.fromkeys(_TEXTS, pl.String), **dict.fromkeys(_NUMBERS, pl.Float64)})
    moved = explanation.segments.filter(pl.col("rate") != 0).sort(pl.col("rate").abs(), descending=True)
    first, now = explanation.before["value"], explanation.now["value"]
    steps = [("mix", "占比变化", "Change of shares", explanation.mix), *_named(explanation, moved.head(most), names)]
    if moved.height > most:
        steps.append(("rest", "其余", "The rest", float(moved["rate"].slice(most).sum())))
    return _stacked([("before", "之前", "before", first), *steps], ("now", "现在", "now", now))


_TEXTS = ("step", "label_zh", "label_en")
_NUMBERS = ("amount", "start", "end")
_Step = tuple[str, str, str, float]


def _named(explanation: Explanation, rows: pl.DataFrame, names: Names) -> list[_Step]:
    labels = [called(row, explanation.by, names) for row in rows.to_dicts()]
    return [("rate", label.zh, label.en, rate) for label, rate in zip(labels, rows["rate"], strict=True)]


def _stacked(steps: list[_Step], end: _Step) -> pl.DataFrame:
    rows = pl.DataFrame(steps, schema=[*_TEXTS, "amount"], orient="row").with_columns(end=pl.col("amount").cum_sum())
    rising = rows.with_columns(start=pl.col("end") - pl.col("amount"))
    last = pl.DataFrame([(*end, 0.0, end[-1])], schema=[*_TEXTS, *_NUMBERS], orient="row")
    return pl.concat([rising.select(*_TEXTS, *_NUMBERS), last])
