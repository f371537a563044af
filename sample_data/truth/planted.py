"""The planted effects with their figures, so that a test can look for each."""

from fractions import Fraction
from typing import Any

from sample_data import story
from sample_data.company import CODES
from sample_data.span import MONTHS
from sample_data.truth.figures import Figures
from sample_data.truth.tally import Tallies, Tally

_LABELS = [month.label for month in MONTHS]


def planted(figures: Figures) -> dict[str, Any]:
    """Return each plant with where it is, what was done, and the whole numbers that show it."""
    return {
        "centre_worsens": _centre_worsens(figures),
        "mix_reversal": _mix_reversal(figures.resolution_by_channel),
        "growing_drop_off_reason": _growing_reason(figures.flow["lost"]),
        "process_change": _process_change(figures.resolved_on_time),
        "all_a_month": _all_a(figures.satisfaction),
        "tie": _tie(figures.satisfaction),
        "few_forms": _few_forms(figures.satisfaction),
    }


def _centre_worsens(figures: Figures) -> dict[str, Any]:
    unit, month = CODES[story.WORSE_UNIT], _LABELS[story.WORSE_MONTH]
    before = _LABELS[story.WORSE_MONTH - 1]
    kpis = {"first_contact_resolution": figures.resolution, "satisfaction_score": figures.satisfaction}
    return {
        "unit": unit,
        "month": month,
        "before": {kpi: {"month": before, **tally[before, unit]} for kpi, tally in kpis.items()},
        "after": {kpi: {"month": month, **tally[month, unit]} for kpi, tally in kpis.items()},
    }


def _mix_reversal(by_channel: Tallies) -> dict[str, Any]:
    """Return the two months between which every channel falls and the total rises."""
    months = (_LABELS[story.MIX_BEFORE], _LABELS[story.MIX_AFTER])
    channels = sorted({channel for month, channel in by_channel.groups() if month in months})
    parts = {channel: [by_channel[month, channel] for month in months] for channel in channels}
    totals = [by_channel.total((month, channel) for channel in channels) for month in months]
    return {
        "kpi": "first_contact_resolution",
        "dimension": "channel",
        "months": months,
        "parts": parts,
        "totals": totals,
        "every_part_falls": all(_rate(before) > _rate(after) for before, after in parts.values()),
        "total_rises": _rate(totals[0]) < _rate(totals[1]),
    }


def _rate(tally: Tally) -> Fraction:
    return Fraction(tally["hits"], tally["n"] or 1)


def _growing_reason(lost: Tallies) -> dict[str, Any]:
    months = {
        month: lost.total(group for group in lost.groups() if group[0] == month and group[2] == story.GROWING_REASON)
        for month in _LABELS
    }
    return {
        "reason": story.GROWING_REASON,
        "stage": "opportunity",
        "from": _LABELS[story.GROWING_FROM],
        "by_month_of_entry": {month: tally["cases"] for month, tally in months.items()},
    }


def _process_change(on_time: Tallies) -> dict[str, Any]:
    """Return six months on either side of the change; the month of the change counts as after."""
    before = _LABELS[story.PLAN_FROM - 6 : story.PLAN_FROM]
    after = _LABELS[story.PLAN_FROM : story.PLAN_FROM + 6]

    def pooled(months: list[str]) -> dict[str, Any]:
        return {"months": months, **on_time.total(group for group in on_time.groups() if group[0] in months)}

    return {
        "kpi": "resolution_on_time",
        "date": story.PLAN_DATE,
        "what": "bookings are made by one common plan",
        "before": pooled(before),
        "after": pooled(after),
    }


def _all_a(scores: Tallies) -> dict[str, Any]:
    unit, month = CODES[story.ALL_A_UNIT], story.ALL_A_MONTH
    return {"unit": unit, "month": month, **scores[month, unit]}


def _tie(scores: Tallies) -> dict[str, Any]:
    unit = CODES[story.TIE_UNIT]
    return {"unit": unit, "months": {month: scores[month, unit] for month, _ in story.TIE_MONTHS}}


def _few_forms(scores: Tallies) -> dict[str, Any]:
    few = 5
    counts = {month: scores[month, story.SMALL_UNIT]["n"] for month in _LABELS}
    return {"unit": story.SMALL_UNIT, "fewer_than": few, "months": {m: n for m, n in counts.items() if n < few}}
