"""What a row of cases must satisfy."""

from etl.expectations.contract_rules import contract_rules
from etl.expectations.rules import another, at_least, in_order, not_itself
from etl.expectations.suite import Suite
from metrics.contract.cases import TABLE

SUITE = Suite(
    table=TABLE,
    tolerance=0.02,
    worked_out=another(TABLE, "merged_into"),
    rules=[
        *contract_rules(TABLE),
        in_order(TABLE, "responded_before_opened", "created_at", "first_response_at"),
        in_order(TABLE, "resolved_before_opened", "created_at", "resolved_first_at"),
        in_order(TABLE, "resolved_before_responded", "first_response_at", "resolved_first_at"),
        in_order(TABLE, "resolved_last_before_first", "resolved_first_at", "resolved_last_at"),
        in_order(TABLE, "resolved_last_before_opened", "created_at", "resolved_last_at"),
        in_order(TABLE, "closed_before_resolved", "resolved_last_at", "closed_at"),
        in_order(TABLE, "closed_before_opened", "created_at", "closed_at"),
        *at_least(TABLE, 0, "reopen_count", "transfer_count", "agent_touches", "customer_touches"),
        not_itself(TABLE, "merged_into_itself", "merged_into"),
    ],
)
