"""Appeals as they are written in the page's fields, and what upholding one would change."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from dashboard.components.linked_table import Cell, Column, Row, Table
from dashboard.rewards.acting import Filing
from dashboard.wording import reward_acts as words
from metrics.rewards.ledger.appeals import Effect, Grounds, Verdict
from metrics.rewards.ledger.rulings import COUNTED, LEFT_OUT, Ruling
from metrics.rewards.money import in_main_units
from metrics.rewards.paper.months import Named
from metrics.rewards.paper.words import PARTS
from metrics.rewards.statement import COMPLAINTS, SATISFACTION
from metrics.store.appealing import Decision
from metrics.text import Language

_TABLES = {SATISFACTION: "feedback_forms", COMPLAINTS: "complaints"}
_BETWEEN = re.compile(r"[,;\s、,;]+")
_TEXTS = ("month", "unit", "part")

Fields = Mapping[str, Any]


def filing(fields: Fields, of: tuple[str, str]) -> Filing:
    """Return the appeal that the fields describe; AppealError where it names no row or no grounds."""
    month, unit = of
    part = str(fields.get("reward_appeal_part") or SATISFACTION)
    rulings = [Ruling(_TABLES[part], row, LEFT_OUT[_TABLES[part]]) for row in rows(fields.get("reward_without"))]
    rulings += [Ruling(_TABLES[part], row, COUNTED[_TABLES[part]]) for row in rows(fields.get("reward_with"))]
    grounds = Grounds((month, unit, part), str(fields.get("reward_grounds") or ""), tuple(rulings))
    return Filing(grounds, fields.get("reward_who_file") or None)


def decision(fields: Fields) -> Decision:
    """Return the decision that the fields describe; AppealError without a reason."""
    verdict = Verdict(upheld=fields.get("reward_verdict") == "uphold", reason=str(fields.get("reward_why") or ""))
    return Decision(int(fields["reward_appeal"]), fields.get("reward_who_decide") or None, verdict)


def rows(written: object) -> list[str]:
    """Return the numbers of rows in a field, each once."""
    return list(dict.fromkeys(row for row in _BETWEEN.split(str(written or "")) if row))


def effect_table(effects: Sequence[Effect], named: Named, language: Language) -> Table:
    """Return what each statement comes to without and with the rulings."""
    heads = [Column(text.to(language), name not in _TEXTS) for name, text in words.EFFECT_COLUMNS.items()]
    return Table(words.EFFECT.to(language), heads, [_effect(effect, named, language) for effect in effects])


def _effect(effect: Effect, named: Named, language: Language) -> Row:
    told, currency = effect.document(), str((effect.after or effect.before or {}).get("currency", ""))
    amounts = (in_main_units(told[f"{name}_minor"], currency).rstrip() for name in ("before", "after", "amount"))
    unit, part = named(told["unit"]).to(language), PARTS[told["part"]].to(language)
    return Row([Cell(told["month"]), Cell(unit), Cell(part), *map(Cell, amounts)])
