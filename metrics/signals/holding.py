"""When a signal is held back instead of raised: it rests on few rows, on stale data, or on a source that failed."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from metrics.signals.signal import Doubt
from metrics.text import Text

# A source may be this many days behind the end of a period and still tell of it; the product's own proposal.
PATIENCE = 7
_FEW = "few"


@dataclass(frozen=True)
class Standing:
    """How a table that a KPI reads stands: until which day it reaches (None: it has no times), and what was refused."""

    table: str
    name: Text
    until: date | None
    refused: tuple[str, ...] = ()


def held_back(
    doubts: Iterable[Doubt], ends: date, standings: Iterable[Standing], *, is_newest: bool
) -> tuple[Doubt, ...]:
    """Return why a signal is held back; nothing where it may be raised.

    `ends` is the last day of its flagged period. What is stale or refused now says nothing against a signal of a
    period that earlier loads brought whole, so only one of the newest period is held back for it.
    """
    few = tuple(doubt for doubt in doubts if doubt.key == _FEW)
    return (*few, *(doubt for standing in standings for doubt in _of_table(standing, ends))) if is_newest else few


def _of_table(standing: Standing, ends: date) -> tuple[Doubt, ...]:
    found = []
    if standing.until is not None and (ends - standing.until).days > PATIENCE:
        zh = f"{standing.name.zh}的数据只到 {standing.until}"
        found.append(Doubt("stale", Text(zh, f"the data of {standing.name.en.lower()} end on {standing.until}")))
    if standing.refused:
        names = ", ".join(standing.refused)
        zh, en = f"来源没有通过检查({names})", f"a source failed its checks ({names})"
        found.append(Doubt("checks", Text(zh, en)))
    return tuple(found)
