"""A signal as one plain sentence in both languages."""

from metrics.model import Kpi
from metrics.quantity import difference_in_words, in_words
from metrics.signals.signal import Meaning, Signal
from metrics.text import Text

_MEANING = {
    Meaning.GOOD: Text("好转", "for the better"),
    Meaning.BAD: Text("变差", "for the worse"),
    Meaning.NEITHER: Text("形态异常", "an unusual pattern"),
}


def sentence(signal: Signal, kpi: Kpi, where: Text | None = None) -> Text:
    """Return what a signal says; `where` names its unit (None: its key, or nothing for all units together)."""
    place = where or (Text(signal.unit, signal.unit) if signal.unit else None)
    name = kpi.name if place is None else Text(f"{kpi.name.zh} · {place.zh}", f"{kpi.name.en} · {place.en}")
    when = _when(signal)
    says = _facts(signal, kpi)
    doubted = [doubt.text for doubt in signal.doubts]
    zh = f"{name.zh}:{when.zh}{says.zh},{_MEANING[signal.meaning].zh}。"
    en = f"{name.en}: {when.en}{says.en}; {_MEANING[signal.meaning].en}."
    if not doubted:
        return Text(zh, en)
    return Text(
        zh + f"可能有误:{'、'.join(text.zh for text in doubted)}。",
        en + f" It may be wrong: {'; '.join(text.en for text in doubted)}.",
    )


def _when(signal: Signal) -> Text:
    if signal.first == signal.last:
        return Text(f"{signal.flagged} ", f"in {signal.flagged} ")
    if signal.lasts:
        return Text(f"自 {signal.first} 起至今,", f"since {signal.first}, ")
    return Text(f"{signal.first} 至 {signal.last},", f"from {signal.first} to {signal.last}, ")


def _facts(signal: Signal, kpi: Kpi) -> Text:
    value, past = in_words(signal.value, kpi.unit), difference_in_words(signal.beyond, kpi.unit)
    centre, rule = in_words(signal.centre, kpi.unit), signal.rule.text
    number = signal.rule.number
    if signal.rule.span > 1:
        return Text(
            f"{rule.zh}(规则 {number}),平均偏离中心线 {centre.zh} 达 {past.zh}",
            f"{rule.en} (rule {number}), on average {past.en} from the centre of {centre.en}",
        )
    up = signal.value > signal.high
    limit = in_words(signal.high if up else signal.low, kpi.unit)
    side = Text("高于上", "above the upper") if up else Text("低于下", "below the lower")
    return Text(
        f"为 {value.zh},{side.zh}控制限 {limit.zh} 达 {past.zh}(规则 {number})",
        f"at {value.en}, {past.en} {side.en} limit of {limit.en} (rule {number})",
    )
