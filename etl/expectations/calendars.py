"""What a row of calendars must satisfy: blocks of a real weekday that begin before they end and do not overlap."""

import great_expectations.expectations as gxe
import polars as pl

from etl.expectations.contract_rules import contract_rules
from etl.expectations.rules import about, between, in_order, matching
from etl.expectations.suite import Suite
from etl.expectations.zones import zone_known, zone_looked_up
from metrics.contract.calendars import TABLE

_START = r"^(?:[01]\d|2[0-3]):[0-5]\d$"
_END = r"^(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$"

SUITE = Suite(
    table=TABLE,
    tolerance=0.0,
    worked_out={
        **zone_looked_up(),
        "block_before_ends": pl.col("ends").shift().over("calendar_id", "weekday", order_by="starts"),
    },
    rules=[
        *contract_rules(TABLE),
        between(TABLE, "weekday", 1, 7),
        matching(TABLE, "starts", _START, "HH:MM"),
        matching(TABLE, "ends", _END, "HH:MM"),
        in_order(TABLE, "ends_before_starts", "starts", "ends", strictly=True),
        gxe.ExpectColumnPairValuesAToBeGreaterThanB(
            column_A="starts",
            column_B="block_before_ends",
            or_equal=True,
            ignore_row_if="either_value_is_missing",
            **about(
                "blocks_overlap",
                "starts",
                "同一天的时段互相重叠。",
                "The blocks of one day overlap.",
                ("weekday", "block_before_ends", "starts"),
            ),
        ),
        zone_known(TABLE),
    ],
)
