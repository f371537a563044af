"""A policy as a typed table: each setting, what it is set to, and whose rule it is."""

from collections.abc import Collection, Mapping
from dataclasses import fields
from fractions import Fraction
from typing import Any, Final

from metrics.contract.words import NO, WORDS, YES
from metrics.rewards.complaint_policy import ComplaintPolicy
from metrics.rewards.exact import exactly
from metrics.rewards.ledger.canonical import Document
from metrics.rewards.money import in_main_units
from metrics.rewards.paper.setting_words import OPTIONS
from metrics.rewards.paper.sheet import Column, Sheet, Value
from metrics.rewards.paper.words import PARTS, joined
from metrics.rewards.policy import SatisfactionPolicy
from metrics.rewards.setting import OWN_RULE, settings_of
from metrics.rewards.statement import COMPLAINTS, SATISFACTION
from metrics.rewards.working.complaints import span
from metrics.rewards.working.line import same
from metrics.text import Text

COLUMNS: Final = (
    Column("setting", Text("设置", "Setting")),
    Column("value", Text("值", "Set to")),
    Column("whose", Text("出处", "Set by")),
)
_POLICIES: Final = {SATISFACTION: SatisfactionPolicy, COMPLAINTS: ComplaintPolicy}
_DOCUMENT = Text("原文件", "source document")
_UNLIKE = Text("单位自定,与原文件不同", "set here, unlike the source document")
_NONE = Text("不设", "none")
# What the stored value is counted in; a reader is told main units.
_STORED = Text("(分)", ", in minor units")
_MONEY: Final = (
    "reward_amount", "penalty_amount", "all_max_amount", "all_min_amount", "amount", "zero_complaint_bonus",
    "bonus_pool",
)  # fmt: skip


def settings_sheet(document: Document) -> Sheet:
    """Return the policy under which a statement's document was judged."""
    policy = document["policy"]
    return sheet_of(document["part"], policy["settings"], policy["own_rules"])


def sheet_of(part: str, settings: Mapping[str, Any], own_rules: Collection[str]) -> Sheet:
    """Return the settings of a policy of a part, each marked by whose rule it is."""
    labels, currency = labels_of(part), str(settings["currency"])
    rows = tuple(
        (labels[key], in_words(key, value, currency), OWN_RULE if key in own_rules else _stated(part, key, value))
        for key, value in settings.items()
        if key in labels
    )
    title = Text(f"政策 · {PARTS[part].zh}", f"Policy · {PARTS[part].en}")
    return Sheet(f"settings_{part}", title, COLUMNS, rows)


def _stated(part: str, key: str, value: Any) -> Text:  # noqa: ANN401 whatever a setting holds
    """Return whose rule a setting is that the document states, but that a company may have set otherwise."""
    usual = {one.key: one.value for one in settings_of(_POLICIES[part]())}
    return _DOCUMENT if value == usual[key] else _UNLIKE


def labels_of(part: str) -> dict[str, Text]:
    """Return what each setting of a part is called, in the order in which the policy declares them."""
    named = {one.name: one.metadata["text"] for one in fields(_POLICIES[part])}
    return {
        key: Text(text.zh.removesuffix(_STORED.zh), text.en.removesuffix(_STORED.en)) for key, text in named.items()
    }


def in_words(key: str, value: Any, currency: str) -> Value:  # noqa: ANN401 whatever a setting holds
    """Return what a setting is set to, as it is read."""
    match value:
        case None | []:
            return _NONE
        case bool():
            return YES if value else NO
        case int() if key in _MONEY:
            return in_main_units(value, currency)
        case Mapping():
            return joined([_pair(name, each) for name, each in value.items()])
        case list():
            return joined([_step(each, currency) if key == "steps" else _word(each) for each in value])
        case _:
            return _word(value)


def _pair(name: str, value: object) -> Text:
    word, said = _word(name), _word(value)
    return Text(f"{word.zh} {said.zh}", f"{word.en} {said.en}")


def _word(value: object) -> Text:
    """Return an option in words, and a number with a true minus sign; fractions are written "n/d" in documents."""
    text = str(value)
    if "/" in text:
        return same(exactly(Fraction(text)))
    return OPTIONS.get(text) or WORDS.get(text) or same(text.replace("-", "−") if isinstance(value, int) else text)


def _step(step: Document, currency: str) -> Text:
    there, amount = span(step), in_main_units(step["amount"], currency)
    return Text(f"{there.zh}:{amount}", f"{there.en}: {amount}")
