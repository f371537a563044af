"""From audits to the strata they were drawn from, and from twice-rated contacts to a table of two verdicts."""

import polars as pl

from metrics.accuracy.errors import StrataError

_COARSE, _FINE = ("month", "stratum"), ("month", "unit", "stratum")


def strata_of(audits: pl.DataFrame) -> pl.DataFrame:
    """Return stratum, population, n and hits per month and stratum of randomly drawn audits.

    `audits` is the evidence of an accuracy KPI, rows left out included: a stratum all of whose audits were left out
    has n = 0. Where centres state sizes of their own, each centre is a stratum; StrataError where sizes still differ.
    """
    drawn = audits.filter(pl.col("sampling") != "targeted")
    cells = _one_size_each(drawn, _COARSE)
    if cells is None:
        cells = _one_size_each(drawn, _FINE)
    if cells is None:
        message = "One stratum of one month states several sizes (population_n)."
        raise StrataError(message, drawn["stratum"].unique())
    return cells


def _one_size_each(audits: pl.DataFrame, cell: tuple[str, ...]) -> pl.DataFrame | None:
    counted = pl.col("status") == "counted"
    cells = audits.group_by(cell).agg(
        sizes=pl.col("population_n").drop_nulls().n_unique(),
        population=pl.col("population_n").max(),
        n=counted.sum().cast(pl.Int64),
        hits=(counted & (pl.col("value") == 1)).sum().cast(pl.Int64),
    )
    if (cells["sizes"] > 1).any():
        return None
    name = pl.concat_str(*cell, separator=" ").alias("stratum")
    return cells.select(name, "population", "n", "hits").sort("stratum")


def verdicts(audits: pl.DataFrame, group: str, most: int = 1) -> list[list[int]]:
    """Return how often the first rating found 0, 1, … `most` or more errors (rows) where the second found so many.

    Only contacts that were rated twice and validly, with something of the group judged both times.
    """
    failed, judged = f"{group}_failed", f"{group}_judged"
    valid = audits.filter((pl.col("audit_status") == "valid") & (pl.col(judged) > 0))
    rated = valid.select("subject", "round", found=pl.col(failed).clip(upper_bound=most))
    first, second = (rated.filter(pl.col("round") == name).unique("subject", keep="none") for name in _ROUNDS)
    pairs = first.join(second, on="subject", suffix="_again").group_by("found", "found_again").len()
    table = [[0] * (most + 1) for _ in range(most + 1)]
    for row, column, number in pairs.iter_rows():
        table[row][column] = number
    return table


_ROUNDS = ("primary", "second")
