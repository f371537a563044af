"""QA audits, as KPIs see them: one row per audit, with what it judged and failed per class of error."""

import polars as pl

from metrics.accuracy.attributes import counts, per_audit
from metrics.accuracy.rounds import REACH, subject, with_round_rules
from metrics.contract import UTC
from metrics.populations.population import Facts, Population, dimension, with_category, with_customer_group
from metrics.text import Text

_COLUMNS = pl.Schema(
    {
        "contact_at": UTC,
        "sampled_at": UTC,
        "subject": pl.String(),
        "round": pl.String(),
        "audit_status": pl.String(),
        "adjudicated": pl.Boolean(),
        "speaks": pl.Boolean(),
        "population_n": pl.Int64(),
        **counts(),
    }
)


def audits_with_subject(facts: Facts) -> pl.LazyFrame:
    """Return every audit with its subject, its contact's month and channel, and whether it speaks for the subject."""
    contacts = facts["contacts"].select(
        "contact_id", "reason_code", contact_channel="channel", contact_started="started_at"
    )
    rows = facts["qa_audits"].join(contacts, on="contact_id", how="left").with_columns(subject=subject())
    # A contact further away may or may not be at hand; taking it for unknown gives every month one answer.
    near = (pl.coalesce("contact_at", "sampled_at") - pl.col("contact_started")).abs() <= REACH
    told = {name: pl.when(near).then(name) for name in ("reason_code", "contact_channel", "contact_started")}
    rows = with_customer_group(with_round_rules(with_category(rows.with_columns(**told), facts)), facts)
    return rows.with_columns(
        contact_at=pl.coalesce("contact_at", "contact_started"),
        key="audit_id",
        origin="month",
        audit_status="status",
        unit=dimension("org_unit_id"),
        channel=dimension("contact_channel"),
        stratum=dimension("stratum"),
        sampling=dimension("sampling"),
        rater=dimension("rater_id"),
    )


def _build(facts: Facts) -> pl.LazyFrame:
    rows = audits_with_subject(facts).join(per_audit(facts["qa_ratings"]), on="audit_id", how="left")
    return rows.with_columns(pl.col(counts().names()).fill_null(0))


POPULATION = Population(
    name="audits",
    row=Text("一次质检", "one audit"),
    table="qa_audits",
    margin=REACH,
    columns=_COLUMNS,
    build=_build,
    dimensions=("stratum", "sampling", "rater"),
    shown=("audit_id", "contact_id", "case_id", *_COLUMNS),
)
