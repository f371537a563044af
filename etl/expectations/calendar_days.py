"""What a row of calendar days must satisfy."""

import great_expectations.expectations as gxe
import polars as pl

from etl.expectations.contract_rules import contract_rules
from etl.expectations.rules import about, matching
from etl.expectations.suite import Suite
from metrics.contract.calendar_days import TABLE

_BLOCK = r"(?:[01]\d|2[0-3]):[0-5]\d-(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)"
_FORWARD = pl.element().str.slice(0, 5) < pl.element().str.slice(6, 5)

SUITE = Suite(
    table=TABLE,
    tolerance=0.0,
    worked_out={"blocks_run_forward": pl.col("blocks").str.split(",").list.eval(_FORWARD).list.all()},
    rules=[
        *contract_rules(TABLE),
        matching(TABLE, "blocks", rf"^{_BLOCK}(?:,{_BLOCK})*$", "HH:MM-HH:MM,HH:MM-HH:MM"),
        gxe.ExpectColumnValuesToBeInSet(
            column="blocks_run_forward",
            value_set=[True],
            **about(
                "ends_before_starts",
                "blocks",
                "每个时段的结束必须晚于开始。",
                "Every block must end after it starts.",
            ),
        ),
    ],
)
