"""Why a KPI moved, in one plain passage in both languages, honest about noise, mix and missing data."""

from dataclasses import dataclass

from metrics.change import Verdict
from metrics.quantity import difference_in_words, in_words
from metrics.text import Text
from metrics.why import drivers
from metrics.why.clauses import beyond_noise, sums, warnings, with_interval
from metrics.why.explanation import Explanation
from metrics.why.names import Names
from metrics.why.period import Period


@dataclass(frozen=True)
class Periods:
    """The two periods that are compared."""

    before: Period
    now: Period


def sentence(explanation: Explanation, periods: Periods, names: Names) -> Text:
    """Return what moved a KPI; `names` gives segments their names in both languages."""
    match explanation.change.verdict:
        case Verdict.NO_COMPARISON:
            parts = [_no_comparison(explanation, periods)]
        case Verdict.TOO_EARLY:
            parts = [_too_early(explanation, periods)]
        case Verdict.NOISE:
            parts = [_noise(explanation, periods), *_arithmetic(explanation, names)]
        case Verdict.REAL:
            parts = [_real(explanation, periods, names), *sums(explanation), beyond_noise(explanation)]
    parts += warnings(explanation)
    return Text("".join(part.zh for part in parts), " ".join(part.en for part in parts))


def _no_comparison(explanation: Explanation, periods: Periods) -> Text:
    name, value = explanation.kpi.name, in_words(explanation.now["value"], explanation.kpi.unit)
    now, before = periods.now.text, periods.before.text
    if explanation.now["value"] is None:
        return Text(
            f"{name.zh} {now.zh} 没有数据,无法与 {before.zh} 比较。",
            f"{name.en}: no data in {now.en}, so no comparison with {before.en}.",
        )
    return Text(
        f"{name.zh} {now.zh} 为 {value.zh};{before.zh} 没有数据,无法比较。",
        f"{name.en} was {value.en} in {now.en}; {before.en} has no data to compare with.",
    )


def _too_early(explanation: Explanation, periods: Periods) -> Text:
    name, value = explanation.kpi.name, explanation.now["value"]
    so_far = Text("没有数据", "no data") if value is None else in_words(value, explanation.kpi.unit)
    now, before = periods.now.text, periods.before.text
    return Text(
        f"{name.zh} {now.zh} 尚未结束(目前{so_far.zh}),暂不与 {before.zh} 比较。",
        f"{name.en}: {now.en} is not over yet ({so_far.en} so far), too early to compare it with {before.en}.",
    )


def _noise(explanation: Explanation, periods: Periods) -> Text:
    moved = _moved(explanation, periods)
    says = with_interval(explanation, Text("仍在随机波动范围内", "which is within noise"))
    return Text(f"{moved.zh},{says.zh}。", f"{moved.en}, {says.en}.")


def _arithmetic(explanation: Explanation, names: Names) -> list[Text]:
    said = drivers.in_words(explanation, names)
    if said is None:
        return []
    return [
        Text(
            f"仅就算术而言来自{said.zh},不足以说明原因。",
            f"In arithmetic alone, which proves no cause, it comes from {said.en}.",
        )
    ]


def _real(explanation: Explanation, periods: Periods, names: Names) -> Text:
    moved, said = _moved(explanation, periods), drivers.in_words(explanation, names)
    if said is None:
        return Text(f"{moved.zh}。", f"{moved.en}.")
    return Text(f"{moved.zh},主要来自{said.zh}。", f"{moved.en}, mainly from {said.en}.")


def _moved(explanation: Explanation, periods: Periods) -> Text:
    name, now = explanation.kpi.name, periods.now.text
    value, n = in_words(explanation.now["value"], explanation.kpi.unit), f"n = {explanation.now['n']:,}"
    how = _how(explanation, periods.before.seen_from(periods.now))
    return Text(
        f"{name.zh} {now.zh} 为 {value.zh}({n}),{how.zh}", f"{name.en} was {value.en} in {now.en} ({n}), {how.en}"
    )


def _how(explanation: Explanation, before: Text) -> Text:
    difference, unit = explanation.change.difference or 0.0, explanation.kpi.unit
    amount = difference_in_words(difference, unit)
    if amount == difference_in_words(0.0, unit):
        return Text(f"与{before.zh}基本持平", f"practically the same as {before.en}")
    if difference > 0:
        return Text(f"较{before.zh}上升 {amount.zh}", f"{amount.en} higher than {before.en}")
    return Text(f"较{before.zh}下降 {amount.zh}", f"{amount.en} lower than {before.en}")
