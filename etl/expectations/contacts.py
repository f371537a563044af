"""What a row of contacts must satisfy."""

import great_expectations.expectations as gxe
from great_expectations.expectations.row_conditions import Column

from etl.expectations.contract_rules import contract_rules
from etl.expectations.rules import about, another, at_least, in_order, not_itself
from etl.expectations.suite import Suite
from metrics.contract.contacts import TABLE

SUITE = Suite(
    table=TABLE,
    tolerance=0.02,
    worked_out=another(TABLE, "is_callback_of"),
    rules=[
        *contract_rules(TABLE),
        in_order(TABLE, "answered_before_started", "started_at", "answered_at"),
        in_order(TABLE, "ended_before_answered", "answered_at", "ended_at"),
        in_order(TABLE, "ended_before_started", "started_at", "ended_at"),
        *at_least(TABLE, 0, "queue_seconds", "talk_seconds"),
        gxe.ExpectColumnValuesToBeNull(
            column="answered_at",
            row_condition=Column("abandoned") == True,  # noqa: E712  # builds a condition, compares nothing
            **about(
                "abandoned_yet_answered",
                "abandoned",
                "客户放弃的联系不能有“接通时间”。",
                "A contact that the customer abandoned cannot have been answered.",
                ("abandoned", "answered_at"),
            ),
        ),
        not_itself(TABLE, "callback_of_itself", "is_callback_of"),
    ],
)
