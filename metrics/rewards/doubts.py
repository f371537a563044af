"""What a reader must know before he trusts a satisfaction statement, each with the figures that show it."""

from collections.abc import Iterator
from fractions import Fraction

from metrics.change import Verdict
from metrics.rewards.context import Context
from metrics.rewards.figures import SatisfactionFigures
from metrics.rewards.policy import BaselineKind, SatisfactionPolicy
from metrics.rewards.rules import Rule
from metrics.rewards.warning import UNFINISHED, Warned, WarningCode
from metrics.text import Text

_NAMES = {
    "forms": Text("按计入表数", "by forms used"),
    "jobs": Text("按维修工作项数", "by jobs"),
    "verified_forms": Text("按已核实表数", "by verified forms"),
}
_BY_SIGN = {Rule.BETTER, Rule.WORSE, Rule.EQUAL, Rule.WITHIN_DEAD_BAND, Rule.HIGH_PLATEAU}
_DIRECTIONS = {1: Text("升", "up"), 0: Text("平", "equal"), -1: Text("降", "down")}


def doubts(policy: SatisfactionPolicy, figures: SatisfactionFigures, context: Context) -> tuple[Warned, ...]:
    """Return every warning that a month deserves, the gravest for the amount first."""
    return (
        *([UNFINISHED] if context.unfinished else []),
        *_of_the_baseline(policy, figures),
        *_of_the_sign(policy, figures),
        *_of_the_forms(policy, figures, context),
        *context.traces.warnings(policy.warn_at, figures.month.returns.returned),
    )


def _of_the_baseline(policy: SatisfactionPolicy, figures: SatisfactionFigures) -> Iterator[Warned]:
    judgement = figures.judgement
    latest = judgement.compared.months[-1] if judgement.compared and judgement.compared.months else None
    needs_one = policy.baseline is not BaselineKind.FIXED_TARGET
    if judgement.rule is Rule.NO_BASELINE or (needs_one and latest and latest != figures.previous):
        instead = (
            Text("没有可比月份", "there is nothing to compare with")
            if latest is None
            else Text(f"改与 {latest} 比较", f"{latest} is compared with instead")
        )
        yield Warned(
            WarningCode.PREVIOUS_MONTH_MISSING,
            Text(f"上月没有可用的评定:{instead.zh}。", f"The month before cannot be used: {instead.en}."),
        )


def _of_the_sign(policy: SatisfactionPolicy, figures: SatisfactionFigures) -> Iterator[Warned]:
    band = policy.dead_band
    if figures.judgement.rule not in _BY_SIGN:
        return
    signs = {
        str(each.denominator): _sign(each.delta, band) for each in figures.by_denominator if each.delta is not None
    }
    if len({*signs.values()}) > 1:
        zh = ";".join(f"{_NAMES[name].zh}为{_DIRECTIONS[sign].zh}" for name, sign in signs.items())
        en = "; ".join(f"{_DIRECTIONS[sign].en} {_NAMES[name].en}" for name, sign in signs.items())
        code = WarningCode.SIGN_DEPENDS_ON_DENOMINATOR
        yield Warned(code, Text(f"升降取决于分母:{zh}。", f"The sign depends on what is divided by: {en}."))
    now, other = _sign(figures.judgement.delta, band), _sign(figures.with_unverified, band)
    if figures.with_unverified is not None and now != other and policy.only_verified:
        words = _DIRECTIONS[other]
        yield Warned(
            WarningCode.SIGN_DEPENDS_ON_UNVERIFIED,
            Text(f"若计入未核实的表,结果为{words.zh}。", f"With unverified forms the month would be {words.en}."),
        )


def _of_the_forms(policy: SatisfactionPolicy, figures: SatisfactionFigures, context: Context) -> Iterator[Warned]:
    limits, returns, used = policy.warn_at, figures.month.returns, figures.month.used.n
    if 0 < used < limits.few_forms:
        said = Text(
            f"只有 {used} 张表计入,小的差额说明不了什么。", f"Only {used} forms count: a small difference says little."
        )
        yield Warned(WarningCode.FEW_FORMS, said)
    if returns.returned and Fraction(returns.unverified, returns.returned) > limits.unverified_share:
        said = Text(
            f"收回 {returns.returned} 张,其中 {returns.unverified} 张未核实。",
            f"{returns.unverified} of {returns.returned} forms that came back are not verified.",
        )
        yield Warned(WarningCode.UNVERIFIED_SHARE, said)
    if context.response.verdict is Verdict.REAL and (context.response.difference or 0) < 0:
        points = f"{-100 * (context.response.difference or 0):.1f}"
        said = Text(
            f"回收率比上月低 {points} 个百分点,超出随机波动。",
            f"The response rate fell by {points} percentage points, more than chance.",
        )
        yield Warned(WarningCode.RESPONSE_RATE_DROPPED, said)


def _sign(delta: Fraction | None, band: Fraction) -> int:
    if delta is None or abs(delta) <= band:
        return 0
    return 1 if delta > 0 else -1
