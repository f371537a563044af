"""Values and differences in words, in their own unit: "81.2 %", "2.1 个百分点", "12.5 min"."""

from metrics.model import Unit
from metrics.text import Text

_MINUS = "−"
_MINUTE, _HOUR, _DAY = 60, 3600, 86_400


def in_words(value: float | None, unit: Unit) -> Text:
    """Return a value with its unit; "–" where there is no data, which is not 0."""
    if value is None:
        return Text("–", "–")
    if unit is Unit.SHARE:
        return _same(f"{_number(100 * value, 1)} %")
    return _plain(value, unit)


def difference_in_words(difference: float, unit: Unit, *, signed: bool = False) -> Text:
    """Return a difference with its unit, that of shares in percentage points; without its sign unless asked for."""
    plus = "+" if signed and difference > 0 else ""
    amount = difference if signed else abs(difference)
    if unit is Unit.SHARE:
        points = plus + _number(100 * amount, 1)
        return Text(f"{points} 个百分点", f"{points} percentage points")
    words = _plain(amount, unit)
    return Text(plus + words.zh, plus + words.en)


def _plain(value: float, unit: Unit) -> Text:
    match unit:
        case Unit.SECONDS:
            return _duration(value)
        case Unit.PER_HUNDRED:
            number = _number(value, 2)
            return Text(f"每百件 {number}", f"{number} per 100")
        case _:
            number = _number(value, 2)
            return Text(f"{number} 分", f"{number} points")


def _duration(seconds: float) -> Text:
    size = abs(seconds)
    if size < 2 * _MINUTE:
        return Text(f"{_number(seconds, 0)} 秒", f"{_number(seconds, 0)} s")
    if size < 2 * _HOUR:
        return Text(f"{_number(seconds / _MINUTE, 1)} 分钟", f"{_number(seconds / _MINUTE, 1)} min")
    if size < 2 * _DAY:
        return Text(f"{_number(seconds / _HOUR, 1)} 小时", f"{_number(seconds / _HOUR, 1)} h")
    return Text(f"{_number(seconds / _DAY, 1)} 天", f"{_number(seconds / _DAY, 1)} days")


def _number(value: float, decimals: int) -> str:
    """Return a number with a true minus sign; one that rounds to 0 has none."""
    rounded = round(value, decimals)
    return f"{_MINUS if rounded < 0 else ''}{abs(rounded):,.{decimals}f}"


def _same(words: str) -> Text:
    return Text(words, words)
