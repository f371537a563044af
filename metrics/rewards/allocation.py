"""The department's split of its amount to its staff: whoever signs it says who gets what; it sums to the cent."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from metrics.rewards.errors import AllocationError
from metrics.rewards.money import MINOR_UNITS, in_main_units
from metrics.text import Text

_AMOUNT = re.compile(r"(?P<sign>[-+]?)(?P<whole>[0-9]{1,12})(?:[.](?P<part>[0-9]{1,2}))?")


@dataclass(frozen=True)
class Share:
    """What one person is given of an amount, in minor units."""

    name: str
    amount: int


def checked(shares: Iterable[Share], total: int) -> tuple[Share, ...]:
    """Return the shares of an amount; AllocationError where they do not sum to it to the cent, or name nobody."""
    given = tuple(shares)
    nameless = [number for number, share in enumerate(given, start=1) if not share.name.strip()]
    if nameless:
        raise AllocationError(Text(f"第 {nameless[0]} 行没有姓名。", f"Line {nameless[0]} of the split names nobody."))
    found = sum(share.amount for share in given)
    if found != total:
        said, due, rest = (in_main_units(amount, "").strip() for amount in (found, total, total - found))
        raise AllocationError(
            Text(
                f"分配合计 {said},应为 {due},还差 {rest}。",
                f"The split comes to {said}, the amount is {due}: {rest} are missing.",
            )
        )
    return given


def equal_parts(names: Sequence[str], total: int) -> tuple[Share, ...]:
    """Return an amount split evenly; the cents that are left over go to the first ones, one each."""
    if not names:
        return ()
    each, over = divmod(abs(total), len(names))
    sign = -1 if total < 0 else 1
    return tuple(Share(name, sign * (each + (number < over))) for number, name in enumerate(names))


def amount_from(written: str) -> int:
    """Return an amount in minor units, written in main units with at most two decimals; AllocationError otherwise."""
    found = _AMOUNT.fullmatch(written.strip().replace("−", "-").replace(",", ""))
    if found is None:
        said = Text(f"“{written}”不是金额,应像 250.00 这样写。", f"'{written}' is no amount; write it like 250.00.")
        raise AllocationError(said)
    minor = int(found["whole"]) * MINOR_UNITS + int((found["part"] or "").ljust(2, "0"))
    return -minor if found["sign"] == "-" else minor
