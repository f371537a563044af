"""The figures on which a satisfaction statement rests: the month and what it is compared with, by each denominator."""

from dataclasses import asdict, dataclass
from fractions import Fraction
from typing import Any

from metrics.calendar import shift_month
from metrics.rewards.form_month import FormMonth, Sum, pooled
from metrics.rewards.judgement import Compared, Judgement, Months, baseline, compared_months, difference, judged
from metrics.rewards.policy import Denominator, SatisfactionPolicy
from metrics.rewards.setting import plain


@dataclass(frozen=True)
class ByDenominator:
    """Total, number and average by one denominator, and the difference from what the month is compared with."""

    denominator: Denominator
    now: Sum
    compared: Compared | None
    delta: Fraction | None

    def document(self) -> dict[str, Any]:
        """Return it for JSON, averages and the difference as exact fractions."""
        before = self.compared.sum if self.compared else Sum()
        return {
            "total": plain(self.now.total),
            "n": self.now.n,
            "average": plain(self.now.average),
            "baseline_total": plain(before.total) if self.compared else None,
            "baseline_n": before.n if self.compared else None,
            "baseline_average": plain(before.average),
            "delta": plain(self.delta),
        }


@dataclass(frozen=True)
class SatisfactionFigures:
    """A unit's month of forms: the judgement, the month and the earlier one by every denominator."""

    name: str
    month: FormMonth
    judgement: Judgement
    denominator: Denominator
    by_denominator: tuple[ByDenominator, ...]
    with_unverified: Fraction | None

    @property
    def previous(self) -> str:
        """Return the month before."""
        return shift_month(self.name, -1)

    @property
    def deciding(self) -> ByDenominator:
        """Return the figures by the denominator that the policy names."""
        return next(each for each in self.by_denominator if each.denominator is self.denominator)

    def document(self) -> dict[str, Any]:
        """Return the figures for JSON; `average`, `baseline` and `delta` are those that decide."""
        deciding, returns = self.deciding.document(), self.month.returns
        compared = self.judgement.compared
        return {
            "forms": {**asdict(returns), "judged": returns.judged, "used": self.month.used.n},
            "jobs": self.month.jobs,
            "denominator": str(self.denominator),
            **{key: deciding[key] for key in ("total", "n", "average", "delta")},
            "baseline_months": list(compared.months) if compared else [],
            "baseline_average": deciding["baseline_average"],
            "by_denominator": {str(each.denominator): each.document() for each in self.by_denominator},
            "unverified_total": plain(self.month.of_any_state.total - self.month.verified.total),
            "unverified_n": self.month.of_any_state.n - self.month.verified.n,
            "delta_with_unverified": plain(self.with_unverified),
            "all_max": self.month.all_max,
            "all_min": self.month.all_min,
        }


def figures(policy: SatisfactionPolicy, months: Months, month: str) -> SatisfactionFigures:
    """Return the figures of a unit's month, given all of its months under the same policy's scores."""
    here, judgement = months.get(month, FormMonth()), judged(policy, months, month)
    found, every = compared_months(policy, months, month), []
    for each in Denominator:
        compared, now = baseline(policy, months, found, each), here.by(each)
        every.append(ByDenominator(each, now, compared, difference(now, compared)))
    with_unverified = difference(here.of_any_state, _of_any_state(judgement.compared, months))
    return SatisfactionFigures(month, here, judgement, policy.denominator, tuple(every), with_unverified)


def _of_any_state(compared: Compared | None, months: Months) -> Compared | None:
    """Return the months compared with, unverified forms included; a fixed target stays as it is."""
    if compared is None or not compared.months:
        return compared
    total = pooled(months[each].of_any_state for each in compared.months)
    return Compared(compared.months, total) if total.n else None
