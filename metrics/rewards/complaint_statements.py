"""Statements of the complaint part: every unit's month by the policy in force, with what caps carry forward."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Final

import polars as pl

from metrics.calendar import BusinessCalendar, months_between, shift_month
from metrics.change import Change, Verdict, change
from metrics.engine import PARTS, readings
from metrics.populations import UNKNOWN
from metrics.registry import kpi
from metrics.rewards.certainty import Certainty, sentence
from metrics.rewards.complaint_counting import dated
from metrics.rewards.complaint_figures import Capture, ComplaintFigures
from metrics.rewards.complaint_judgement import capped, due
from metrics.rewards.complaint_month import ByUnit, ComplaintMonth, complaint_months
from metrics.rewards.complaint_policy import ComplaintPolicy
from metrics.rewards.dated import Dated, in_force
from metrics.rewards.period import Asked, Period
from metrics.rewards.statement import COMPLAINTS, Basis, Statement
from metrics.rewards.tallies import JOBS, KEY
from metrics.rewards.warning import UNFINISHED

_RATE, _CAPTURE = kpi("complaints_per_100_cases"), kpi("complaint_capture_rate")
CAPTURE: Final = pl.Schema({**dict.fromkeys(KEY, pl.String()), **PARTS})


@dataclass(frozen=True, eq=False)
class ComplaintRecords:
    """What is to be judged: complaints as KPIs see them, jobs done, and parts of the capture rate, of all months."""

    complaints: pl.DataFrame
    period: Period
    basis: Basis
    jobs: pl.DataFrame = field(default_factory=JOBS.to_frame)
    capture: pl.DataFrame = field(default_factory=CAPTURE.to_frame)


def complaint_statements(
    records: ComplaintRecords, policies: Iterable[Dated[ComplaintPolicy]], asked: Asked
) -> list[Statement]:
    """Return the statements asked for, by unit and month; a month for which no policy is in force has none."""
    judge = _Judge(records, tuple(policies))
    wanted = {unit: asked.months(begun, records.period) for unit, begun in judge.begun.items()}
    units = [unit for unit in sorted(wanted) if asked.unit in (None, unit)]
    return [each for unit in units for each in judge.statements(unit) if each.month in wanted[unit]]


def dated_complaints(
    complaints: pl.DataFrame, policies: Iterable[Dated[ComplaintPolicy]], calendar: BusinessCalendar
) -> pl.DataFrame:
    """Return the complaints of known units, each in the month in which it stands by the policies in force."""
    entries = tuple(policies)

    def policy_of(unit: str, month: str) -> Dated[ComplaintPolicy] | None:
        return in_force(entries, unit, calendar.first_day(month))

    return dated(complaints.filter(pl.col("unit") != UNKNOWN), policy_of, calendar)


class _Judge:
    """Complaints dated once for all policies, and added up once for each of them."""

    def __init__(self, records: ComplaintRecords, policies: tuple[Dated[ComplaintPolicy], ...]) -> None:
        self.records, self.policies, self.known = records, policies, dict[str, ByUnit]()
        self.dated = dated_complaints(records.complaints, policies, records.period.calendar)
        self.capture = _captures(records.capture)
        first = pl.concat([self.dated.select(*KEY), records.jobs.select(KEY)]).drop_nulls()
        self.begun = dict(first.group_by("unit").agg(pl.col("month").min()).iter_rows())

    def policy(self, unit: str, month: str) -> Dated[ComplaintPolicy] | None:
        return in_force(self.policies, unit, self.records.period.calendar.first_day(month))

    def months(self, policy: Dated[ComplaintPolicy]) -> ByUnit:
        if policy.version not in self.known:
            self.known[policy.version] = complaint_months(self.dated, self.records.jobs, policy.policy)
        return self.known[policy.version]

    def statements(self, unit: str) -> Iterator[Statement]:
        """Yield a unit's statements from its first month on, as a cap may carry a penalty on from any of them."""
        carried = 0
        for month in months_between(self.begun[unit], self.records.period.last):
            policy = self.policy(unit, month)
            if policy is None:
                continue
            figures = self._figures(policy, (unit, month), carried)
            carried = figures.capped.carried_out
            yield self._statement(policy, figures, (unit, month))

    def _figures(self, policy: Dated[ComplaintPolicy], of: tuple[str, str], carried: int) -> ComplaintFigures:
        unit, month = of
        months = self.months(policy).get(unit, {})
        owed = due(policy.policy, months, month)
        here, before = (months.get(each, ComplaintMonth()) for each in (month, shift_month(month, -1)))
        through = capped(policy.policy, carried, owed.penalty)
        return ComplaintFigures(here, before, owed, through, self.capture.get(of, Capture()))

    def _statement(self, policy: Dated[ComplaintPolicy], figures: ComplaintFigures, of: tuple[str, str]) -> Statement:
        unit, month = of
        currency, unfinished = policy.policy.currency, self.records.period.is_unfinished(month)
        return Statement(
            unit=unit,
            month=month,
            part=COMPLAINTS,
            amount=figures.amount,
            rule=str(figures.due.rule),
            policy_version=policy.version,
            currency=currency,
            policy=policy,
            figures=figures,
            certainty=_certainty(figures, unfinished=unfinished),
            warnings=(*([UNFINISHED] if unfinished else []), *figures.warnings(currency)),
            basis=replace(self.records.basis, unfinished=unfinished),
        )


def _certainty(figures: ComplaintFigures, *, unfinished: bool) -> Certainty:
    found = Change(None, None, None, Verdict.TOO_EARLY) if unfinished else figures.rate_change()
    return Certainty(found.verdict, found.low, found.high, sentence(found, _RATE))


def _captures(parts: pl.DataFrame) -> dict[tuple[str, str], Capture]:
    """Return the capture rate of each unit's month and how it changed, judged as the KPI judges it."""
    read = {(row["unit"], row["month"]): row for row in readings(_CAPTURE, parts).iter_rows(named=True)}
    found = {}
    for (unit, month), now in read.items():
        before = read.get((unit, shift_month(month, -1)))
        moved = change(_CAPTURE, now, before) if before else Capture().change
        found[unit, month] = Capture(int(now["total"]), int(now["exposure"]), moved)
    return found
