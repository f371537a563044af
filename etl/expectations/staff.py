"""What a row of staff must satisfy: half-open periods that do not overlap."""

import great_expectations.expectations as gxe
import polars as pl

from etl.expectations.contract_rules import contract_rules
from etl.expectations.rules import about, in_order
from etl.expectations.suite import Suite
from metrics.contract.staff import TABLE

SUITE = Suite(
    table=TABLE,
    tolerance=0.02,
    worked_out={"next_from": pl.col("valid_from").shift(-1).over("staff_id", order_by="valid_from")},
    rules=[
        *contract_rules(TABLE),
        in_order(TABLE, "valid_to_before_from", "valid_from", "valid_to", strictly=True),
        gxe.ExpectColumnPairValuesAToBeGreaterThanB(
            column_A="next_from",
            column_B="valid_to",
            or_equal=True,
            ignore_row_if="either_value_is_missing",
            **about(
                "periods_overlap",
                "valid_to",
                "同一员工的下一段任职在本段“失效日”之前已开始。",
                "The person's next period begins before this one's 'Valid to'.",
                ("staff_id", "valid_to", "next_from"),
            ),
        ),
    ],
)
