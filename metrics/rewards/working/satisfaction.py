"""The satisfaction part written out: the total, the average, what it is compared with, the difference, the amount."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Final

from metrics.rewards.exact import equals, exactly, fraction, quotient, whole_or_exact
from metrics.rewards.ledger.canonical import Document
from metrics.rewards.money import in_main_units
from metrics.rewards.policy import AmountMode
from metrics.rewards.rules import Rule, is_own, rule_text
from metrics.rewards.setting import OWN_RULE
from metrics.rewards.working.line import Line, same
from metrics.rewards.working.terms import Form, sum_of, total_of
from metrics.text import Text

DENOMINATORS: Final = {
    "forms": Text("计入表数", "forms used"),
    "jobs": Text("维修工作项数", "jobs"),
    "verified_forms": Text("已核实表数", "verified forms"),
}
_FORMS, _TOTAL, _AVERAGE = Text("反馈表", "Forms"), Text("总分", "Total"), Text("均分", "Average")
_BASELINE, _DIFFERENCE = Text("比较基准", "Compared with"), Text("差额", "Difference")
_RULE, _AMOUNT = Text("规则", "Rule"), Text("金额", "Amount")
_NOTHING = Text("没有可比的月份", "no month to compare with")
_TARGET = Text("固定目标", "fixed target")


def satisfaction_lines(document: Document, forms: Sequence[Form]) -> list[Line]:
    """Return the lines of a satisfaction statement's document; `forms` are the rows of its evidence that count."""
    return [*_lines(document, forms)]


def _lines(document: Document, forms: Sequence[Form]) -> Iterator[Line]:
    figures, settings = document["figures"], document["policy"]["settings"]
    yield Line(_FORMS, _returns(figures["forms"]))
    if figures["n"]:
        yield Line(_TOTAL, _total(figures, settings, forms))
        yield Line(_AVERAGE, _average(figures))
    yield Line(_BASELINE, _baseline(figures))
    delta = fraction(figures["delta"])
    if delta is not None:
        yield Line(_DIFFERENCE, _difference(figures, delta))
        yield from _dead_band(settings, delta)
    yield Line(_RULE, rule_in_words(document))
    yield Line(_AMOUNT, _amount(document, delta))


def rule_in_words(document: Document) -> Text:
    """Return the rule that decided, and that it is the project's own where the source document does not state it."""
    rule = Rule(document["rule"])
    text = rule_text(rule)
    return Text(f"{text.zh}({OWN_RULE.zh})", f"{text.en} ({OWN_RULE.en})") if is_own(rule) else text


def _returns(forms: Document) -> Text:
    return Text(
        "发出 {sent},收回 {returned}(已核实 {verified}、未核实 {unverified}、不属实 {rejected}),计入 {used}".format(
            **forms
        ),
        "{sent} sent, {returned} returned ({verified} verified, {unverified} not verified, {rejected} rejected), "
        "{used} used".format(**forms),
    )


def _total(figures: Document, settings: Document, forms: Sequence[Form]) -> Text:
    total = Fraction(figures["total"])
    if not forms:
        return same(whole_or_exact(total))
    found = total_of(forms, settings)
    written = f"{sum_of(forms, settings)} = {whole_or_exact(found)}"
    if found == total:
        return same(written)
    said = whole_or_exact(total)
    return Text(f"{written},而单上写的是 {said}", f"{written}, whereas the statement says {said}")


def _average(figures: Document) -> Text:
    name, sum_ = DENOMINATORS[figures["denominator"]], quotient(Fraction(figures["total"]), figures["n"])
    return Text(f"{sum_}({name.zh} {figures['n']})", f"{sum_} ({figures['n']} {name.en})")


def _baseline(figures: Document) -> Text:
    average = fraction(figures["baseline_average"])
    if average is None:
        return _NOTHING
    if not figures["baseline_months"]:
        return Text(f"{_TARGET.zh} {exactly(average)}", f"{_TARGET.en} {exactly(average)}")
    deciding = figures["by_denominator"][figures["denominator"]]
    sum_ = quotient(Fraction(deciding["baseline_total"]), deciding["baseline_n"])
    months = figures["baseline_months"]
    return Text(f"{'、'.join(months)}:{sum_}", f"{', '.join(months)}: {sum_}")


def _difference(figures: Document, delta: Fraction) -> Text:
    now, before = (exactly(Fraction(figures[name])) for name in ("average", "baseline_average"))
    side = "> 0" if delta > 0 else "< 0" if delta < 0 else ""
    return same(f"{now} − {before} {equals(delta, signed=True)} {side}".rstrip())


def _dead_band(settings: Document, delta: Fraction) -> Iterator[Line]:
    band = Fraction(settings["dead_band"])
    if not band:
        return
    sign = "≤" if abs(delta) <= band else ">"
    yield Line(
        Text("不计的差额", "Difference that counts as none"), same(f"{exactly(abs(delta))} {sign} {exactly(band)}")
    )


def _amount(document: Document, delta: Fraction | None) -> Text:
    settings, amount = document["policy"]["settings"], in_main_units(document["amount_minor"], document["currency"])
    key = {Rule.BETTER: "reward_amount", Rule.WORSE: "penalty_amount"}.get(Rule(document["rule"]))
    if settings["amount_mode"] != AmountMode.PER_POINT or key is None or delta is None:
        return same(amount)
    each, sign = in_main_units(settings[key], document["currency"]), "−" if delta < 0 else ""
    times = exactly(abs(delta))
    return Text(f"{sign}{each} × {times} = {amount}(每分计)", f"{sign}{each} × {times} = {amount} (per point)")
