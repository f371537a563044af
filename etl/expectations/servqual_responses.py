"""What a row of SERVQUAL responses must satisfy.

The classic instrument has 22 items, adapted ones have more: how many is for the workspace's instrument to say.
"""

import great_expectations.expectations as gxe
from great_expectations.expectations.expectation import Expectation
from great_expectations.expectations.row_conditions import Column

from etl.expectations.contract_rules import contract_rules, dated_by
from etl.expectations.rules import about, at_least
from etl.expectations.suite import Suite
from metrics.contract.servqual_responses import TABLE

_ANSWERS = ("expectation", "perception", "minimum")
_BY_DIMENSION = ["gap2_manager", "gap3_staff", "gap4_staff"]  # one item per dimension instead of 22


def _within_scale(answer: str) -> Expectation:
    label = TABLE.column(answer)
    return gxe.ExpectColumnPairValuesAToBeGreaterThanB(
        column_A="scale_max",
        column_B=answer,
        or_equal=True,
        ignore_row_if="either_value_is_missing",
        **about(
            "above_scale",
            answer,
            f"“{label.zh}”超过量表上限。",
            f"'{label.en}' is above the scale's maximum.",
            (answer, "scale_max"),
        ),
    )


SUITE = Suite(
    table=TABLE,
    tolerance=0.05,
    worked_out=dated_by(TABLE),
    rules=[
        *contract_rules(TABLE),
        gxe.ExpectColumnValuesToBeInSet(
            column="scale_max",
            value_set=[5, 7, 9],
            **about("scale_unknown", "scale_max", "量表上限只能是 5、7 或 9。", "A scale ends at 5, 7 or 9."),
        ),
        *at_least(TABLE, 1, "item_no", *_ANSWERS),
        *(_within_scale(answer) for answer in _ANSWERS),
        gxe.ExpectColumnValuesToBeBetween(
            column="item_no",
            min_value=1,
            max_value=5,
            row_condition=Column("instrument").is_in(_BY_DIMENSION),
            **about(
                "no_such_dimension",
                "item_no",
                "差距 2–4 的问卷每个维度只有一题:题号 1 到 5。",
                "Gaps 2–4 ask one item per dimension: 'Item' must lie from 1 to 5.",
                ("instrument", "item_no"),
            ),
        ),
    ],
)
