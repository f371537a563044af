"""What a row of SERVQUAL weights must satisfy: points that add up to 100 over a response."""

import great_expectations.expectations as gxe
import polars as pl

from etl.expectations.contract_rules import contract_rules
from etl.expectations.rules import about, between
from etl.expectations.suite import Suite
from metrics.contract.servqual_weights import TABLE

SUITE = Suite(
    table=TABLE,
    tolerance=0.05,
    worked_out={"points_in_all": pl.col("points").sum().over("response_id")},
    rules=[
        *contract_rules(TABLE),
        between(TABLE, "points", 0, 100),
        gxe.ExpectColumnValuesToBeBetween(
            column="points_in_all",
            min_value=99.5,  # three times 33.3 is a fair answer
            max_value=100.5,
            **about(
                "points_not_100",
                "points",
                "同一答卷各维度的分数合计必须为 100。",
                "The points of one response must add up to 100.",
                ("response_id", "points_in_all"),
            ),
        ),
    ],
)
