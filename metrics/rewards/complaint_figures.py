"""The figures on which a complaint statement rests, and what a reader must know beside them."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import polars as pl

from metrics.change import Change, Verdict, change
from metrics.intervals import garwood
from metrics.registry import kpi
from metrics.rewards.complaint_counting import PENDING, UNGRADED
from metrics.rewards.complaint_judgement import Capped, Due
from metrics.rewards.complaint_month import PER, ComplaintMonth
from metrics.rewards.money import in_main_units
from metrics.rewards.rules import Rule
from metrics.rewards.setting import plain
from metrics.rewards.warning import Warned, WarningCode
from metrics.text import Text

_RATE = kpi("complaints_per_100_cases")
_NO_CHANGE = Change(None, None, None, Verdict.NO_COMPARISON)


@dataclass(frozen=True)
class Capture:
    """Complaints beside answers that were dissatisfied: few complaints may only mean that nobody listens."""

    complaints: int = 0
    dissatisfied: int = 0
    change: Change = _NO_CHANGE


@dataclass(frozen=True)
class ComplaintFigures:
    """A unit's month of complaints beside the one before it, what it is due, and what the cap lets through."""

    month: ComplaintMonth
    before: ComplaintMonth
    due: Due
    capped: Capped
    capture: Capture

    @property
    def amount(self) -> int:
        """Return the amount in minor units: what is earned less what is taken."""
        return self.due.reward - self.capped.taken

    def document(self) -> dict[str, Any]:
        """Return the figures for JSON, rates as exact fractions."""
        return {
            **_month(self.month),
            "complaints": dict(zip(self.month.complaints, self.month.weights, strict=True)),
            "received": self.month.received,
            "left_out": dict(self.month.left_out),
            "last_month": _month(self.before),
            "compared_rate": plain(self.due.compared),
            "reward_minor": self.due.reward,
            "penalty_minor": self.due.penalty,
            "cap_minor": self.capped.cap,
            "carried_in_minor": self.capped.carried_in,
            "taken_minor": self.capped.taken,
            "carried_out_minor": self.capped.carried_out,
            "capture_complaints": self.capture.complaints,
            "capture_dissatisfied": self.capture.dissatisfied,
        }

    def rate_change(self) -> Change:
        """Return how the plain rate changed from the month before: of counts, as only they vary like Poisson's."""
        return change(_RATE, _reading(self.month), _reading(self.before))

    def warnings(self, currency: str) -> Iterator[Warned]:
        """Yield what a reader must know before he trusts the amount."""
        if self.due.rule is Rule.NO_BASELINE:
            said = Text("上月没有维修工作项,无从比较。", "Without a job last month there is nothing to compare with.")
            yield Warned(WarningCode.PREVIOUS_MONTH_MISSING, said)
        yield from self._of_those_left_out()
        if self.capture.change.verdict is Verdict.REAL and (self.capture.change.difference or 0) < 0:
            said = Text(
                "每百个不满的客户中来投诉的比上月少,超出随机波动:投诉少了也可能是渠道不畅。",
                "Fewer of those who are dissatisfied complain than last month, more than chance: fewer complaints may "
                "also mean that they find no way in.",
            )
            yield Warned(WarningCode.CAPTURE_FELL, said)
        if self.capped.carried_out:
            amount = in_main_units(self.capped.carried_out, currency)
            said = Text(f"超出上限的 {amount} 转入以后月份。", f"{amount} above the cap go on to later months.")
            yield Warned(WarningCode.CARRIED_FORWARD, said)

    def _of_those_left_out(self) -> Iterator[Warned]:
        pending, ungraded = (self.month.left_out.get(reason, 0) for reason in (PENDING, UNGRADED))
        if pending:
            waits = "complaint waits for its" if pending == 1 else "complaints wait for their"
            said = Text(f"{pending} 件投诉尚未核实。", f"{pending} {waits} verification.")
            yield Warned(WarningCode.PENDING_COMPLAINTS, said)
        if ungraded:
            are = "complaint is" if ungraded == 1 else "complaints are"
            said = Text(f"{ungraded} 件投诉未评严重程度,未计入。", f"{ungraded} {are} not graded: not counted.")
            yield Warned(WarningCode.UNGRADED_COMPLAINTS, said)


def _month(month: ComplaintMonth) -> dict[str, Any]:
    return {"count": month.count, "weighted": month.weighted, "jobs": month.jobs, "rate": plain(month.rate)}


def _reading(month: ComplaintMonth) -> dict[str, Any]:
    low, high = garwood(pl.Series([month.count]), pl.Series([month.jobs / PER]))
    if not month.jobs:
        return {"value": None, "low": None, "high": None}
    return {"value": PER * month.count / month.jobs, "low": float(low[0]), "high": float(high[0])}
