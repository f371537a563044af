"""Values and differences in words, in their own unit: "81.2 %", "2.1 个百分点", "12.5 min"."""

import re

from metrics.model import Unit
from metrics.text import Text

_Scale = tuple[int, int, str, str]

_MINUS = "−"
_AMOUNT = re.compile(r"(?P<before>[^\d+−]*)(?P<number>[+−]?\d[\d,.]*)(?P<after>.*)")
# Seconds, decimals and names; a duration is told in the largest scale of which it fills two.
_SCALES = ((86_400, 1, "天", "days"), (3600, 1, "小时", "h"), (60, 1, "分钟", "min"), (1, 0, "秒", "s"))
# A working day is no 24 hours, so working time is not told in days.
_WORKING_SCALES = tuple((size, places, f"工作{zh}", f"working {en}") for size, places, zh, en in _SCALES[1:])
_DURATIONS = {Unit.SECONDS: _SCALES, Unit.WORKING_SECONDS: _WORKING_SCALES}


def in_words(value: float | None, unit: Unit) -> Text:
    """Return a value with its unit; "–" where there is no data, which is not 0."""
    if value is None:
        return Text("–", "–")
    if unit is Unit.SHARE:
        share = f"{_number(100 * value, 1)} %"
        return Text(share, share)
    return _plain(value, unit)


def difference_in_words(difference: float, unit: Unit, *, signed: bool = False) -> Text:
    """Return a difference with its unit, that of shares in percentage points; without its sign unless asked for."""
    amount = difference if signed else abs(difference)
    if unit is Unit.SHARE:
        points = _number(100 * amount, 1, signed=signed)
        return Text(f"{points} 个百分点", f"{points} percentage points")
    return _plain(amount, unit, signed=signed)


def interval_in_words(low: float, high: float, unit: Unit) -> Text:
    """Return the interval of a difference, both ends signed, their unit said once where they share it."""
    least, most = (difference_in_words(bound, unit, signed=True) for bound in (low, high))
    return Text(from_to(least.zh, most.zh, " 至 "), from_to(least.en, most.en, " to "))


def from_to(least: str, most: str, word: str) -> str:
    """Return two amounts with a word between them, a common unit said once: "每百件 4.29–9.79", "45 s to 2.5 min"."""
    low, high = _AMOUNT.fullmatch(least), _AMOUNT.fullmatch(most)
    if not low or not high or low["before"] != high["before"] or low["after"] != high["after"]:
        return f"{least}{word}{most}"
    return f"{low['before']}{low['number']}{word}{high['number']}{high['after']}"


def _plain(value: float, unit: Unit, *, signed: bool = False) -> Text:
    if unit in _DURATIONS:
        return _duration(value, _DURATIONS[unit], signed=signed)
    number = _number(value, 2, signed=signed)
    if unit is Unit.PER_HUNDRED:
        return Text(f"每百件 {number}", f"{number} per 100")
    return Text(f"{number} 分", f"{number} points")


def _duration(seconds: float, scales: tuple[_Scale, ...], *, signed: bool) -> Text:
    size, decimals, zh, en = next((scale for scale in scales if abs(seconds) >= 2 * scale[0]), scales[-1])
    number = _number(seconds / size, decimals, signed=signed)
    return Text(f"{number} {zh}", f"{number} {en}")


def _number(value: float, decimals: int, *, signed: bool = False) -> str:
    """Return a number with a true minus sign; one that rounds to 0 has no sign."""
    rounded = round(value, decimals)
    plus = "+" if signed and rounded > 0 else ""
    return f"{_MINUS if rounded < 0 else plus}{abs(rounded):,.{decimals}f}"
