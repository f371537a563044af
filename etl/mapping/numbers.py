"""Numbers, money, durations and truth values out of text."""

import polars as pl

from etl.mapping.letters import half_width, zeros_for_letters
from etl.mapping.reader import CELL, Reader, because

_GROUPED = r"^[+-]?\d{1,3}(,\d{3})+(\.\d+)?$"
_DECIMAL = r"^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$"
_DURATION = r"^(-?)(?:(\d+) days? )?(\d+):([0-5]\d):([0-5]\d)(?:\.\d+)?$"
_CURRENCY = r"^(?:[¥$€£]|CNY|RMB|USD|EUR)\s*|\s*(?:元|CNY|RMB|USD|EUR)$"
_MONEY = r"^([+-]?\d+)(?:\.(\d{1,2})0*)?$"
_YES = ("true", "yes", "y", "1", "t", "是", "有", "对", "ja", "j", "oui", "si", "sí", "예", "はい", "x", "✓", "√")
_NO = ("false", "no", "n", "0", "f", "否", "无", "没有", "不是", "nee", "nein", "non", "아니오", "いいえ", "×")


def whole_reader() -> Reader:
    """Return a reader of whole numbers: digits of any width, thousands separators, "3.0"."""
    mended = zeros_for_letters(CELL)
    hint = pl.when(CELL.str.contains(r"\d\.\d")).then(
        pl.lit('is not a whole number; if it is money in major units, say scale = "yuan"')
    )
    return Reader(_whole(mended), hint.otherwise(because("is not a whole number")), repaired=mended)


def _whole(text: pl.Expr) -> pl.Expr:
    return _ungrouped(text).str.replace(r"\.0*$", "").cast(pl.Int64, strict=False)


def seconds_reader() -> Reader:
    """Return a reader of seconds, written as a number (rounded to whole seconds) or as HH:MM:SS of any length."""
    mended = zeros_for_letters(CELL)
    seconds = pl.coalesce(_whole(mended), _number(mended).round().cast(pl.Int64, strict=False), _duration(mended))
    return Reader(seconds, because("is neither a number of seconds nor HH:MM:SS"), repaired=mended)


def _duration(text: pl.Expr) -> pl.Expr:
    parts = text.str.extract_groups(_DURATION).struct
    days, hours, minutes, seconds = (parts[str(i)].cast(pl.Int64, strict=False) for i in range(2, 6))
    total = ((days.fill_null(0) * 24 + hours) * 60 + minutes) * 60 + seconds
    return pl.when(parts["1"] == "-").then(-total).otherwise(total)


def number_reader() -> Reader:
    """Return a reader of numbers with decimals after a point, thousands separators allowed."""
    return Reader(_number(half_width(CELL)), because("is not a number"))


def _number(text: pl.Expr) -> pl.Expr:
    plain = _ungrouped(text)
    return pl.when(plain.str.contains(_DECIMAL)).then(plain).cast(pl.Float64, strict=False)


def _ungrouped(text: pl.Expr) -> pl.Expr:
    return pl.when(text.str.contains(_GROUPED)).then(text.str.replace_all(",", "", literal=True)).otherwise(text)


def money_reader() -> Reader:
    """Return a reader of money in major units, such as "¥1,234.50", into minor units: exactly, without floats."""
    plain = half_width(CELL).str.replace_all(_CURRENCY, "")
    parts = _ungrouped(plain).str.extract_groups(_MONEY).struct
    minor = pl.concat_str(parts["1"], parts["2"].fill_null("").str.pad_end(2, "0"))
    return Reader(minor.cast(pl.Int64, strict=False), because("is not an amount with at most two decimals"))


def truth_reader() -> Reader:
    """Return a reader of yes and no in the words that exports use."""
    words = dict.fromkeys(_YES, True) | dict.fromkeys(_NO, False)
    truth = half_width(CELL).str.to_lowercase().replace_strict(words, default=None, return_dtype=pl.Boolean)
    return Reader(truth, because("is neither yes nor no"))
