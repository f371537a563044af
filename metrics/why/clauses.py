"""The sentences that stand beside a change: how sure it is, what it adds up from, and what to beware of."""

from metrics.model import Direction
from metrics.quantity import difference_in_words, interval_in_words
from metrics.text import Text
from metrics.why.explanation import Explanation

_LEVELS = {"unit": Text("服务中心", "service centre"), "region": Text("大区", "region")}


def beyond_noise(explanation: Explanation) -> Text:
    """Return that a change is real, and whether it is for the better."""
    rose = (explanation.change.difference or 0.0) > 0
    better = rose == (explanation.kpi.direction is Direction.HIGHER_IS_BETTER)
    says = with_interval(explanation, Text("变化超出随机波动", "That is more than noise"))
    end = Text("属好转", "and for the better") if better else Text("属变差", "and for the worse")
    return Text(f"{says.zh},{end.zh}。", f"{says.en}, {end.en}.")


def with_interval(explanation: Explanation, says: Text) -> Text:
    """Return a clause followed by the change's 95 % interval, where it has one."""
    low, high = explanation.change.low, explanation.change.high
    if low is None or high is None:
        return says
    interval = interval_in_words(low, high, explanation.kpi.unit)
    return Text(f"{says.zh}(95 % 区间 {interval.zh})", f"{says.en} (95 % interval {interval.en})")


def sums(explanation: Explanation) -> list[Text]:
    """Return how much of the change is the segments' own and how much a change of their shares."""
    if explanation.segments.height < 2:  # noqa: PLR2004 one segment is the whole
        return []
    unit = explanation.kpi.unit
    own, mix = (difference_in_words(part, unit, signed=True) for part in (explanation.rate, explanation.mix))
    return [
        Text(
            f"各组自身变化合计 {own.zh},占比变化合计 {mix.zh}。",
            f"Own changes add up to {own.en}, changes of share to {mix.en}.",
        )
    ]


def warnings(explanation: Explanation) -> list[Text]:
    """Return what a reader must not overlook: a paradox, nested dimensions, rows that cannot be judged yet."""
    return [*_paradox(explanation), *_nested(explanation), *_immature(explanation)]


def _paradox(explanation: Explanation) -> list[Text]:
    if not explanation.is_paradox:
        return []
    fell = (explanation.change.difference or 0.0) < 0
    zh, en = ("下降", "fell") if fell else ("上升", "rose")
    return [
        Text(
            f"注意:没有一组{zh},总体却{zh}了,全因占比变化。",
            f"Note that no segment {en}, yet the whole {en}: all of it is a change of shares.",
        )
    ]


def _nested(explanation: Explanation) -> list[Text]:
    levels = [(_level(inner), _level(outer)) for inner, outer in explanation.nested]
    return [
        Text(
            f"{inner.zh}从属于{outer.zh}:两级的自身变化和占比变化不能相加。",
            f"Each {inner.en} lies within a {outer.en}: own changes and changes of share of the levels do not add up.",
        )
        for inner, outer in levels
    ]


def _level(dimension: str) -> Text:
    return _LEVELS.get(dimension, Text(f" {dimension} ", dimension))


def _immature(explanation: Explanation) -> list[Text]:
    waiting = explanation.now["immature"]
    says = Text(f"另有 {waiting:,} 条尚未到可判断的时候。", f"Rows that cannot be judged yet: {waiting:,}.")
    return [says] if waiting else []
