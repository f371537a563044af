"""Surveys of expectation and perception: one row per respondent becomes one row per answered item."""

import re
from dataclasses import replace

from etl.init.exports import Export, Query, literal, quoted
from etl.init.words import called

_ITEM = re.compile(r"^\D{0,3}(\d{1,2})\D")
_SIDES = {
    "expectation": re.compile(r"expect|期望|기대|verwacht", re.IGNORECASE),
    "perception": re.compile(r"percep|perceive|感知|인지|ervaren|ervaring", re.IGNORECASE),
}
_RESPONDENT = ("respondentid", "responseid", "respondent", "答卷编号", "答卷号", "受访者", "id")
_ANSWERED = "where expectation <> '' or perception <> ''"
_FEWEST = 3
_SCALES = (5, 7, 9)


def survey(export: Export) -> Export | None:
    """Return the export with one row per respondent and item; None where it holds no pairs of items."""
    pairs = _pairs(export)
    if len(pairs) < _FEWEST:
        return None
    scale = _scale(export, [name for sides in pairs.values() for name in sides.values()])
    selects = [_select(export, item, sides, scale) for item, sides in sorted(pairs.items())]
    whole = "\n".join(["select * from (", "\nunion all\n".join(selects), ") answers", _ANSWERED])
    return replace(export, query=Query(whole=whole)).asking(
        "Which wave of the survey is this, and who answered: customers, managers or employees?",
        f"Do answers go from 1 to {scale}?",
        f"Which of the {len(pairs)} pairs of items make which dimension? An [[instrument]] in policy.toml tells it"
        " (docs/workspace.md); without one they are read as the classic 22.",
    )


def _pairs(export: Export) -> dict[int, dict[str, str]]:
    pairs: dict[int, dict[str, str]] = {}
    for name in export.columns:
        number = _ITEM.match(name)
        side = next((side for side, word in _SIDES.items() if word.search(name)), None)
        if number and side:
            pairs.setdefault(int(number.group(1)), {}).setdefault(side, name)
    return {item: sides for item, sides in pairs.items() if len(sides) == len(_SIDES)}


def _select(export: Export, item: int, sides: dict[str, str], scale: int) -> str:
    respondent = called(_RESPONDENT, export.columns)
    identity = quoted(respondent) if respondent else f"{literal(export.name + ' row ')} || cast(source_row as varchar)"
    columns = {
        "response_id": identity,
        "item_no": str(item),
        "expectation": quoted(sides["expectation"]),
        "perception": quoted(sides["perception"]),
        "wave": literal(export.name),
        "respondent_type": "'customer'",
        "instrument": "'servqual_2col'",
        "scale_max": str(scale),
    }
    selected = [f"{value} as {name}" for name, value in columns.items()]
    return " ".join(["select", ", ".join(selected), ", source_row from source"])


def _scale(export: Export, items: list[str]) -> int:
    numbers = [export.rows[name].str.to_integer(strict=False).max() for name in items]
    highest = max((int(str(number)) for number in numbers if number is not None), default=_SCALES[0])
    return next((scale for scale in _SCALES if scale >= highest), _SCALES[-1])
