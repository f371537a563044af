"""What a row of complaints must satisfy."""

from etl.expectations.contract_rules import contract_rules
from etl.expectations.rules import another, in_order, not_itself
from etl.expectations.suite import Suite
from metrics.contract.complaints import TABLE

SUITE = Suite(
    table=TABLE,
    tolerance=0.02,
    worked_out=another(TABLE, "duplicate_of", "repeat_of"),
    rules=[
        *contract_rules(TABLE),
        in_order(TABLE, "replied_before_received", "received_at", "first_reply_at"),
        in_order(TABLE, "verified_before_received", "received_at", "verified_at"),
        in_order(TABLE, "closed_before_received", "received_at", "closed_at"),
        not_itself(TABLE, "duplicate_of_itself", "duplicate_of"),
        not_itself(TABLE, "repeat_of_itself", "repeat_of"),
    ],
)
