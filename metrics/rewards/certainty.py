"""How sure a difference is, in one sentence beside the mechanical verdict; it informs and never changes an amount."""

from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Any

from metrics.change import Change, Verdict, change
from metrics.model import Kpi
from metrics.quantity import difference_in_words, interval_in_words
from metrics.rewards.form_month import Sum
from metrics.text import Text

_NO_EFFECT = Text("奖罚仍按规则计算。", "The amount follows the rule all the same.")


@dataclass(frozen=True)
class Certainty:
    """What can be said of a difference, its 95 % interval, and the sentence that says it."""

    verdict: Verdict
    low: float | None
    high: float | None
    text: Text

    def document(self) -> dict[str, Any]:
        """Return it for JSON; the interval decides nothing and is written out to four places."""
        low, high = (None if end is None else f"{end:.4f}" for end in (self.low, self.high))
        return {"verdict": str(self.verdict), "low": low, "high": high, "zh": self.text.zh, "en": self.text.en}


def certainty(kpi: Kpi, now: Sum, before: Sum | None, *, unfinished: bool = False) -> Certainty:
    """Return how sure the difference of two averages is, by the two tests of a mean that KPIs use."""
    found = change(kpi, _reading(now), _reading(before or Sum()), unfinished=unfinished)
    if before and now.average is not None and before.average is not None:
        found = replace(found, difference=_as_read(now.average - before.average))
    return Certainty(found.verdict, found.low, found.high, sentence(found, kpi))


def against_target(kpi: Kpi, now: Sum, target: Fraction) -> Certainty:
    """Return how sure the difference of an average from a fixed number is."""
    certain = Sum(now.n, target * now.n, target**2 * now.n)
    return certainty(kpi, now, certain)


def sentence(found: Change, kpi: Kpi) -> Text:
    """Return what can be said of a change, in one sentence."""
    match found.verdict:
        case Verdict.TOO_EARLY:
            return Text("本月尚未结束,暂不比较。", "The month is not over: too early to compare.")
        case Verdict.NO_COMPARISON:
            return Text("没有可比的月份,无法判断变化。", "There is no month to compare with.")
        case verdict:
            said = _beyond(found, kpi) if verdict is Verdict.REAL else _within(found, kpi)
            return Text(f"{said.zh}{_NO_EFFECT.zh}", f"{said.en} {_NO_EFFECT.en}")


def _beyond(found: Change, kpi: Kpi) -> Text:
    by, within = _difference(found, kpi), _interval(found, kpi)
    return Text(f"变化 {by.zh}超出随机波动{within.zh}。", f"The change of {by.en} is more than chance{within.en}.")


def _within(found: Change, kpi: Kpi) -> Text:
    by, within = _difference(found, kpi), _interval(found, kpi)
    return Text(
        f"变化 {by.zh}与随机波动无法区分{within.zh}。",
        f"The change of {by.en} cannot be told from chance{within.en}.",
    )


def _difference(found: Change, kpi: Kpi) -> Text:
    return difference_in_words(found.difference or 0.0, kpi.unit, signed=True)


def _interval(found: Change, kpi: Kpi) -> Text:
    if found.low is None or found.high is None:
        return Text("(样本不足以给出区间)", " (no interval can be given)")
    ends = interval_in_words(found.low, found.high, kpi.unit)
    return Text(f"(95% 区间 {ends.zh})", f" (95 % interval {ends.en})")


def _as_read(difference: Fraction) -> float:
    """Return a difference to two places, halves away from zero, as the exact figures beside it are written."""
    hundredths = int(abs(difference) * 100 + Fraction(1, 2))
    return (hundredths if difference > 0 else -hundredths) / 100


def _reading(sums: Sum) -> dict[str, Any]:
    average = sums.average
    value = None if average is None else float(average)
    return {"n": sums.n, "value": value, "total": float(sums.total), "squares": float(sums.squares)}
