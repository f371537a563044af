"""Readings as sheets: the tiles one per row, and the table of regions and centres as it stands on screen."""

from collections.abc import Mapping, Sequence
from typing import Any

import polars as pl

from dashboard import cards, numbers
from dashboard.exports.sheet import COUNT, Sheet, difference_format, format_of
from dashboard.measured import Measured
from dashboard.places import Place, Places
from dashboard.wording import exports as words
from dashboard.wording import judgement, say
from metrics.model import Kpi
from metrics.text import Language, Text

_TILE = pl.Schema(
    {
        "kpi": pl.String(), "shown": pl.String(), "value": pl.Float64(), "unit": pl.String(), "n": pl.Int64(),
        "low": pl.Float64(), "high": pl.Float64(), "immature": pl.Int64(), "target": pl.Float64(),
        "standing": pl.String(), "change": pl.Float64(), "verdict": pl.String(),
    }
)  # fmt: skip
_HEADS = dict(
    zip(
        _TILE,
        (
            words.KPI, words.SHOWN, words.VALUE, words.MEASURED_IN, words.COUNTED, words.LOW, words.HIGH,
            words.IMMATURE, words.TARGET, words.STANDING, words.CHANGE, words.VERDICT,
        ),
        strict=True,
    )
)  # fmt: skip


def tiles(measured: Sequence[Measured], language: Language) -> Sheet:
    """Return each KPI in a row, its value in the unit that stands beside it."""
    rows = pl.DataFrame([_tile(shown, language) for shown in measured], schema=_TILE)
    heads = {name: text.to(language) for name, text in _HEADS.items()}
    return Sheet(words.TILES.to(language), rows.rename(heads), {heads["n"]: COUNT, heads["immature"]: COUNT})


def _tile(shown: Measured, language: Language) -> dict[str, Any]:
    now = shown.now if shown.now and shown.n >= numbers.FEWEST else {}
    return {
        "kpi": shown.kpi.name.to(language),
        "shown": numbers.figure(shown.kpi, shown.now, language),
        "value": now.get("value"),
        "unit": words.UNITS_OF_MEASURE[shown.kpi.unit.value].to(language),
        "n": shown.n,
        "low": now.get("low"),
        "high": now.get("high"),
        "immature": shown.now["immature"] if shown.now else 0,
        "target": shown.target.meet if shown.target else None,
        "standing": cards.standing(shown, language),
        "change": shown.change.difference,
        "verdict": judgement.VERDICTS[shown.change.verdict].to(language),
    }


def board(
    kpis: Sequence[Kpi], measures: Mapping[Place, Sequence[Measured]], places: Places, language: Language
) -> Sheet:
    """Return a row per place with value, n, change and verdict of every KPI, in the order of `measures`."""
    named: dict[str, list[Any]] = {words.UNIT.to(language): [places.name(place, language) for place in measures]}
    formats: dict[str, str] = {}
    for column, kpi in enumerate(kpis):
        shown = [row[column] for row in measures.values()]
        value, n, change, verdict = (_head(kpi, text, language) for text in _COLUMNS)
        named[value] = [each.now["value"] if each.now and each.n >= numbers.FEWEST else None for each in shown]
        named[n] = [each.n for each in shown]
        named[change] = [each.change.difference for each in shown]
        named[verdict] = [judgement.VERDICTS[each.change.verdict].to(language) for each in shown]
        formats |= {value: format_of(kpi), n: COUNT, change: difference_format(kpi)}
    return Sheet(words.BOARD.to(language), pl.DataFrame(named, strict=False), formats)


_COLUMNS = (words.VALUE, words.COUNTED, words.CHANGE, words.VERDICT)


def _head(kpi: Kpi, text: Text, language: Language) -> str:
    return say(words.OF_KPI, language, kpi=kpi.name.to(language), column=text.to(language))
