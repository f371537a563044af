"""The satisfaction policy: how a month of graded forms becomes a reward, a penalty or neither."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import Final

from metrics.populations.forms import ITEMS, POINTS
from metrics.rewards.errors import PolicyError
from metrics.rewards.money import MINOR_UNITS
from metrics.rewards.setting import own, stated
from metrics.rewards.warning_limits import WarningLimits
from metrics.text import Text

# The only amount in the source document's text.
_THE_EXAMPLES = 1000 * MINOR_UNITS


class Denominator(StrEnum):
    """By what the month's total is divided to give its average."""

    FORMS = "forms"
    JOBS = "jobs"
    VERIFIED_FORMS = "verified_forms"


class PartialForms(StrEnum):
    """What becomes of a form on which an item was left blank: left out, or its present items scaled up to all."""

    DROP = "drop"
    PRORATE = "prorate"


class BaselineKind(StrEnum):
    """What a month is compared with."""

    PREVIOUS_MONTH = "previous_month"
    LAST_ASSESSED_MONTH = "last_assessed_month"
    ROLLING_3 = "rolling_3"
    FIXED_TARGET = "fixed_target"


class AmountMode(StrEnum):
    """Whether an amount is paid as it stands, or once per point of difference."""

    FIXED = "fixed"
    PER_POINT = "per_point"


_WORDS: Final = {
    "denominator": Denominator,
    "partial_form": PartialForms,
    "baseline": BaselineKind,
    "amount_mode": AmountMode,
}


@dataclass(frozen=True)
class HighPlateau:
    """An average of at least `average` for `months` months on end, this one included, is rewarded although equal."""

    average: Fraction
    months: int

    def __post_init__(self) -> None:
        """Refuse a plateau that no month could end."""
        if self.months < 1:
            said = Text(
                f"high_plateau 至少要一个月,现为 months = {self.months}",
                f"high_plateau takes at least 1 month, got months = {self.months}",
            )
            raise PolicyError(["high_plateau"], said)


@dataclass(frozen=True)
class SatisfactionPolicy:
    """Every setting of the satisfaction part; amounts in minor units, `score_map` and `item_weights` in whole numbers.

    Raises PolicyError where it contradicts itself.
    """

    score_map: tuple[tuple[str, int], ...] = stated(tuple(POINTS.items()), "等级分值", "points of a grade")
    items: tuple[str, ...] = stated(ITEMS, "评分项目", "graded items")
    item_weights: tuple[int, ...] = stated((1, 1, 1), "项目权重", "weights of the items")
    only_verified: bool = stated(True, "只计已核实的表", "only verified forms count")  # noqa: FBT003 a default
    denominator: Denominator = own(Denominator.FORMS, "均分的分母", "what the total is divided by")
    partial_form: PartialForms = own(PartialForms.DROP, "缺项的表", "forms with a blank item")
    baseline: BaselineKind = stated(BaselineKind.PREVIOUS_MONTH, "比较基准", "what the month is compared with")
    target: Fraction | None = own(None, "固定目标", "fixed target")
    min_forms: int = own(5, "最少表数", "fewest forms to judge by")
    dead_band: Fraction = own(Fraction(0), "不计的差额", "difference that counts as none")
    reward_amount: int = stated(_THE_EXAMPLES, "奖励金额(分)", "reward, in minor units")
    penalty_amount: int = own(_THE_EXAMPLES, "处罚金额(分)", "penalty, in minor units")
    currency: str = stated("CNY", "币种", "currency")
    amount_mode: AmountMode = stated(AmountMode.FIXED, "金额方式", "how amounts are meant")
    all_max_rule: bool = own(True, "全部最高等级即奖励", "all grades the best: reward")  # noqa: FBT003 a default
    all_max_amount: int | None = own(None, "全部最高时的奖励(分)", "reward where all are best, in minor units")
    all_min_rule: bool = own(True, "全部最低等级即处罚", "all grades the worst: penalty")  # noqa: FBT003 a default
    all_min_amount: int | None = own(None, "全部最低时的处罚(分)", "penalty where all are worst, in minor units")
    high_plateau: HighPlateau | None = own(None, "高位持平奖励", "reward for staying high")
    warn_at: WarningLimits = own(WarningLimits(), "提示的界限", "limits of the warnings")

    def __post_init__(self) -> None:
        """Take words for what they stand for; refuse a policy that contradicts itself, naming what does not fit."""
        for name, words in _WORDS.items():
            object.__setattr__(self, name, words(getattr(self, name)))
        for keys, said in _contradictions(self):
            raise PolicyError(keys, said)

    @property
    def scores(self) -> dict[str, int]:
        """Return the points of each grade."""
        return dict(self.score_map)

    @property
    def best(self) -> int:
        """Return the points of the best grade."""
        return max(self.scores.values())

    @property
    def worst(self) -> int:
        """Return the points of the worst grade."""
        return min(self.scores.values())

    @property
    def highest_average(self) -> Fraction:
        """Return the average that no month can exceed."""
        return Fraction(self.best * sum(self.item_weights))

    @property
    def amount_if_all_max(self) -> int:
        """Return what a month of nothing but best grades earns."""
        return self.reward_amount if self.all_max_amount is None else self.all_max_amount

    @property
    def amount_if_all_min(self) -> int:
        """Return what a month of nothing but worst grades costs."""
        return self.penalty_amount if self.all_min_amount is None else self.all_min_amount


