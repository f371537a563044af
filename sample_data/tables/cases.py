"""Cases as rows of the contract."""

import numpy as np
import polars as pl

from sample_data import reasons, staff
from sample_data.calls import CUSTOMER, Calls
from sample_data.clocks import CANCELLED, STATUSES, Clocks
from sample_data.company import CODES
from sample_data.draws import numbered, words
from sample_data.intake import CHANNELS, GROUPS, KINDS, PRIORITIES, PRODUCTS, Intake
from sample_data.span import END, Ints, moments, planned
from sample_data.tables.identity import phones
from sample_data.tables.shape import shaped


def cases(intake: Intake, clocks: Clocks, calls: Calls, rng: np.random.Generator) -> pl.DataFrame:
    """Return one row per case, as it stands at the end of the data."""
    ids = intake.ids()
    return shaped(
        "cases",
        {
            "case_id": ids,
            "customer_id": numbered("K", intake.customer, 8),
            "identity_key": phones(intake.customer),
            "org_unit_id": words(CODES, intake.unit),
            "owner_id": words(staff.ADVISERS, staff.one_of(staff.ADVISERS, intake.unit, rng)),
            "merged_into": words(ids.to_list(), np.maximum(intake.merged_into, 0), intake.merged_into >= 0),
            "is_test_or_spam": pl.Series(intake.spam),
            **_kinds(intake, clocks),
            **_times(intake, clocks),
            **_touches(intake, clocks, calls),
        },
    )


def _kinds(intake: Intake, clocks: Clocks) -> dict[str, pl.Series]:
    codes = [reason.code for reason in reasons.CALLS]
    return {
        "customer_group": words(GROUPS, intake.group),
        "channel": words(CHANNELS, intake.channel),
        "case_type": words(KINDS, intake.kind),
        "reason_code": words(codes, intake.reason),
        "product": words(PRODUCTS, intake.product),
        "priority": words(PRIORITIES, intake.priority),
        "status": words(STATUSES, clocks.status),
        "fcr_eligible": pl.Series([reason.fcr_eligible for reason in reasons.CALLS]).gather(intake.reason),
    }


def _times(intake: Intake, clocks: Clocks) -> dict[str, pl.Series]:
    kept = np.where(clocks.status == CANCELLED, END + 1, clocks.closed)
    return {
        "created_at": moments(intake.created),
        "first_response_at": moments(clocks.responded),
        "resolved_first_at": moments(clocks.resolved_first),
        "resolved_last_at": moments(clocks.resolved_last),
        "closed_at": moments(kept),
        "first_due_at": planned(clocks.response_due),
        "resolve_due_at": planned(clocks.resolve_due),
    }


def _touches(intake: Intake, clocks: Clocks, calls: Calls) -> dict[str, pl.Series]:
    known = (calls["case"] >= 0) & (calls["start"] <= END)

    def count(which: Ints) -> pl.Series:
        return pl.Series(np.bincount(calls["case"][known], which[known], len(intake)).astype(np.int64))

    return {
        "reopen_count": pl.Series((clocks.reopened <= END).astype(np.int64)),
        "transfer_count": count(calls["transferred"]),
        "customer_touches": count((calls["by"] == CUSTOMER).astype(np.int64) * (1 - calls["abandoned"])),
        "agent_touches": count((calls["by"] != CUSTOMER).astype(np.int64)),
    }
