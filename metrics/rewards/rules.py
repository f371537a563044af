"""The rules by which a month is judged: an id that is stored with the decision, and the sentence it stands for."""

from enum import StrEnum
from typing import Final

from metrics.text import Text


class Rule(StrEnum):
    """Which rule decided a month."""

    NO_ASSESSMENT = "no_assessment"
    NOT_ENOUGH_FORMS = "not_enough_forms"
    BASELINE = "baseline"
    NO_BASELINE = "no_baseline"
    ALL_MAX = "all_max"
    ALL_MIN = "all_min"
    BETTER = "better"
    WORSE = "worse"
    EQUAL = "equal"
    WITHIN_DEAD_BAND = "within_dead_band"
    HIGH_PLATEAU = "high_plateau"
    PER_COMPLAINT = "per_complaint"
    STEP = "step"
    FEWER_COMPLAINTS = "fewer_complaints"
    MORE_COMPLAINTS = "more_complaints"
    SAME_COMPLAINTS = "same_complaints"
    ABOVE_LIMIT = "above_limit"
    WITHIN_LIMIT = "within_limit"
    NO_COMPLAINT = "no_complaint"
    NOT_ENOUGH_JOBS = "not_enough_jobs"


_TEXTS: Final = {
    Rule.NO_ASSESSMENT: Text("没有可评的表,不评", "nothing to divide by: no assessment"),
    Rule.NOT_ENOUGH_FORMS: Text("表数少于下限,不评", "fewer forms than the least: no assessment"),
    Rule.BASELINE: Text("首月,只作基准,不奖不罚", "first month: the baseline, neither reward nor penalty"),
    Rule.NO_BASELINE: Text("没有可比的基准,不奖不罚", "nothing to compare with: neither reward nor penalty"),
    Rule.ALL_MAX: Text("全部为最高等级,奖励", "every grade is the best: reward"),
    Rule.ALL_MIN: Text("全部为最低等级,处罚", "every grade is the worst: penalty"),
    Rule.BETTER: Text("高于基准,奖励", "better than the baseline: reward"),
    Rule.WORSE: Text("低于基准,处罚", "worse than the baseline: penalty"),
    Rule.EQUAL: Text("与基准持平,不奖不罚", "equal to the baseline: neither reward nor penalty"),
    Rule.WITHIN_DEAD_BAND: Text("差额在不计范围内,不奖不罚", "a difference that counts as none: neither"),
    Rule.HIGH_PLATEAU: Text("高位持平,奖励", "stayed high: reward"),
    Rule.PER_COMPLAINT: Text("按件计罚", "a penalty for each complaint"),
    Rule.STEP: Text("按阶梯表", "by the table of steps"),
    Rule.FEWER_COMPLAINTS: Text("投诉率低于上月,奖励", "a lower rate than last month: reward"),
    Rule.MORE_COMPLAINTS: Text("投诉率高于上月,处罚", "a higher rate than last month: penalty"),
    Rule.SAME_COMPLAINTS: Text("投诉率与上月持平,不奖不罚", "the same rate as last month: neither"),
    Rule.ABOVE_LIMIT: Text("超出控制上限,处罚", "above the upper control limit: penalty"),
    Rule.WITHIN_LIMIT: Text("未超出控制上限,不罚", "not above the upper control limit: no penalty"),
    Rule.NO_COMPLAINT: Text("没有计入的投诉", "no complaint counted"),
    Rule.NOT_ENOUGH_JOBS: Text("维修工作项少于下限,没有奖励", "fewer jobs than the least: no bonus"),
}
# The rules that the source document states; all others are this project's own.
_OF_THE_DOCUMENT: Final = (Rule.BETTER, Rule.WORSE, Rule.EQUAL)


def rule_text(rule: Rule) -> Text:
    """Return a rule in words."""
    return _TEXTS[rule]


def is_own(rule: Rule) -> bool:
    """Return whether a rule is this project's own, as the source document breaks off before it."""
    return rule not in _OF_THE_DOCUMENT
