"""Turn failing row numbers into refused rows, each with the values that its rule objects to."""

from collections.abc import Iterator, Sequence

import polars as pl

from etl.expectations.suite import told
from etl.validate.checked import REJECTED
from etl.validate.engine import Verdict

_EMPTY = "(empty)"


def rejected(facts: pl.DataFrame, verdicts: Sequence[Verdict]) -> pl.DataFrame:
    """Return one row per refused row and rule, in the order of the rows."""
    found = [_refused(facts, verdict) for verdict in verdicts if len(verdict.rows)]
    together = pl.concat([REJECTED.to_frame(), *found])
    return together.sort("source_file", "source_row", maintain_order=True)


def _refused(facts: pl.DataFrame, verdict: Verdict) -> pl.DataFrame:
    about = told(verdict.rule)
    return facts[list(verdict.rows)].select(
        "source_file",
        "source_row",
        rule=pl.lit(about["rule"]),
        column=pl.lit(about["column"]),
        detail=pl.concat_str(list(_quoted(facts.schema, about["shows"])), separator=", "),
    )


def _quoted(schema: pl.Schema, columns: Sequence[str]) -> Iterator[pl.Expr]:
    for name in columns:
        text = _text(name, schema[name]).fill_null(_EMPTY)
        # `unreadable` is a sentence of the mapping's own; every other value is quoted with its column.
        yield text if name == "unreadable" else pl.format(f"{name} = {{}}", text)


def _text(name: str, dtype: pl.DataType) -> pl.Expr:
    if isinstance(dtype, pl.Datetime):
        return pl.col(name).dt.to_string("%Y-%m-%d %H:%M:%S %Z")
    return pl.col(name).cast(pl.String)
