"""What a row of case events must satisfy.

A stage entered twice is no fault: the first entry counts.
"""

import great_expectations.expectations as gxe
from great_expectations.expectations.row_conditions import Column

from etl.expectations.contract_rules import contract_rules
from etl.expectations.rules import about
from etl.expectations.suite import Suite
from metrics.contract.case_events import TABLE

SUITE = Suite(
    table=TABLE,
    tolerance=0.02,
    rules=[
        *contract_rules(TABLE),
        gxe.ExpectColumnValuesToNotBeNull(
            column="drop_reason_code",
            row_condition=Column("outcome") == "lost",
            **about(
                "lost_without_reason",
                "drop_reason_code",
                "流失的案件必须有“流失原因”。",
                "A lost case must say why: 'Drop-off reason' is empty.",
                ("case_id", "stage", "outcome"),
            ),
        ),
        gxe.ExpectColumnValuesToNotBeNull(
            column="stage",
            row_condition=Column("kind").is_in(["stage_enter", "stage_exit"]),
            **about(
                "stage_missing",
                "stage",
                "进入或离开阶段的事件必须写明“阶段”。",
                "An event that enters or leaves a stage must name the stage.",
                ("case_id", "kind"),
            ),
        ),
    ],
)
