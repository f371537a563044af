"""The complaint part written out: what counts, the rate, what it is due by the policy's mode, the cap, the amount."""

import math
from collections.abc import Iterator, Sequence
from fractions import Fraction

from metrics.rewards.complaint_month import PER
from metrics.rewards.exact import decimal, exactly, quotient
from metrics.rewards.ledger.canonical import Document
from metrics.rewards.money import in_main_units
from metrics.rewards.rules import Rule
from metrics.rewards.working.line import Line, same
from metrics.rewards.working.satisfaction import rule_in_words
from metrics.text import Text

_COUNTED, _RATE, _RULE = Text("计入的投诉", "Complaints counted"), Text("每百项", "Per 100 jobs"), Text("规则", "Rule")
_DUE, _CAP, _AMOUNT = Text("应奖罚", "Due"), Text("上限", "Cap"), Text("金额", "Amount")
_NONE = Text("没有", "none")
_COMPARED = Text("上月", "last month")
_SIGMAS = 3


def complaint_lines(document: Document, weights: Sequence[int]) -> list[Line]:
    """Return the lines of a complaint statement's document; `weights` are those that count, in their order in time."""
    return [*_lines(document, weights)]


def _lines(document: Document, weights: Sequence[int]) -> Iterator[Line]:
    figures = document["figures"]
    yield Line(_COUNTED, _counted(figures, weights))
    yield Line(_RATE, _rate(figures))
    yield Line(_RULE, rule_in_words(document))
    yield from (Line(_DUE, how) for how in _due(document, weights))
    if figures["cap_minor"] is not None and (figures["penalty_minor"] or figures["carried_in_minor"]):
        yield Line(_CAP, _cap(document))
    reward, taken, amount = (
        in_main_units(minor, document["currency"])
        for minor in (figures["reward_minor"], figures["taken_minor"], document["amount_minor"])
    )
    yield Line(_AMOUNT, same(f"{reward} − {taken} = {amount}"))


def _counted(figures: Document, weights: Sequence[int]) -> Text:
    if not figures["count"]:
        return _NONE
    several = len(weights) > 1
    weighed = f"{' + '.join(map(str, weights))} = {figures['weighted']}" if several else str(figures["weighted"])
    return Text(f"{figures['count']} 件,权重 {weighed}", f"{figures['count']}, of weight {weighed}")


def _rate(figures: Document) -> Text:
    if not figures["jobs"]:
        return Text("没有维修工作项,无从相比", "no job, so there is no rate")
    weighted, jobs = figures["weighted"], figures["jobs"]
    told = quotient(Fraction(PER * weighted), jobs)
    return Text(
        f"{told}({PER} × 权重 {weighted},维修工作项 {jobs})", f"{told} ({PER} × weight {weighted}, {jobs} jobs)"
    )


def _due(document: Document, weights: Sequence[int]) -> Iterator[Text]:
    figures, settings = document["figures"], document["policy"]["settings"]
    match Rule(document["rule"]):
        case Rule.PER_COMPLAINT:
            yield _per_complaint(document, weights)
        case Rule.STEP:
            yield _step(document)
        case Rule.FEWER_COMPLAINTS | Rule.MORE_COMPLAINTS | Rule.SAME_COMPLAINTS:
            yield _versus(figures)
        case Rule.ABOVE_LIMIT | Rule.WITHIN_LIMIT:
            yield _chart(figures)
    bonus = settings["zero_complaint_bonus"]
    if bonus and not figures["count"]:
        yield _bonus(document, bonus)


def _per_complaint(document: Document, weights: Sequence[int]) -> Text:
    settings, first = document["policy"]["settings"], document["policy"]["settings"]["multiplier_from"]
    penalty, each = (
        in_main_units(minor, document["currency"])
        for minor in (-document["figures"]["penalty_minor"], settings["amount"])
    )
    if not weights:
        return same(penalty)
    terms = [
        f"{weight}×{settings['multiplier']}" if first is not None and number >= first else str(weight)
        for number, weight in enumerate(weights, start=1)
    ]
    return same(f"−({' + '.join(terms)}) × {each} = {penalty}")


def _step(document: Document) -> Text:
    weighted = document["figures"]["weighted"]
    steps = document["policy"]["settings"]["steps"]
    [step] = [
        each for each in steps if each["first"] <= weighted and (each["last"] is None or weighted <= each["last"])
    ]
    amount = in_main_units(step["amount"], document["currency"])
    there = span(step)
    return Text(
        f"权重 {weighted} 在“{there.zh}”一档:{amount}", f"weight {weighted} is on the step {there.en}: {amount}"
    )


def span(step: Document) -> Text:
    """Return the weights that a step is for."""
    first, last = step["first"], step["last"]
    if last is None:
        return Text(f"{first} 以上", f"{first} and more")
    return same(str(first) if first == last else f"{first}–{last}")


def _versus(figures: Document) -> Text:
    now, before = Fraction(figures["rate"]), Fraction(figures["compared_rate"])
    sign = ">" if now > before else "<" if now < before else "="
    zh = f"{exactly(now)} {sign} {exactly(before)}({_COMPARED.zh})"
    return Text(zh, f"{exactly(now)} {sign} {exactly(before)} ({_COMPARED.en})")


def _chart(figures: Document) -> Text:
    """Return the count per 100 jobs beside the chart's upper limit, ū + 3·√(ū/n); the limit is only approximate."""
    centre = Fraction(figures["compared_rate"]) / PER
    now, jobs = Fraction(figures["count"], figures["jobs"]), figures["jobs"]
    limit = PER * (float(centre) + _SIGMAS * math.sqrt(centre / jobs))
    above = now > centre and (now - centre) ** 2 * jobs > _SIGMAS**2 * centre
    rate, middle = decimal(PER * now), decimal(PER * centre)
    sign = ">" if above else "≤"
    return Text(
        f"{PER} × {figures['count']} / {jobs} ≈ {rate} {sign} 上限 {middle} + 3σ ≈ {limit:.2f}",
        f"{PER} × {figures['count']} / {jobs} ≈ {rate} {sign} upper limit {middle} + 3σ ≈ {limit:.2f}",
    )


def _bonus(document: Document, bonus: int) -> Text:
    least, jobs = document["policy"]["settings"]["min_jobs"], document["figures"]["jobs"]
    if jobs < least:
        return Text(
            f"零投诉奖要 {least} 个维修工作项,只有 {jobs} 个:0.00",
            f"the bonus for no complaint takes {least} jobs, there are {jobs}: 0.00",
        )
    amount = in_main_units(bonus, document["currency"])
    return Text(f"零投诉奖 {amount}", f"bonus for no complaint {amount}")


def _cap(document: Document) -> Text:
    figures, currency = document["figures"], document["currency"]
    carried, penalty, cap, taken, out = (
        in_main_units(figures[f"{name}_minor"], currency)
        for name in ("carried_in", "penalty", "cap", "taken", "carried_out")
    )
    return Text(
        f"以前转入 {carried} + 本月 {penalty},上限 {cap}:扣 {taken},转入以后 {out}",
        f"carried in {carried} + this month {penalty}, cap {cap}: {taken} taken, {out} carried forward",
    )
