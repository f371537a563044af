"""What audits say of accuracy: pooled and weighted by strata, and how far two raters agree."""

from dataclasses import dataclass

from metrics.accuracy.agreement import Agreement, agreement
from metrics.accuracy.cells import strata_of, verdicts
from metrics.accuracy.strata import Stratified, stratified, with_weights
from metrics.store.query import Query
from metrics.store.scope import Scope
from metrics.store.store import Store

_SEVERAL = 2


@dataclass(frozen=True, eq=False)
class Audited:
    """One group of attributes over some months: the weighted share, what was left out, and the raters' agreement.

    `targeted` counts audits that were not drawn at random and so are not in the weighted share. `ordered` compares
    no, one and more errors with partial credit.
    """

    group: str
    weighted: Stratified
    left_out: dict[str, int]
    targeted: int
    agreement: Agreement
    ordered: Agreement


def audited(store: Store, scope: Scope, group: str, first: str | None = None, last: str | None = None) -> Audited:
    """Return what the audits of a period say of a group of attributes, such as "answer" or "customer_critical"."""
    found = store.evidence(scope, Query(f"{group}_accuracy", first, last), limit=None)
    targeted = found.rows.filter((found.rows["sampling"] == "targeted") & (found.rows["status"] == "counted"))
    return Audited(
        group=group,
        weighted=stratified(with_weights(strata_of(found.rows))),
        left_out={name: n for name, n in found.counts.items() if name not in {"counted", "hit"}},
        targeted=targeted.height,
        agreement=agreement(verdicts(found.rows, group)),
        ordered=agreement(verdicts(found.rows, group, _SEVERAL), linear=True),
    )
