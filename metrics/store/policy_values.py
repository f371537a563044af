"""How settings of reward policies are written in TOML, and what they become: exact numbers, money in minor units."""

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import Any, Final, NoReturn

from metrics.errors import nearest
from metrics.rewards.complaint_policy import AssessmentMonth, ComplaintMode
from metrics.rewards.money import MINOR_UNITS
from metrics.rewards.policy import AmountMode, BaselineKind, Denominator, HighPlateau, PartialForms
from metrics.rewards.steps import Step
from metrics.rewards.warning_limits import WarningLimits
from metrics.text import Text

Reader = Callable[[Any], Any]

_LETTERS_OF_A_CURRENCY = 3


class ValueProblemError(Exception):
    """A setting is written in a way that says nothing; `said` goes on after the setting's name, in both languages."""

    def __init__(self, said: Text) -> None:
        """Say what it takes and what came."""
        super().__init__(said.en)
        self.said = said


def _refuse(zh: str, en: str, written: object) -> NoReturn:
    said = Text(f"应为{zh},现为 {written!r}", f"is {en}, got {written!r}")
    raise ValueProblemError(said) from None


def day(written: Any) -> date:  # noqa: ANN401 whatever TOML says
    """Return a date, written as 2025-01-01."""
    try:
        return date.fromisoformat(str(written))
    except ValueError:
        _refuse("日期,如 2025-01-01", "a date such as 2025-01-01", written)


def whole(written: Any) -> int:  # noqa: ANN401 whatever TOML says
    """Return a whole number."""
    if isinstance(written, bool) or not isinstance(written, int):
        _refuse("整数", "a whole number", written)
    return written


def exact(written: Any) -> Fraction:  # noqa: ANN401 whatever TOML says
    """Return a number as an exact fraction, written as 3, 3.5 or "7/2"."""
    try:
        return Fraction(str(written) if isinstance(written, bool) else written)
    except (TypeError, ValueError, ZeroDivisionError, OverflowError):
        _refuse('数,如 3、3.5 或 "7/2"', 'a number such as 3, 3.5 or "7/2"', written)


def money(written: Any) -> int:  # noqa: ANN401 whatever TOML says
    """Return an amount in minor units, written in main units with at most two decimals."""
    if isinstance(written, bool) or not isinstance(written, int | Decimal) or not Decimal(written).is_finite():
        _refuse("金额,如 1000 或 12.50", "an amount such as 1000 or 12.50", written)
    minor = Fraction(written) * MINOR_UNITS
    if minor.denominator != 1:
        said = Text(f"最多两位小数,现为 {written}", f"has at most two decimals, got {written}")
        raise ValueProblemError(said)
    return int(minor)


def truth(written: Any) -> bool:  # noqa: ANN401 whatever TOML says
    """Return true or false."""
    if not isinstance(written, bool):
        _refuse("true 或 false", "true or false", written)
    return written


def currency(written: Any) -> str:  # noqa: ANN401 whatever TOML says
    """Return the three letters of a currency (ISO 4217) whose minor unit is a hundredth."""
    if not (isinstance(written, str) and len(written) == _LETTERS_OF_A_CURRENCY and written.isupper()):
        _refuse("币种,如 'CNY'", "a currency such as 'CNY'", written)
    return written


def one_of(words: type[StrEnum]) -> Reader:
    """Return a reader of one of some words."""

    def read(written: Any) -> StrEnum:  # noqa: ANN401 whatever TOML says
        if written not in [*words]:
            close = nearest(str(written), [*words]).removesuffix(".")
            allowed = "、".join(words)
            said = Text(f"不能是 {written!r},可以是 {allowed}", f"cannot be {written!r}. {close}")
            raise ValueProblemError(said)
        return words(written)

    return read


def list_of(reader: Reader) -> Reader:
    """Return a reader of a list whose members `reader` reads."""

    def read(written: Any) -> tuple[Any, ...]:  # noqa: ANN401 whatever TOML says
        if not isinstance(written, list):
            _refuse("列表", "a list", written)
        return tuple(reader(each) for each in written)

    return read


def table_of(readers: Mapping[str, Reader], needed: tuple[str, ...] = ()) -> Reader:
    """Return a reader of an inline table with these keys, of which `needed` must be there."""

    def read(written: Any) -> dict[str, Any]:  # noqa: ANN401 whatever TOML says
        if not isinstance(written, dict) or not set(needed) <= set(written) <= set(readers):
            _refuse(f"表,含 {'、'.join(readers)}", f"a table of {', '.join(readers)}", written)
        return {key: readers[key](value) for key, value in written.items()}

    return read


def _word(written: Any) -> str:  # noqa: ANN401 whatever TOML says
    return str(written)


def _whole_by_word(written: Any) -> tuple[tuple[str, int], ...]:  # noqa: ANN401 whatever TOML says
    if not isinstance(written, dict):
        _refuse("整数的表", "a table of whole numbers", written)
    return tuple((key, whole(value)) for key, value in written.items())


def _plateau(written: Any) -> HighPlateau:  # noqa: ANN401 whatever TOML says
    return HighPlateau(**table_of({"average": exact, "months": whole}, ("average", "months"))(written))


def _limits(written: Any) -> WarningLimits:  # noqa: ANN401 whatever TOML says
    numbers = ("few_forms", "burst_days", "same_hand", "same_customer")
    shares = ("unverified_share", "burst_share", "burst_chance", "without_work")
    return WarningLimits(**table_of(dict.fromkeys(numbers, whole) | dict.fromkeys(shares, exact))(written))


def _step(written: Any) -> Step:  # noqa: ANN401 whatever TOML says
    read = table_of({"from": whole, "to": whole, "amount": money}, ("from", "amount"))(written)
    return Step(read["from"], read.get("to"), read["amount"])


SATISFACTION: Final[Mapping[str, Reader]] = {
    "score_map": _whole_by_word,
    "items": list_of(_word),
    "item_weights": list_of(whole),
    "only_verified": truth,
    "denominator": one_of(Denominator),
    "partial_form": one_of(PartialForms),
    "baseline": one_of(BaselineKind),
    "target": exact,
    "min_forms": whole,
    "dead_band": exact,
    "reward_amount": money,
    "penalty_amount": money,
    "currency": currency,
    "amount_mode": one_of(AmountMode),
    "all_max_rule": truth,
    "all_max_amount": money,
    "all_min_rule": truth,
    "all_min_amount": money,
    "high_plateau": _plateau,
    "warn_at": _limits,
}
COMPLAINTS: Final[Mapping[str, Reader]] = {
    "mode": one_of(ComplaintMode),
    "severity_weight": _whole_by_word,
    "upheld_only": truth,
    "month": one_of(AssessmentMonth),
    "currency": currency,
    "amount": money,
    "multiplier": whole,
    "multiplier_from": whole,
    "steps": list_of(_step),
    "reward_amount": money,
    "penalty_amount": money,
    "chart_months": whole,
    "chart_min_months": whole,
    "zero_complaint_bonus": money,
    "min_jobs": whole,
    "bonus_pool": money,
    "cap_share": exact,
    "appeal_days": whole,
}
