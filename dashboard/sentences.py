"""The sentence of the month: the headline KPI, how it moved, whether that is real, and who moved most."""

from collections.abc import Sequence

from dashboard import numbers
from dashboard.measured import Measured
from dashboard.places import EVERYWHERE, Places
from dashboard.wording import overview, say
from metrics.change import Verdict
from metrics.text import Language, Text

_MOVED = {
    (Verdict.REAL, True): overview.UP_REAL,
    (Verdict.REAL, False): overview.DOWN_REAL,
    (Verdict.NOISE, True): overview.UP_NOISE,
    (Verdict.NOISE, False): overview.DOWN_NOISE,
}


def sentence(shown: Measured, units: Sequence[Measured], places: Places, language: Language) -> str:
    """Return the message of a month; `units` are the same KPI at the units whose moves may be named."""
    month, kpi = numbers.month(shown.month, language), shown.kpi.name.to(language)
    if shown.now is None or shown.now["value"] is None:
        return say(overview.NO_HEADLINE, language, month=month, kpi=kpi)
    opening = overview.HEADLINE if shown.place == EVERYWHERE else overview.HEADLINE_AT
    figure = _bare(numbers.figure(shown.kpi, shown.now, language), kpi)
    place = places.name(shown.place, language)
    first = say(opening, language, month=month, place=place, kpi=kpi, value=figure)
    return first + _change(shown, language) + _mover(units, places, language)


def _change(shown: Measured, language: Language) -> str:
    before = numbers.month_before(shown.month, language)
    moved = shown.change.difference
    if moved is None:
        words = overview.TOO_EARLY if shown.change.verdict is Verdict.TOO_EARLY else overview.NO_COMPARISON
        return say(words, language, before=before)
    size = _bare(numbers.difference(shown.kpi, moved, language), shown.kpi.name.to(language))
    return say(_direction(shown.change.verdict, moved), language, before=before, size=size)


def _bare(amount: str, kpi: str) -> str:
    """Return an amount without a unit that the KPI's name says already: "Complaints per 100 cases 6.63"."""
    for unit in ("每百件", "per 100"):
        if unit in kpi:
            return amount.replace(unit, "").strip()
    return amount


def _direction(verdict: Verdict, moved: float) -> Text:
    return overview.SAME if moved == 0 else _MOVED[verdict, moved > 0]


def _mover(units: Sequence[Measured], places: Places, language: Language) -> str:
    """Return the part that names the unit which moved most beyond noise; nothing where none can be compared."""
    compared = [unit for unit in units if unit.change.difference is not None]
    if not compared:
        return ""
    most = max(compared, key=lambda unit: unit.beyond_noise)
    moved = most.change.difference or 0.0
    if not most.is_real:
        return overview.NO_MOVER.to(language)
    words = overview.MOVER_UP if moved > 0 else overview.MOVER_DOWN
    size = _bare(numbers.difference(most.kpi, moved, language), most.kpi.name.to(language))
    return say(words, language, unit=places.name(most.place, language), size=size)
