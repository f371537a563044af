"""What a row of QA audits must satisfy."""

import great_expectations.expectations as gxe
import polars as pl
from great_expectations.expectations.row_conditions import Column

from etl.expectations.contract_rules import contract_rules, dated_by
from etl.expectations.rules import about, at_least, in_order
from etl.expectations.suite import Suite
from metrics.contract.qa_audits import TABLE

_SUBJECT = ("subject_id", "contact_id", "case_id")

SUITE = Suite(
    table=TABLE,
    tolerance=0.02,
    worked_out={**dated_by(TABLE), "subject": pl.coalesce(_SUBJECT)},
    rules=[
        *contract_rules(TABLE),
        in_order(TABLE, "sampled_before_contact", "contact_at", "sampled_at"),
        *at_least(TABLE, 1, "population_n"),
        gxe.ExpectColumnValuesToNotBeNull(
            column="subject",
            **about(
                "subject_missing",
                "subject_id",
                "质检必须写明被质检的联系或案件。",
                "An audit must name the contact or case that was audited.",
                _SUBJECT,
            ),
        ),
        gxe.ExpectCompoundColumnsToBeUnique(
            column_list=["subject", "rater_id", "round"],
            ignore_row_if="any_value_is_missing",
            row_condition=Column("status") != "void",
            **about(
                "audited_twice",
                "subject_id",
                "同一质检员在同一轮次对同一记录质检了两次。",
                "One rater audited one subject twice in the same round.",
                ("subject", "rater_id", "round"),
            ),
        ),
    ],
)
