"""The handbook of KPIs: what each asks, its formula, trap, target and worked examples, in both languages."""

from collections.abc import Iterable, Iterator

from metrics.model import Example, Kpi, Unit
from metrics.populations import POPULATIONS
from metrics.quantity import in_words
from metrics.text import Language, Text

_TITLE = """# KPI handbook · 指标手册

Generated from the definitions in `metrics/kpis`; `python -m metrics handbook` prints it.
由 `metrics/kpis` 中的定义生成。每个指标:先中文,后英文。
"""
_LABELS = {
    "question": Text("问题", "Question"),
    "why": Text("为何", "Why"),
    "formula": Text("公式", "Formula"),
    "caveat": Text("陷阱", "Trap"),
    "target": Text("目标", "Target"),
    "counts": Text("统计对象", "Counts"),
    "left_out": Text("不计入", "Left out"),
    "examples": Text("算例", "Worked examples"),
}
_NO_DATA = Text("没有数据", "no data")
_NONE = Text("无", "none")
_NEAR = Text("接近", "near")


def handbook(kpis: Iterable[Kpi]) -> str:
    """Return the handbook of the KPIs in their order, as Markdown."""
    return "\n".join([_TITLE, *(line for kpi in kpis for line in _entry(kpi))])


def _entry(kpi: Kpi) -> Iterator[str]:
    yield f"## {kpi.name.zh} · {kpi.name.en}\n\n`{kpi.key}` · {kpi.unit.value} · {kpi.direction.value}\n"
    yield from _in("zh", kpi)
    yield from _in("en", kpi)


def _in(language: Language, kpi: Kpi) -> Iterator[str]:
    for name, text in lines(kpi, language):
        yield f"- **{name}**: {text}"
    yield f"- **{_LABELS['examples'].to(language)}**:"
    for example in kpi.examples:
        yield f"  - {_example(example, kpi.unit, language)}"
    yield ""


def lines(kpi: Kpi, language: Language) -> list[tuple[str, str]]:
    """Return what the handbook says of a KPI apart from its examples, as names and texts."""
    texts = {
        "question": kpi.question.to(language),
        "why": kpi.why.to(language),
        "formula": kpi.formula.to(language),
        "caveat": kpi.caveat.to(language),
        "target": _target(kpi, language),
        "counts": POPULATIONS[kpi.population].row.to(language),
        "left_out": "; ".join(text.to(language) for text in kpi.reasons.values()) or _NONE.to(language),
    }
    return [(_LABELS[name].to(language), text) for name, text in texts.items()]


def matches(kpi: Kpi, searched: str) -> bool:
    """Return whether every word that is searched for stands in what the handbook says of a KPI, in either language."""
    told = (kpi.name, kpi.question, kpi.why, kpi.formula, kpi.caveat, *kpi.reasons.values())
    held = " ".join([kpi.key, *(f"{text.zh} {text.en}" for text in told)]).casefold()
    return all(word in held for word in searched.casefold().split())


def _target(kpi: Kpi, language: Language) -> str:
    if kpi.target is None:
        return _NONE.to(language)
    meet, near = (in_words(amount, kpi.unit).to(language) for amount in (kpi.target.meet, kpi.target.near))
    return f"{meet} ({_NEAR.to(language)} {near})"


def _example(example: Example, unit: Unit, language: Language) -> str:
    value = (_NO_DATA if example.value is None else in_words(example.value, unit)).to(language)
    return f"{example.because.to(language)} → {value}, n = {example.n}"
