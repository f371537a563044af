"""Staff: managers, advisers and technicians of the centres, hotline agents, and the supervision department."""

from datetime import date
from typing import Final

import numpy as np
import polars as pl

from sample_data.company import CENTRES
from sample_data.span import DAY, Flags, Ints, seconds

_SURNAMES: Final = "陈李张王刘杨黄赵周吴徐孙马朱胡郭何林罗高"
_DIGITS: Final = "零一二三四五六七八九"
_SINCE: Final = date(2022, 3, 1)
_AGENTS: Final = 24
# The last agents joined later, in two intakes; until then the first ones take their calls.
_JOINED: Final = {18: date(2025, 9, 1), 19: date(2025, 9, 1), 20: date(2025, 9, 1)} | dict.fromkeys(
    (21, 22, 23), date(2026, 3, 2)
)
_SETTLED_AGENTS: Final = 18
_NEW_FOR: Final = 120 * DAY

AGENTS: Final = tuple(f"HL{number:02d}" for number in range(1, _AGENTS + 1))
AUDITORS: Final = ("SV01", "SV02", "SV03")
VERIFIERS: Final = ("SV04", "SV05")


def _crew(share: float) -> int:
    return 2 + round(share * 40)


ADVISERS: Final = tuple(f"{c.code}-A{k}" for c in CENTRES for k in range(1, 3 + round(c.share * 10)))
TECHNICIANS: Final = tuple(f"{c.code}-T{k}" for c in CENTRES for k in range(1, _crew(c.share) + 1))
MANAGERS: Final = tuple(f"{centre.code}-M1" for centre in CENTRES)


def _ranges(staff: tuple[str, ...]) -> tuple[Ints, Ints]:
    units = [member.split("-")[0] for member in staff]
    first = np.array([units.index(centre.code) for centre in CENTRES], dtype=np.int64)
    return first, np.array([units.count(centre.code) for centre in CENTRES], dtype=np.int64)


def one_of(staff: tuple[str, ...], unit: Ints, rng: np.random.Generator) -> Ints:
    """Return for each unit the position in `staff` of one of its people."""
    first, count = _ranges(staff)
    return first[unit] + (rng.random(len(unit)) * count[unit]).astype(np.int64)


def agents(at: Ints, rng: np.random.Generator) -> Ints:
    """Return for each moment the position of a hotline agent who had joined by then."""
    chosen = rng.integers(_AGENTS, size=len(at))
    joined = np.array([seconds(_JOINED.get(position, _SINCE)) for position in range(_AGENTS)])
    return np.where(joined[chosen] <= at, chosen, chosen % _SETTLED_AGENTS)


def is_new(agent: Ints, at: Ints) -> Flags:
    """Return whether each agent had joined less than 120 days before `at`."""
    joined = np.array([seconds(_JOINED.get(position, _SINCE)) for position in range(_AGENTS)])
    new: Flags = at - joined[agent] < _NEW_FOR
    return new


def _number(value: int) -> str:
    tens, ones = divmod(value, 10)
    head = "十" if tens == 1 else f"{_DIGITS[tens]}十" if tens else ""
    return head + (_DIGITS[ones] if ones or not tens else "")


def _posts() -> list[tuple[str, str, str, str]]:
    posts = [(member, member.split("-")[0], "manager", "senior") for member in MANAGERS]
    posts += [(member, member.split("-")[0], "adviser", "regular") for member in ADVISERS]
    posts += [(member, member.split("-")[0], "technician", "regular") for member in TECHNICIANS]
    posts += [(member, "HOTLINE", "agent", "regular") for member in AGENTS]
    posts += [(member, "SUPERVISION", "auditor", "senior") for member in AUDITORS]
    return posts + [(member, "SUPERVISION", "verifier", "senior") for member in VERIFIERS]


def _history(member: str, unit: str, role: str, level: str) -> list[tuple[object, ...]]:
    """Return a member's posts over time: two became managers, one grew out of being a junior, some joined later."""
    if member in AGENTS and AGENTS.index(member) in _JOINED:
        return [(_JOINED[AGENTS.index(member)], unit, role, "junior", None)]
    changes: dict[str, tuple[date, str, str, str]] = {
        "NS-M1": (date(2025, 7, 1), unit, "adviser", "senior"),
        "MH-T3": (date(2025, 4, 1), unit, role, "junior"),
        "LS-M1": (date(2024, 7, 1), "XQ", "adviser", "senior"),
    }
    if member not in changes:
        return [(_SINCE, unit, role, level, None)]
    changed, *before = changes[member]
    return [(_SINCE, *before, changed), (changed, unit, role, level, None)]


def staff() -> pl.DataFrame:
    """Return every post that a member of staff has held, from `valid_from` until before `valid_to`."""
    rows: list[tuple[object, ...]] = []
    for order, (member, unit, role, level) in enumerate(_posts()):
        name = _SURNAMES[order % len(_SURNAMES)] + _number(order // len(_SURNAMES) + 1)
        rows += [(member, start, name, *post) for start, *post in _history(member, unit, role, level)]
    # Two who left before they could appear in any record.
    rows.append(("CY-T9", _SINCE, "钱一", "CY", "technician", "regular", date(2024, 7, 1)))
    rows.append(("HL99", _SINCE, "钱二", "HOTLINE", "agent", "junior", date(2024, 7, 1)))
    columns = ["staff_id", "valid_from", "name", "org_unit_id", "role", "level", "valid_to"]
    return pl.DataFrame(rows, schema=columns, orient="row", infer_schema_length=None)
