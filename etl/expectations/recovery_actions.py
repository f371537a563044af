"""What a row of recovery actions must satisfy.

A compensation above the authority limit is no fault of the data: a KPI counts it.
"""

from etl.expectations.contract_rules import contract_rules
from etl.expectations.rules import at_least, between, in_order
from etl.expectations.suite import Suite
from metrics.contract.recovery_actions import TABLE

_NOT_NEGATIVE = ("loss_amount", "compensation_amount", "authority_limit", "repurchased_within_days")

SUITE = Suite(
    table=TABLE,
    tolerance=0.02,
    rules=[
        *contract_rules(TABLE),
        in_order(TABLE, "done_before_failure", "failure_detected_at", "done_at"),
        in_order(TABLE, "confirmed_before_failure", "failure_detected_at", "confirmed_at"),
        between(TABLE, "loss_grade", 1, 5),
        *at_least(TABLE, 0, *_NOT_NEGATIVE),
    ],
)
