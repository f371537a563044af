"""Opening a unit's month: its rows and call-backs by the very load, policy and rulings that it stands on."""

from dataclasses import dataclass, replace

import polars as pl

from metrics.errors import nearest
from metrics.rewards.dated import in_force
from metrics.rewards.discrepancy import Verified, corrected_as_written
from metrics.rewards.dossier import Dossier, appealed, row_of
from metrics.rewards.evidence import COMPLAINT_COLUMNS, FORM_COLUMNS
from metrics.rewards.ledger.canonical import Document
from metrics.rewards.ledger.entry import Kind
from metrics.rewards.ledger.rulings import Ruling
from metrics.rewards.statement import COMPLAINTS, SATISFACTION
from metrics.store.closing import Closing
from metrics.store.errors import QueryError
from metrics.store.form_counts import Source
from metrics.store.ledger_accounts import Known, month_account
from metrics.store.ledger_statements import policies_of, ruled_source
from metrics.store.loads import Load
from metrics.store.policy_texts import PolicyText
from metrics.store.scope import Scope
from metrics.store.slices import unit_names
from metrics.store.statement_evidence import Of, policy_of, statement_evidence
from metrics.store.verification import discrepancy_about
from metrics.store.warehouse import Warehouse
from metrics.text import Text

_COLUMNS = {SATISFACTION: FORM_COLUMNS, COMPLAINTS: COMPLAINT_COLUMNS}


@dataclass(frozen=True)
class Standing:
    """What a month's statements stand on: a load, the policy's text, and how rows are read by upheld appeals."""

    load: Load
    policy: PolicyText
    rulings: tuple[Ruling, ...]


def standing_of(closing: Closing, then: Known, month: str) -> Standing:
    """Return what a month stands on: what was checked where it was, the newest load and policy while it is draft."""
    progress = then.book.progress(month)
    checked = progress.taken(Kind.CHECK)
    if checked is None:
        return Standing(then.load, then.policy, then.book.rulings)
    policy = closing.drafts.policy_of(checked.body["policy"])
    return Standing(closing.load(checked.body["load"]), policy, then.book.upto(checked.sequence - 1).rulings)


def rows_behind(closing: Closing, scope: Scope, stands: Standing, of: Of, part: str) -> pl.DataFrame:
    """Return the evidence of one part of a unit's month; no row where no policy of the part is in force."""
    policies = policies_of(stands.policy.text)
    unit, first_day = of[0], closing.settings.calendar.first_day(of[1])
    ruled = {SATISFACTION: in_force(policies.satisfaction, unit, first_day),
             COMPLAINTS: in_force(policies.complaints, unit, first_day)}  # fmt: skip
    if ruled[part] is None:
        return pl.DataFrame(schema=dict.fromkeys(("unit", "month", *_COLUMNS[part]), pl.String()))
    return statement_evidence(_source(closing, scope, stands), policies, of, part).rows


def calls_about(closing: Closing, scope: Scope, stands: Standing, document: Document) -> Verified:
    """Return what the call-backs about a satisfaction statement's forms say, and would make of it."""
    of, source = (document["unit"], document["month"]), _source(closing, scope, stands)
    policy = policy_of(policies_of(stands.policy.text).satisfaction, source, of)
    found = discrepancy_about(source, of, policy.policy)
    return Verified(found, corrected_as_written(document["figures"], found.shift))


def dossier(closing: Closing, scope: Scope, then: Known, of: Of) -> Dossier:
    """Return all of a unit's month; QueryError where the month has nothing of the unit."""
    unit, month = of
    account = month_account(closing, scope, then, month)
    row = row_of(account, unit)
    if not (row.documents or row.adjustments):
        known = sorted({str(document["unit"]) for document in account.statements})
        message = f"{month} has no statement of unit '{unit}'. {nearest(unit, known)}"
        raise QueryError(message)
    stands = standing_of(closing, then, month)
    return Dossier(
        name=name_of(closing, stands.load, unit),
        row=row,
        account=account.within({unit}),
        forms=rows_behind(closing, scope, stands, of, SATISFACTION),
        complaints=rows_behind(closing, scope, stands, of, COMPLAINTS),
        calls=calls_about(closing, scope, stands, row.satisfaction) if row.satisfaction else None,
        appeals=appealed(then.book, {unit}, month),
        head=then.book.head,
    )


def name_of(closing: Closing, load: Load, unit: str) -> Text:
    """Return what a unit is called; its code where it has no name."""
    warehouse = Warehouse(closing.settings.warehouse, load.versions)
    named = unit_names(warehouse.scan("org_units")).filter(pl.col("unit") == unit).collect().to_dicts()
    zh, en = (named[0]["name_zh"], named[0]["name_en"]) if named else (None, None)
    return Text(zh or unit, en or zh or unit)


def _source(closing: Closing, scope: Scope, stands: Standing) -> Source:
    return replace(ruled_source(closing.settings, stands.load, stands.rulings), scope=scope)
