"""Accuracy KPIs that count audited transactions: those without any error of one class."""

import polars as pl

from metrics.accuracy.rounds import NOT_FINAL
from metrics.model import Direction, Example, Kpi, LeftOut, Share, Unit
from metrics.text import Text

_AUDIT = {"contact_at": 1, "audit_status": "valid", "round": "primary", "speaks": True, "adjudicated": False}


def accuracy(group: str, rank: int, name: Text, question: Text, why: Text) -> Kpi:
    """Return the KPI `<group>_accuracy`: audited transactions with zero errors of the group / those judged on it.

    Formula: COPC's critical-error accuracy per transaction, 1 − (transactions with at least one such error / audited).
    """
    return Kpi(
        key=f"{group}_accuracy",
        rank=rank,
        name=name,
        question=question,
        why=why,
        formula=Text(
            "没有此类差错的质检 / 有此类评分的有效质检(按联系所在月;有裁定的以裁定为准)",
            "audits without such an error / valid audits judged on it, by month of the contact; an adjudication wins",
        ),
        caveat=Text(
            "按联系计,一处差错即不合格;“不适用”不计;各层抽样不均,加权值见 accuracy 命令;每人每月样本少,不可排名。",
            "Per transaction: one error fails it; “not applicable” is no pass. Strata are sampled unequally: the "
            "weighted value stands beside it in `accuracy`. A person's few audits a month rank nobody.",
        ),
        unit=Unit.SHARE,
        direction=Direction.HIGHER_IS_BETTER,
        target=None,
        population="audits",
        at=pl.coalesce("contact_at", "sampled_at"),
        left_out=(*NOT_FINAL, _not_judged(group)),
        measure=Share(hit=pl.col(f"{group}_failed") == 0),
        examples=_examples(group),
    )


def _not_judged(group: str) -> LeftOut:
    text = Text("此类质检项均不适用", "no attribute of this class was judged")
    return LeftOut("not_judged", text, pl.col(f"{group}_judged").fill_null(0) == 0)


def _examples(group: str) -> tuple[Example, ...]:
    right = {**_AUDIT, f"{group}_judged": 2, f"{group}_failed": 0}
    wrong = {**right, f"{group}_failed": 2}
    return (
        Example(
            Text("四次质检,一次有两处差错:3/4,按次计。", "Four audits, one with two errors: 3 of 4, per transaction."),
            [right, right, right, wrong],
            value=0.75,
            n=4,
        ),
        Example(
            Text("裁定推翻初评:只计裁定。", "An adjudication overturned the first rating: it alone counts."),
            [{**wrong, "adjudicated": True}, {**right, "round": "adjudication"}],
            value=1.0,
            n=1,
            excluded=1,
        ),
        Example(
            Text(
                "有争议、作废、复评和全部不适用的不计。", "Disputed, void, second and all-not-applicable are left out."
            ),
            [
                {**right, "audit_status": "disputed"},
                {**right, "audit_status": "void"},
                {**right, "round": "second"},
                {**right, f"{group}_judged": 0},
            ],
            value=None,
            n=0,
            excluded=4,
        ),
        Example(Text("没有质检:没有数据。", "No audits: no data."), [], value=None, n=0),
    )
