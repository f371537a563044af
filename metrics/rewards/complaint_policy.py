"""The complaint policy: how a month's complaints become a penalty or a bonus. The source document breaks off before it.

It fixes one thing: complaints on forms and in call-backs belong to the satisfaction part and never count again here.
All else is this project's own rule, and no amount has a default.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from metrics.complaints.severity import WEIGHTS
from metrics.rewards.errors import PolicyError
from metrics.rewards.setting import own
from metrics.rewards.steps import Step, faults
from metrics.text import Text


class ComplaintMode(StrEnum):
    """How counted complaints become an amount."""

    PER_COMPLAINT = "per_complaint"
    STEP_TABLE = "step_table"
    VERSUS_LAST_MONTH = "versus_last_month"
    VERSUS_U_CHART = "versus_u_chart"


class AssessmentMonth(StrEnum):
    """In which month a complaint counts: the one in which it was verified, or in which it was received."""

    VERIFIED = "verified"
    RECEIVED = "received"


_WEIGHTS = tuple((severity, int(weight)) for severity, weight in WEIGHTS.items())
# What each mode needs to be told; a setting of another mode contradicts it.
_NEEDS = {
    ComplaintMode.PER_COMPLAINT: ("amount",),
    ComplaintMode.STEP_TABLE: ("steps",),
    ComplaintMode.VERSUS_LAST_MONTH: ("reward_amount", "penalty_amount"),
    ComplaintMode.VERSUS_U_CHART: ("penalty_amount",),
}


@dataclass(frozen=True)
class ComplaintPolicy:
    """Every setting of the complaint part; amounts in minor units. Raises PolicyError where it contradicts itself."""

    mode: ComplaintMode = own(ComplaintMode.PER_COMPLAINT, "计罚方式", "how complaints become an amount")
    severity_weight: tuple[tuple[str, int], ...] = own(_WEIGHTS, "严重程度权重", "weights by severity")
    upheld_only: bool = own(True, "只计成立的投诉", "only upheld complaints count")  # noqa: FBT003 a default
    month: AssessmentMonth = own(AssessmentMonth.VERIFIED, "计入月份", "month in which a complaint counts")
    currency: str = own("CNY", "币种", "currency")
    amount: int | None = own(None, "每单位权重金额(分)", "penalty per unit of weight, in minor units")
    multiplier: int = own(2, "加倍倍数", "multiplier")
    multiplier_from: int | None = own(4, "从第几件起加倍", "multiplied from which complaint of the month on")
    steps: tuple[Step, ...] = own((), "阶梯表", "table of steps")
    reward_amount: int | None = own(None, "奖励金额(分)", "reward, in minor units")
    penalty_amount: int | None = own(None, "处罚金额(分)", "penalty, in minor units")
    chart_months: int = own(12, "控制图参照月数", "months that the control chart looks back")
    chart_min_months: int = own(6, "控制图最少月数", "fewest months for a control chart")
    zero_complaint_bonus: int | None = own(None, "零投诉奖(分)", "bonus for no complaint, in minor units")
    min_jobs: int = own(1, "最少维修工作项数", "fewest jobs for a bonus")
    bonus_pool: int | None = own(None, "当月奖金池(分)", "the month's bonus pool, in minor units")
    cap_share: Fraction = own(Fraction(1, 2), "处罚上限占奖金池", "cap of penalties as a share of the pool")
    appeal_days: int = own(5, "申诉期(工作日)", "working days for an appeal")

    def __post_init__(self) -> None:
        """Take words for what they stand for; refuse a policy that contradicts itself, naming what does not fit."""
        object.__setattr__(self, "mode", ComplaintMode(self.mode))
        object.__setattr__(self, "month", AssessmentMonth(self.month))
        for keys, said in _contradictions(self):
            raise PolicyError(keys, said)

    @property
    def weights(self) -> dict[str, int]:
        """Return the weight of each severity."""
        return dict(self.severity_weight)

    @property
    def cap(self) -> int | None:
        """Return the most that one month may be fined, in whole minor units; None where nothing caps it."""
        return None if self.bonus_pool is None else int(self.bonus_pool * self.cap_share)


def _contradictions(policy: ComplaintPolicy) -> Iterator[tuple[list[str], Text]]:
    yield from _of_mode(policy)
    yield from _of_weights(policy)
    yield from _of_numbers(policy)
    yield from ((["steps"], fault) for fault in faults(policy.steps))
    if policy.mode is ComplaintMode.STEP_TABLE and policy.zero_complaint_bonus is not None:
        said = Text("阶梯表已经写明零投诉得多少", "a step table already says what no complaint earns")
        yield ["mode", "zero_complaint_bonus"], said
    if policy.chart_min_months > policy.chart_months:
        both = (f"chart_min_months = {policy.chart_min_months}", f"chart_months = {policy.chart_months}")
        yield ["chart_months", "chart_min_months"], Text(f"{both[0]} 超过 {both[1]}", f"{both[0]} exceeds {both[1]}")


def _of_mode(policy: ComplaintPolicy) -> Iterator[tuple[list[str], Text]]:
    needed = _NEEDS[policy.mode]
    for key in ("amount", "steps", "reward_amount", "penalty_amount"):
        given = getattr(policy, key) not in (None, ())
        if given != (key in needed):
            does = Text("不用", "does not take") if given else Text("需要", "needs")
            mode = f"mode = '{policy.mode}'"
            yield ["mode", key], Text(f"{mode} {does.zh} {key}", f"{mode} {does.en} {key}")


def _of_weights(policy: ComplaintPolicy) -> Iterator[tuple[list[str], Text]]:
    if list(policy.weights) != list(WEIGHTS) or len(policy.severity_weight) != len(WEIGHTS):
        said = Text(
            f"severity_weight 须各写一次 {', '.join(WEIGHTS)},现为 {policy.weights}",
            f"severity_weight names {', '.join(WEIGHTS)} once each, got {policy.weights}",
        )
        yield ["severity_weight"], said
    weights = list(policy.weights.values())
    if min(weights, default=0) < 0 or weights != sorted(weights):
        said = Text(
            f"权重至少为 0,且不小于更轻一级的,现为 {policy.weights}",
            f"a weight is at least 0 and never less than a milder one's, got {policy.weights}",
        )
        yield ["severity_weight"], said


def _of_numbers(policy: ComplaintPolicy) -> Iterator[tuple[list[str], Text]]:
    least = {
        "amount": 0, "multiplier": 1, "multiplier_from": 2, "reward_amount": 0, "penalty_amount": 0, "chart_months": 1,
        "chart_min_months": 1, "zero_complaint_bonus": 0, "min_jobs": 1, "bonus_pool": 0, "appeal_days": 0,
    }  # fmt: skip
    for key, bound in least.items():
        value = getattr(policy, key)
        if value is not None and value < bound:
            yield [key], Text(f"{key} 至少为 {bound},现为 {value}", f"{key} is at least {bound}, got {value}")
    if not 0 < policy.cap_share <= 1:
        said = Text(
            f"cap_share 须大于 0、不超过 1,现为 {policy.cap_share}",
            f"cap_share is more than 0 and at most 1, got {policy.cap_share}",
        )
        yield ["cap_share"], said