def _contradictions(policy: SatisfactionPolicy) -> Iterator[tuple[list[str], Text]]:
    yield from _of_scores(policy)
    yield from _of_numbers(policy)
    if not policy.only_verified and policy.denominator is Denominator.VERIFIED_FORMS:
        together = Text(
            "只按已核实的表数相除时,未核实的表不能计入(only_verified = false)",
            "unverified forms cannot count (only_verified = false) where verified forms alone are divided by",
        )
        yield ["only_verified", "denominator"], together
    if (policy.baseline is BaselineKind.FIXED_TARGET) != (policy.target is not None):
        said = Text(
            "baseline = 'fixed_target' 时必须给出 target,也只有这时才能给",
            "target is given with baseline = 'fixed_target', and only with it",
        )
        yield ["baseline", "target"], said
    for extreme, base in (("all_max", "reward_amount"), ("all_min", "penalty_amount")):
        yield from _of_extreme(policy, extreme, base)


def _of_scores(policy: SatisfactionPolicy) -> Iterator[tuple[list[str], Text]]:
    grades = list(POINTS)
    if list(policy.scores) != grades or len(policy.score_map) != len(grades):
        said = Text(
            f"score_map 须各写一次等级 {', '.join(grades)},现为 {policy.scores}",
            f"score_map names the grades {', '.join(grades)} once each, got {policy.scores}",
        )
        yield ["score_map"], said
    points = list(policy.scores.values())
    if points != sorted(points, reverse=True) or policy.best == policy.worst:
        said = Text(
            f"等级越好分值不能越低,而且 A 要高于 E,现为 {policy.scores}",
            f"a better grade must not score less, and A must score more than E, got {policy.scores}",
        )
        yield ["score_map"], said
    if not policy.items or len(set(policy.items)) != len(policy.items) or not set(policy.items) <= set(ITEMS):
        said = Text(
            f"items 从 {', '.join(ITEMS)} 中选,各一次,现为 {list(policy.items)}",
            f"items are some of {', '.join(ITEMS)}, once each, got {list(policy.items)}",
        )
        yield ["items"], said
    weights = policy.item_weights
    if len(weights) != len(policy.items) or min(weights, default=0) < 1:
        said = Text(
            f"每个项目的权重至少为 1,现为 {list(weights)},项目是 {list(policy.items)}",
            f"each item has a weight of at least 1, got {list(weights)} for {list(policy.items)}",
        )
        yield ["items", "item_weights"], said


def _of_numbers(policy: SatisfactionPolicy) -> Iterator[tuple[list[str], Text]]:
    least = {"min_forms": 1, "dead_band": 0, "reward_amount": 0, "penalty_amount": 0}
    for key, bound in least.items():
        value = getattr(policy, key)
        if value < bound:
            yield [key], Text(f"{key} 至少为 {bound},现为 {value}", f"{key} is at least {bound}, got {value}")


def _of_extreme(policy: SatisfactionPolicy, extreme: str, base: str) -> Iterator[tuple[list[str], Text]]:
    rule, key = f"{extreme}_rule", f"{extreme}_amount"
    amount = getattr(policy, key)
    if amount is not None and not getattr(policy, rule):
        yield [rule, key], Text(f"{rule} 没有开启,却给出了 {key}", f"{key} is given although {rule} is off")
    if amount is not None and amount <= 0:
        yield [key], Text(f"{key} 须大于 0,现为 {amount}", f"{key} is more than 0, got {amount}")
    if not getattr(policy, rule) or amount is not None:
        return
    if policy.amount_mode is AmountMode.PER_POINT:
        yield [rule, "amount_mode"], _without_amount(rule, key, Text(f"{base} 按分计", f"{base} is per point here"))
    elif getattr(policy, base) == 0:
        yield [rule, base], _without_amount(rule, key, Text(f"{base} 为 0", f"{base} is 0"))


def _without_amount(rule: str, key: str, why: Text) -> Text:
    return Text(
        f"{rule} 已开启却没有金额:{why.zh},所以要写 {key}",
        f"{rule} is on without an amount: {why.en}, so {key} is needed",
    )
