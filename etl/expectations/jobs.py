"""What a row of jobs must satisfy."""

from etl.expectations.contract_rules import contract_rules, dated_by
from etl.expectations.rules import another, at_least, in_order, not_itself
from etl.expectations.suite import Suite
from metrics.contract.jobs import TABLE

SUITE = Suite(
    table=TABLE,
    tolerance=0.02,
    worked_out={**dated_by(TABLE), **another(TABLE, "revisit_of")},
    rules=[
        *contract_rules(TABLE),
        in_order(TABLE, "finished_before_arrived", "arrived_at", "finished_at"),
        *at_least(TABLE, 1, "visit_no"),
        not_itself(TABLE, "revisit_of_itself", "revisit_of"),
    ],
)
