"""Cases as they come in: when, where, through which channel, by whom and about what."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

import numpy as np
import polars as pl

from sample_data import story, worktime
from sample_data.company import CENTRES
from sample_data.draws import choose, choose_rows, numbered
from sample_data.span import DAY, FIRST_DAY, HOUR, MONTHS, START, Flags, Ints, Month

CHANNELS: Final = ("phone", "wechat", "web", "app", "store", "insurer")
CHANNEL_SHARES: Final = (0.44, 0.16, 0.08, 0.06, 0.06, 0.20)
KINDS: Final = ("repair", "claim", "inquiry", "complaint", "other")
GROUPS: Final = ("new", "regular", "vip", "potential")
PRODUCTS: Final = ("windscreen", "side_window", "rear_window", "sunroof", "camera")
PRIORITIES: Final = ("low", "normal", "high", "urgent")
REPAIR, CLAIM, INQUIRY, COMPLAINT, OTHER = range(len(KINDS))
INSURER: Final = CHANNELS.index("insurer")
STORE: Final = CHANNELS.index("store")

_KIND_SHARES: Final = (0.60, 0.19, 0.14, 0.04, 0.03)
_INSURER_KINDS: Final = (0.35, 0.63, 0.00, 0.01, 0.01)
_SEASON: Final = (0.97, 0.80, 1.00, 0.98, 1.03, 1.00, 1.08, 1.10, 0.98, 1.08, 0.96, 1.02)
_GROWTH_A_YEAR: Final = 0.06
_HOURS: Final = (*[0.1] * 7, 0.8, 3.5, 6, 6.5, 5.5, 3.5, 4, 5.5, 5.5, 5, 4, 2.5, 1.6, 1.2, 0.8, 0.4, 0.2)
_DAY_OFF, _SATURDAY, _SUNDAY = 0.30, 0.65, 0.40
# Calls about each reason, per kind of case, in the order of `reasons.CALLS`.
_REASONS: Final = np.array(
    [
        [24, 36, 16, 8, 2, 0, 2, 4, 0, 7, 0, 1],
        [8, 40, 18, 6, 14, 12, 0, 1, 0, 1, 0, 0],
        [4, 0, 0, 3, 12, 6, 34, 18, 16, 2, 0, 5],
        [0, 0, 0, 0, 4, 0, 4, 4, 4, 30, 54, 0],
        [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1],
    ],
    dtype=float,
)
_PRODUCT_SHARES: Final = (0.58, 0.17, 0.12, 0.05, 0.08)
_GROUP_SHARES: Final = (0.52, 0.30, 0.08, 0.10)
_SHARES: Final = tuple(centre.share for centre in CENTRES)
_GOLDEN: Final = 0.6180339887
_SPAM, _COPIES = 0.005, 0.03
_RETURNING: Final = (GROUPS.index("regular"), GROUPS.index("vip"))
# Customers of four firms call from one switchboard each.
FIRMS: Final = ("02160000000", "02060000000", "01060000000", "075560000000")
CUSTOMERS_PER_FIRM: Final = 15


@dataclass(frozen=True)
class Intake:
    """The cases of one month; codes are positions in the lists of this module.

    `serial` counts through all months; `merged_into` is the position of the case that a copy belongs to, else -1.
    """

    month: Month
    serial: Ints
    created: Ints
    unit: Ints
    channel: Ints
    kind: Ints
    group: Ints
    reason: Ints
    product: Ints
    priority: Ints
    customer: Ints
    spam: Flags
    merged_into: Ints

    def real(self) -> Flags:
        """Return which cases are about something: neither a test nor a copy of another."""
        return ~self.spam & (self.merged_into < 0)

    def ids(self) -> pl.Series:
        """Return the case ids, such as "W2407-000123"."""
        return numbered(f"W{self.month.code}-", np.arange(len(self)) + 1, 6)

    def __len__(self) -> int:
        """Return the number of cases."""
        return len(self.created)


def volumes(total: int) -> list[int]:
    """Return the number of cases of each month, which add up to `total`."""
    pull = [_SEASON[int(month.label[5:]) - 1] * (1 + _GROWTH_A_YEAR * month.index / 12) for month in MONTHS]
    edges = np.floor(np.cumsum(pull) / sum(pull) * total + 0.5).astype(int)
    return [int(count) for count in np.diff(edges, prepend=0)]


def take_in(month: Month, total: int, rng: np.random.Generator) -> Intake:
    """Return the cases of one month of a company that handles `total` cases over the whole span."""
    counts = volumes(total)
    count, before = counts[month.index], sum(counts[: month.index])
    channel = choose(rng, _channel_shares(month), count)
    kind = np.where(channel == INSURER, choose(rng, _INSURER_KINDS, count), choose(rng, _KIND_SHARES, count))
    group = choose(rng, _GROUP_SHARES, count)
    serial = before + np.arange(count)
    customer = _customers(serial, group, total, rng)
    spam, merged_into = _unreal(channel, rng)
    customer = np.where(merged_into >= 0, customer[merged_into], customer)
    return Intake(
        month=month,
        serial=serial,
        created=np.sort(_arrivals(month, count, rng)),
        unit=_units(customer, group, rng),
        channel=channel,
        kind=kind,
        group=group,
        reason=choose_rows(rng, _REASONS[kind]),
        product=choose(rng, _PRODUCT_SHARES, count),
        priority=_priorities(kind, group, rng),
        customer=customer,
        spam=spam,
        merged_into=merged_into,
    )


def _units(customer: Ints, group: Ints, rng: np.random.Generator) -> Ints:
    """Return the centres: returning customers keep to one, which a low-discrepancy sequence gives them."""
    drawn = choose(rng, _SHARES, len(customer))
    home = np.searchsorted(np.cumsum(_SHARES), customer * _GOLDEN % 1.0, side="right")
    return np.where(np.isin(group, _RETURNING), np.minimum(home, len(_SHARES) - 1), drawn)


def _channel_shares(month: Month) -> list[float]:
    planted = story.MIX_CHANNELS if month.index == story.MIX_AFTER else {}
    return [planted.get(channel, share) for channel, share in zip(CHANNELS, CHANNEL_SHARES, strict=True)]


def _day_weight(day: date) -> float:
    if day in worktime.days_off():
        return _DAY_OFF
    if day.isoformat() in worktime.WORKING_WEEKENDS:
        return 1.0
    return {6: _SATURDAY, 7: _SUNDAY}.get(day.isoweekday(), 1.0)


def arrivals_in(start: int, end: int, count: int, rng: np.random.Generator) -> Ints:
    """Return `count` times between two midnights, more of them on working days and in the morning."""
    days = [FIRST_DAY + timedelta(days=(midnight - START) // DAY) for midnight in range(start, end, DAY)]
    day = choose(rng, [_day_weight(each) for each in days], count)
    return start + day * DAY + choose(rng, _HOURS, count) * HOUR + rng.integers(HOUR, size=count)


def _arrivals(month: Month, count: int, rng: np.random.Generator) -> Ints:
    return arrivals_in(month.start, month.end, count, rng)


def _priorities(kind: Ints, group: Ints, rng: np.random.Generator) -> Ints:
    base = choose(rng, (0.14, 0.70, 0.13, 0.03), len(kind))
    raised = (kind == COMPLAINT) | (group == GROUPS.index("vip"))
    return np.where(raised, np.maximum(base, PRIORITIES.index("high")), base)


def _unreal(channel: Ints, rng: np.random.Generator) -> tuple[Flags, Ints]:
    """Return which cases are tests, and which insurers' referrals merely repeat the case before them."""
    drawn = rng.random(len(channel))
    copies = (drawn < _COPIES) & (channel == INSURER)
    copies[:1] = False
    copies[1:] &= ~copies[:-1]
    return drawn > 1 - _SPAM, np.where(copies, np.arange(len(channel)) - 1, -1)


def _customers(serial: Ints, group: Ints, total: int, rng: np.random.Generator) -> Ints:
    """Return customer numbers: regulars come from a fixed circle and return, everyone else comes once."""
    circle = max(total // 8, len(FIRMS) * CUSTOMERS_PER_FIRM)
    returning = np.isin(group, _RETURNING)
    return np.where(returning, rng.integers(circle, size=len(serial)), circle + serial) + 1
