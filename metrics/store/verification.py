"""Verification of a month's forms by call-back: the plan for the callers, and what their calls say of the statement."""

import polars as pl

from metrics.engine import COUNTED, flag
from metrics.populations import POPULATIONS
from metrics.populations.forms import ITEMS
from metrics.registry import kpi
from metrics.rewards.counting import flagged
from metrics.rewards.discrepancy import Discrepancy, Verified, corrected, discrepancy
from metrics.rewards.figures import SatisfactionFigures
from metrics.rewards.policy import SatisfactionPolicy
from metrics.rewards.sampling import Design, Sample, sample
from metrics.rewards.standing import graded_weight, raw_score, standing
from metrics.rewards.statement import Statement
from metrics.rewards.traces import returned
from metrics.store.compute import rows_of
from metrics.store.errors import QueryError
from metrics.store.facts import around
from metrics.store.form_counts import Source
from metrics.store.masking import masked
from metrics.store.statement_evidence import Of, months_holding, only

# What a caller must know, and what he fills in. Neither grades nor strata: who knows an answer hears it confirmed.
_TOLD = ("form_id", "job_id", "linked_case", "customer_id", "identity_key", "source_kind", "received_at")
_FILLED_IN = ("called_at", "reached", *ITEMS, "remark")
_CALLBACKS = POPULATIONS["callbacks"]


def callback_plan(source: Source, of: Of, design: Design) -> Sample:
    """Return the forms of a unit's month to call about, in the order in which they are drawn, with empty answers."""
    unit, month = of
    forms = flagged(source.forms(months_holding(source, month)), source.moment, source.calendar)
    drawn = sample(returned(only(forms, of)).collect(), design, f"{unit} {month}")
    empty = [pl.lit(None, pl.String).alias(name) for name in _FILLED_IN]
    number = pl.int_range(1, pl.len() + 1).alias("number")
    # A call-back is a form of its own: it comes back under this name.
    own_name = pl.concat_str(pl.lit("CB-"), "form_id").alias("callback_id")
    told = masked("feedback_forms", drawn.drawn, source.scope)
    rows = told.select(number, own_name, "unit", "month", *_TOLD).with_columns(empty)
    return Sample(drawn.strata, rows, drawn.without_number)


def verified(source: Source, statement: Statement) -> Verified:
    """Return what the call-backs about the forms of a satisfaction statement say, whenever they were made.

    QueryError for a statement of another part.
    """
    figures, dated = statement.figures, statement.policy
    if not isinstance(figures, SatisfactionFigures) or dated is None:
        message = f"Call-backs are about forms; the part '{statement.part}' has none."
        raise QueryError(message)
    found = discrepancy_about(source, (statement.unit, statement.month), dated.policy)
    return Verified(found, corrected(figures, found.shift))


def discrepancy_about(source: Source, of: Of, policy: SatisfactionPolicy) -> Discrepancy:
    """Return how far call-backs contradict the forms of a unit's month, whenever they were made."""
    return discrepancy(_pairs(source, of, policy))


def _pairs(source: Source, of: Of, policy: SatisfactionPolicy) -> pl.DataFrame:
    """Return the call-backs about a unit's month beside the forms that they are about.

    `shift` is against what a form scores now, its items may have been corrected since; null unless both are complete.
    """
    complete = graded_weight(policy) == sum(policy.item_weights)
    score = pl.when(complete).then(raw_score(policy))
    forms = flagged(source.forms(months_holding(source, of[1])), source.moment, source.calendar)
    counted = pl.when(standing(policy) == COUNTED).then(score)
    known = only(forms, of).select(form="key", on_form=counted)
    calls = _calls(source, of[1]).with_columns(on_phone=score)
    return (
        calls.join(known, on="form", how="inner").with_columns(shift=pl.col("on_phone") - pl.col("on_form")).collect()
    )


def _calls(source: Source, month: str) -> pl.LazyFrame:
    """Return the call-backs that can be compared with a form, as the KPI `form_discrepancy_rate` has them."""
    near = around([month], _CALLBACKS.margin)
    rows = source.scope.restrict(rows_of(source.warehouse, _CALLBACKS, near, source.moment))
    counted = flag(kpi("form_discrepancy_rate"), rows, source.moment, source.calendar).filter("_counted")
    return counted.select("form", "different_items", *ITEMS)
