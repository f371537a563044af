"""What a row of feedback forms must satisfy.

A verified form need not say when: paper lists often do not, and no score depends on it.
"""

import great_expectations.expectations as gxe
import polars as pl
from great_expectations.expectations.row_conditions import Column

from etl.expectations.contract_rules import contract_rules, dated_by
from etl.expectations.rules import about, between, in_order
from etl.expectations.suite import Suite
from metrics.contract.feedback_forms import TABLE

_GRADES = ("timeliness", "repair_quality", "attitude")
_ORIGINALS = tuple(f"original_{grade}" for grade in _GRADES)
_CORRECTED = Column("verified") == "corrected"

SUITE = Suite(
    table=TABLE,
    tolerance=0.05,
    worked_out={**dated_by(TABLE), "any_grade": pl.coalesce(_GRADES), "any_original": pl.coalesce(_ORIGINALS)},
    rules=[
        *contract_rules(TABLE),
        in_order(TABLE, "received_before_sent", "sent_at", "received_at"),
        in_order(TABLE, "verified_before_received", "received_at", "verified_at"),
        between(TABLE, "csat", 1, 5),
        gxe.ExpectColumnValuesToNotBeNull(
            column="any_original",
            row_condition=_CORRECTED,
            **about(
                "correction_without_original",
                "original_timeliness",
                "更正过的反馈表必须保留更正前的等级。",
                "A corrected form must keep the grades from before the correction.",
                ("verified", *_ORIGINALS),
            ),
        ),
        gxe.ExpectColumnValuesToNotBeNull(
            column="any_grade",
            row_condition=_CORRECTED,
            **about(
                "correction_without_grade",
                "timeliness",
                "更正过的反馈表必须有更正后的等级。",
                "A corrected form must hold the grades that the correction found.",
                ("verified", *_GRADES),
            ),
        ),
        gxe.ExpectCompoundColumnsToBeUnique(
            column_list=["job_id", "source_kind"],
            ignore_row_if="any_value_is_missing",
            row_condition=Column("received_at").is_not_null(),
            **about(
                "job_graded_twice",
                "job_id",
                "同一维修工作项以同一方式收回了两张反馈表。",
                "Two forms of one kind were received for one job.",
                ("job_id", "source_kind", "form_id"),
            ),
        ),
    ],
)
